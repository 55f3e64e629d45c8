import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A system user that a process can be started as. */
export type Account = { name: string; uid: number; gid: number };

const databaseUser = "flyloft-db";

/**
 * PostgreSQL refuses to run as root. Started as root, this answers the unprivileged user that it runs as instead and
 * creates it when it is missing; null when this process is unprivileged already.
 */
export async function databaseAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const known = await find(databaseUser);
  if (known) return known;
  try {
    await run("useradd", [
      "--system",
      "--user-group",
      "--no-create-home",
      "--shell",
      "/usr/sbin/nologin",
      databaseUser,
    ]);
  } catch (cause) {
    // Another start may have created it in the same moment; systems without useradd lend an account they have.
    const standIn = (await find(databaseUser)) ?? (await find("postgres")) ?? (await find("daemon"));
    if (standIn) return standIn;
    throw new Error(
      "PostgreSQL cannot run as root and no other user could be created: start this as an ordinary user",
      { cause },
    );
  }
  return (await find(databaseUser))!;
}

async function find(name: string): Promise<Account | null> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const found = lines.find((fields) => fields[0] === name);
  return found ? { name, uid: Number(found[2]), gid: Number(found[3]) } : null;
}
