import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./bundle.ts";
import { graphqlClient, Refused, type Ask } from "./graphql-client.ts";
import { packDirectory } from "./pack.ts";
import type { Stack } from "./stack.ts";
import { agentName, passwordFile } from "./surroundings.ts";
import { answersOk, until } from "./wait.ts";
import { addressOf, deploySample, findCluster, openSample, uploadPackage, type Walk } from "./walk.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * The guide's walk (DEP-23, its deploy part) through the API, as a user would go it: answers the address of the running
 * sample. Broken off, the next start goes on where it was. Once it is done the sample belongs to the user: changed or
 * deleted, it stays so, and without an address the answer is null.
 */
export async function quickStart(stack: Stack, { say, signal }: Omit<Walk, "ask">): Promise<string | null> {
  const done = join(stack.home.path, "quick-start.json");
  const ask = await signIn(stack);
  const walk = { ask, say, signal };
  const before = await readFile(done, "utf8").then(
    (text) => JSON.parse(text) as { instanceId: string },
    () => null,
  );
  if (before) return stillThere(walk, before.instanceId);

  const cluster = await findCluster(walk, agentName);
  const packageId = await uploadPackage(walk, await packDirectory(join(root, "infra/local/sample")));
  const instanceId = await deploySample(walk, cluster, packageId);
  const address = await openSample(walk, instanceId);
  await until("An answer of the sample application", async () => (await greets(address)) || null, {
    within: 10_000,
    signal,
  });
  await writeWhole(done, JSON.stringify({ instanceId }));
  say("The sample application answers");
  return address;
}

async function signIn(stack: Stack): Promise<Ask> {
  const address = `${stack.url}/graphql`;
  const password = (await readFile(passwordFile(stack.home), "utf8")).trim();
  const input = { account: stack.account, user: stack.adminUser, password };
  const query = "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }";
  const { signIn: session } = await graphqlClient(address)<{ signIn: { accessToken: string } }>(query, { input });
  return graphqlClient(address, session.accessToken);
}

async function greets(address: string): Promise<boolean> {
  if (!(await answersOk(address))) return false;
  return (await (await fetch(address)).text()) === '"ServiceStage"';
}

/** After a start its processes need a moment; stopped or deleted by its owner it is not waited for. */
async function stillThere(walk: Walk, instanceId: string): Promise<string | null> {
  try {
    return await until(
      "An answer of the sample application",
      async () => {
        const address = await addressOf(walk, instanceId);
        return address && (await answersOk(address)) ? address : null;
      },
      { within: 5_000, every: 100, signal: walk.signal },
    );
  } catch (error) {
    if (!(error instanceof Refused)) walk.say("The sample application does not answer; see the console");
    return null;
  }
}
