import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canReach, openFolder } from "@flyloft/infra/local/reach";
import { loadSecrets } from "@flyloft/infra/local/secrets";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "flyloft-home-test-"))));
afterAll(() => rm(folder, { recursive: true }));

const stranger = { name: "nobody", uid: 65_534, gid: 65_534 };

test("another user reaches a folder only when every folder above lets them through", async () => {
  const inner = join(folder, "open/inner");
  await mkdir(inner, { recursive: true });
  expect(await canReach(stranger, inner)).toBe(false);
  await chmod(folder, 0o711);
  expect(await canReach(stranger, inner)).toBe(true);
  await chmod(inner, 0o700);
  expect(await canReach(stranger, inner)).toBe(false);
  expect(await canReach({ name: "owner", uid: (await stat(inner)).uid, gid: 0 }, inner)).toBe(true);
});

test("folders made for others are open whatever the umask", async () => {
  const before = process.umask(0o077);
  await openFolder(join(folder, "for/others"));
  process.umask(before);
  for (const path of ["for", "for/others"]) expect((await stat(join(folder, path))).mode & 0o777).toBe(0o755);
});

test("secrets are made once, kept private, and never made anew over damaged ones", async () => {
  const file = join(folder, "secrets.json");
  const made = await loadSecrets(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await loadSecrets(file)).toEqual(made);
  expect(await readdir(folder)).toContain("secrets.json");
  await writeFile(file, "{");
  await expect(loadSecrets(file)).rejects.toThrow(/damaged/);
  await expect(loadSecrets(file)).rejects.toThrow(/damaged/);
});
