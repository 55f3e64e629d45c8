import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Agent, markOf } from "../agent/agent.ts";
import { note, openJournal } from "../agent/journal.ts";
import { lockHome } from "../agent/lock.ts";
import { serveStatic } from "../agent/runtimes/static-server.ts";
import { readSettings } from "../agent/settings.ts";

const lockMs = 15_000;

async function runAgent() {
  // What applications need must be open to the user who runs them, whatever the administrator's shell says; secrets set their mode themselves.
  process.umask(0o022);
  const settings = readSettings(process.env, process.argv.slice(2));
  mkdirSync(settings.home, { recursive: true, mode: 0o700 });
  openJournal(settings.home);
  await lockHome(markOf(settings.home), lockMs);
  const agent = new Agent(settings, fileURLToPath(import.meta.url));
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      note(`Stopping on ${signal}`);
      void agent.stop();
    });
  }
  await agent.run();
}

try {
  const [mode, folder] = process.argv.slice(2);
  if (mode === "static" && folder) await serveStatic(folder);
  else {
    await runAgent();
    process.exit(0);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
