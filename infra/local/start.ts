/** `npm start`: the whole platform on this machine, until Ctrl-C. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { readOptions } from "./options.ts";
import { startStack, type Stack } from "./stack.ts";
import { passwordFile } from "./surroundings.ts";
import { writeWhole } from "./write-whole.ts";

const began = performance.now();
const say = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);
const stopping = new AbortController();
let asked = 0;
const undo: (() => Promise<void> | void)[] = [];

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(name, () => {
    // One Ctrl-C may come twice, from the terminal and from npm. Asked again it goes at once; what it leaves
    // ends with it or is taken over by the next start.
    if (stopping.signal.aborted && performance.now() - asked > 1_000) process.exit(1);
    if (!stopping.signal.aborted) asked = performance.now();
    stopping.abort(new Error("Stopped"));
  });
}

async function stopAll() {
  for (const one of undo.reverse()) {
    await Promise.resolve(one()).catch((error: Error) => console.error(error.message));
  }
}

async function writeRunFile({ home, url, engineUrl, adminUser }: Stack, appUrl: string | null) {
  const facts = {
    url,
    graphqlUrl: `${url}/graphql`,
    registryUrl: `${url}/v2/`,
    engineUrl,
    adminUser,
    adminPasswordFile: passwordFile(home),
    appUrl,
    pid: process.pid,
  };
  await writeWhole(join(home.path, "run.json"), `${JSON.stringify(facts, null, 2)}\n`);
}

async function signIn({ home, account, adminUser, first }: Stack) {
  const file = passwordFile(home);
  const password = first ? (await readFile(file, "utf8")).trim() : null;
  return `account ${account}, user ${adminUser}, ${password ? `password ${password} (kept in ${file})` : `password in ${file}`}`;
}

/** The platform is of use without the sample too: a walk that fails is told and tried again by the next start. */
async function walk(stack: Stack): Promise<string | null> {
  const { quickStart } = await import("./quick-start.ts");
  try {
    return await quickStart(stack, { say, signal: stopping.signal });
  } catch (error) {
    stopping.signal.throwIfAborted();
    say(`The quick start did not come to its end, the next start tries again: ${(error as Error).message}`);
    return null;
  }
}

try {
  const options = readOptions(process.argv.slice(2), process.env);
  const stack = await startStack(options, { say, signal: stopping.signal, onStop: (one) => undo.push(one) });
  const runFile = join(stack.home.path, "run.json");
  undo.push(() => rm(runFile, { force: true }));
  const appUrl = options.quickStart ? await walk(stack) : null;
  await writeRunFile(stack, appUrl);
  say("Ready\n");
  if (appUrl) console.log(`  Application  ${appUrl}`);
  console.log(`  Console      ${stack.url}`);
  console.log(`  Sign in      ${await signIn(stack)}\n`);
  console.log("Ctrl-C stops everything; starting again brings it back with all its data.");
  if (!stopping.signal.aborted)
    await new Promise((resolve) => stopping.signal.addEventListener("abort", resolve, { once: true }));
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(`\n${(error as Error).message}`);
    process.exitCode = 1;
  }
}
if (undo.length > 0) {
  say("Stopping");
  await stopAll();
  say("Stopped");
}
process.exit();
