import { spawn } from "node:child_process";
import { connect } from "node:net";
import type { Probe } from "@flyloft/functions/agents/protocol";
import type { AppUser } from "./app-user.ts";
import { signalGroup } from "./processes.ts";
import { clientFor } from "./http-client.ts";

/** Where a check looks: the process that it is about. */
export type Checked = {
  host: string;
  port: number | null;
  cwd: string;
  environment: Record<string, string>;
  user: AppUser;
};

type HttpCheck = Extract<Probe["check"], { kind: "http" }>;

/** Opens and closes a connection; null when that worked, otherwise why not. Milliseconds. */
export function checkTcp(host: string, port: number, timeout: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const done = (why: string | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(why);
    };
    const timer = setTimeout(() => done(`no connection to port ${port} within ${timeout / 1000} s`), timeout);
    socket.once("connect", () => done(null));
    socket.once("error", () => done(`nothing listens on port ${port}`));
  });
}

/** OPS-49: 200 to 399 is success. Certificates are not looked at: the check is about the process, not about its name. */
function checkHttp({ scheme, path, host, port }: HttpCheck, target: Checked, timeout: number): Promise<string | null> {
  const where = { host: host ?? target.host, port: port ?? target.port ?? 80 };
  return new Promise((resolve) => {
    const client = clientFor(`${scheme}:`);
    const headers = { "user-agent": "flyloft-probe", accept: "*/*", connection: "close" };
    const options = { ...where, path, headers, agent: false, rejectUnauthorized: false };
    const request = client.get(options, (response) => {
      const { statusCode = 0 } = response;
      done(statusCode >= 200 && statusCode < 400 ? null : `${path} was answered ${statusCode}`);
    });
    const timer = setTimeout(() => done(`${path} was not answered within ${timeout / 1000} s`), timeout);
    const done = (why: string | null) => {
      clearTimeout(timer);
      request.destroy();
      resolve(why);
    };
    request.on("error", ({ message, code }: NodeJS.ErrnoException) =>
      done(code === "ECONNREFUSED" ? `nothing listens on port ${where.port}` : `${path}: ${message}`),
    );
  });
}

/** OPS-51: runs as the application's user in its directory; exit 0 is success. */
function checkCommand(command: string, { cwd, environment, user }: Checked, timeout: number): Promise<string | null> {
  return new Promise((resolve) => {
    const ids = user.uid !== null && user.gid !== null ? { uid: user.uid, gid: user.gid } : {};
    const child = spawn("/bin/sh", ["-c", command], { cwd, env: environment, stdio: "ignore", detached: true, ...ids });
    const timer = setTimeout(() => finish(`the command did not end within ${timeout / 1000} s`), timeout);
    const finish = (why: string | null) => {
      clearTimeout(timer);
      if (child.pid) signalGroup(child.pid, "SIGKILL");
      resolve(why);
    };
    child.once("error", ({ message }) => finish(`the command cannot be run: ${message}`));
    child.once("exit", (code, signal) => finish(code === 0 ? null : `the command ended with ${signal ?? code}`));
  });
}

/** One run of a health check: null is success, otherwise why it failed (OPS-47 to OPS-51). */
export function runCheck({ check, timeout }: Probe, target: Checked): Promise<string | null> {
  if (check.kind === "http") return checkHttp(check, target, timeout * 1000);
  if (check.kind === "command") return checkCommand(check.command, target, timeout * 1000);
  const port = check.port ?? target.port;
  return port === null ? Promise.resolve("the component has no port") : checkTcp(target.host, port, timeout * 1000);
}
