import { createServer } from "node:net";
import { pause } from "./time.ts";

/**
 * Makes sure that no other agent works over the same home. The name lives in the kernel and goes with the process, so
 * nothing is left after a kill. Throws when the other one does not go within `ms`.
 */
export async function lockHome(mark: string, ms: number): Promise<void> {
  if (process.platform !== "linux") return;
  const until = Date.now() + ms;
  while (!(await tryLock(`\0flyloft-agent-${mark}`))) {
    if (Date.now() > until) throw new Error("Another agent is running over this home folder");
    await pause(100);
  }
}

function tryLock(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(false));
    server.listen({ path }, () => {
      server.unref();
      resolve(true);
    });
  });
}
