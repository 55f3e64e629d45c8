import { fork, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

/** A process that is started again whenever it has died, until the crew is dismissed. */
export type Member = {
  child: ChildProcess;
  logs: Record<string, unknown>[];
  deaths: number;
  start: (env?: Record<string, string>) => Promise<void>;
};

export function member(file: "executor" | "app" | "mixed-app" | "measured-app", env: Record<string, string>): Member {
  const path = fileURLToPath(new URL(`./processes/${file}.ts`, import.meta.url));
  const one: Member = { child: undefined as never, logs: [], deaths: 0, start };

  function start(more: Record<string, string> = {}): Promise<void> {
    // Without the flags of the test runner, which the child's own Node may not know.
    const child = fork(path, {
      execArgv: [],
      env: { PATH: process.env.PATH, ...env, ...more },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    one.child = child;
    child.once("exit", () => one.deaths++);
    return new Promise((resolve, reject) => {
      child.once("exit", (code, signal) => reject(new Error(`${file} ended: ${code ?? signal}`)));
      child.on("message", (message: { ready?: boolean; log?: Record<string, unknown> }) => {
        if (message.log) one.logs.push(message.log);
        if (message.ready) resolve();
      });
    });
  }
  return one;
}

export const died = (one: Member) =>
  new Promise<void>((resolve) => {
    if (one.child.exitCode !== null || one.child.signalCode !== null) resolve();
    else one.child.once("exit", () => resolve());
  });

/** Kills as a power cut does, and starts again. */
export async function crash(one: Member, env?: Record<string, string>): Promise<void> {
  const gone = died(one);
  one.child.kill("SIGKILL");
  await gone;
  await one.start(env);
}

export async function dismiss(...all: Member[]): Promise<void> {
  for (const one of all) {
    const gone = died(one);
    one.child?.kill("SIGKILL");
    await gone;
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
