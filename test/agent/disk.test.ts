import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { addressOf, startWorld, wishFor } from "./world.ts";

/** A disk of 8 MB; null where this machine does not let us make one. */
function smallDisk(): string | null {
  const place = mkdtempSync(join(tmpdir(), "flyloft-small-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", place], { stdio: "ignore" });
  } catch {
    rmSync(place, { recursive: true, force: true });
    return null;
  }
  return place;
}

const disk = smallDisk();

test.skipIf(!disk)(
  "a full disk is named, what runs goes on, and everything converges once there is space",
  async () => {
    const place = disk ?? "";
    const paths = {
      FLYLOFT_AGENT_HOME: join(place, "home"),
      FLYLOFT_RUNTIME_ROOT: join(place, "application"),
      FLYLOFT_LOG_ROOT: join(place, "logs"),
    };
    mkdirSync(paths.FLYLOFT_AGENT_HOME);
    // Runs after the agent is gone: what is registered first is done last.
    onTestFinished(() => {
      execFileSync("umount", ["-l", place]);
      rmSync(place, { recursive: true, force: true });
    });
    const { plane, settled, observed } = await startWorld(paths);
    const artifact = plane.artifact(nodeZip());
    plane.wish(wishFor(artifact));
    const running = await settled();

    const filler = join(place, "filler");
    try {
      writeFileSync(filler, randomBytes(9 * 1024 ** 2));
    } catch {
      // Full, as it should be.
    }
    plane.wish(wishFor(plane.artifact(nodeZip("serves", "2.0.0")), { generation: 2, release: { revision: 2 } }));
    const { failure, replicas } = await observed("full", (one) => one.failure !== null);
    expect(failure).toMatch(/disk of the host is full/);
    expect(replicas.some(({ revision, ready }) => revision === 1 && ready)).toBe(true);
    expect((await fetch(addressOf(running))).status).toBe(200);

    rmSync(filler);
    const done = await settled(2);
    expect(done).toMatchObject({ failure: null });
    expect(await (await fetch(addressOf(done))).json()).toMatchObject({ version: "2.0.0" });
  },
);
