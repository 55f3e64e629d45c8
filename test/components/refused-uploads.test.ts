import {
  abortPackageUpload,
  completePackageUpload,
  getPackage,
  startPackageUpload,
} from "@flyloft/functions/components";
import { packages } from "@flyloft/db";
import { s3 } from "@flyloft/infra/adapters/blobs/s3";
import type { Blobs, Ctx } from "@flyloft/functions/kernel";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { badArchives, nodeZip } from "../kit/archives.ts";
import { inStorage, putFile, store, upload } from "./store.ts";

const withBlobs = (ctx: Ctx, change: (blobs: Blobs) => Partial<Blobs>): Ctx => ({
  ...ctx,
  ports: { ...ctx.ports, blobs: { ...ctx.ports.blobs, ...change(ctx.ports.blobs) } },
});

describe("an archive that cannot be used", async () => {
  const here = await store();
  const uploadable = Object.entries(badArchives).filter(([, { reason }]) => reason !== "unknown_kind");
  test.each(uploadable)(
    "%s is refused, says why and leaves no object",
    async (_, { make, reason, fileName = "a.zip" }) => {
      const body = make();
      if (body.length === 0)
        return expect(startPackageUpload(here.owner, { fileName, size: 0 })).rejects.toMatchObject({ code: "invalid" });
      const refused = await upload(here.owner, fileName, body);
      expect(refused).toMatchObject({
        state: "refused",
        refusalReason: reason,
        refusal: expect.stringMatching(/\w+ \w+/),
        sha256: null,
        inspection: null,
      });
      expect(await here.blobs.head(refused.objectKey)).toBeNull();
    },
  );
});

test.each([
  "a.tar.gz",
  "shop",
  ".zip/..",
  "a/b.zip",
  "a\\b.zip",
  "a\u0000.zip",
  "a\n.zip",
  "",
  `${"x".repeat(252)}.zip`,
])("the file name %j is refused with its field", async (fileName) => {
  const { owner } = await store();
  const { errors } = await ask(
    owner,
    `mutation ($fileName: String!) { startPackageUpload(input: { fileName: $fileName, size: 1 }) { url } }`,
    { fileName },
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: "invalid", fields: { fileName: expect.any(Array) } });
});

test.each([0, -1, 1.5])("a size of %d bytes is refused with its field", async (size) => {
  const { owner } = await store();
  await expect(startPackageUpload(owner, { fileName: "a.zip", size })).rejects.toMatchObject({
    code: "invalid",
    details: { fields: { size: [expect.any(String)] } },
  });
});

test("a package larger than the limit is refused before anything is stored, one of exactly 2 GiB is taken", async () => {
  const { owner, ...here } = await store();
  const size = 2 * 1024 ** 3;
  await expect(startPackageUpload(owner, { fileName: "a.zip", size: size + 1 })).rejects.toMatchObject({
    code: "limit_reached",
    details: { limit: size },
  });
  expect(await inStorage({ owner, ...here })).toEqual([]);
  const { data } = await ask(
    owner,
    `mutation ($size: Float!) { startPackageUpload(input: { fileName: "a.zip", size: $size }) { partSize parts { number } package { id size } } }`,
    { size },
  );
  const {
    partSize,
    parts,
    package: { id },
  } = data.startPackageUpload;
  expect(parts.length * partSize).toBeGreaterThanOrEqual(size);
  expect((parts.length - 1) * partSize).toBeLessThan(size);
  await abortPackageUpload(owner, { packageId: id });
});

test("a file of another size than announced is refused and removed", async () => {
  const { owner, blobs } = await store();
  const zip = nodeZip();
  const {
    package: { id: packageId, objectKey },
    url,
  } = await startPackageUpload(owner, { fileName: "a.zip", size: zip.length - 1 });
  expect((await putFile(url!, zip)).status).toBe(403);
  await blobs.put(objectKey, zip);
  const refused = await completePackageUpload(owner, { packageId });
  expect(refused).toMatchObject({
    state: "refused",
    refusalReason: "wrong_size",
    refusal: expect.stringContaining(String(zip.length)),
  });
  expect(await blobs.head(objectKey)).toBeNull();
});

test("an upload that was never made is told so, and can still be made", async () => {
  const { owner } = await store();
  const zip = nodeZip();
  const {
    package: { id: packageId },
    url,
  } = await startPackageUpload(owner, { fileName: "a.zip", size: zip.length });
  await expect(completePackageUpload(owner, { packageId })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "missing" },
  });
  await putFile(url!, zip);
  expect(await completePackageUpload(owner, { packageId })).toMatchObject({ state: "ready" });
});

test("an object that vanishes while it is looked into is a clear error, and can be uploaded again", async () => {
  const { owner, blobs } = await store();
  const zip = nodeZip();
  const {
    package: { id: packageId, objectKey },
    url,
  } = await startPackageUpload(owner, { fileName: "a.zip", size: zip.length });
  for (const stage of ["the look inside", "the digest"]) {
    await putFile(url!, zip);
    const thief = withBlobs(owner, ({ read }) => ({
      async read(key, range) {
        if (!range || stage === "the look inside") await blobs.remove(key);
        return read(key, range);
      },
    }));
    await expect(completePackageUpload(thief, { packageId }), stage).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "vanished" },
    });
    expect(await getPackage(owner, { packageId })).toMatchObject({ state: "uploading" });
  }
  expect(await blobs.head(objectKey)).toBeNull();
  await putFile(url!, zip);
  expect(await completePackageUpload(owner, { packageId })).toMatchObject({ state: "ready" });
});

test("a file that is changed while it is looked into is not taken", async () => {
  const { owner } = await store();
  const [first, second] = [nodeZip("serves", "1.0.0"), nodeZip("serves", "1.0.1")];
  const {
    package: { id: packageId },
    url,
  } = await startPackageUpload(owner, { fileName: "a.zip", size: first.length });
  expect(second.length).toBe(first.length);
  await putFile(url!, first);
  const swapper = withBlobs(owner, ({ read }) => ({
    async read(key, range) {
      if (!range) await putFile(url!, second);
      return read(key, range);
    },
  }));
  await expect(completePackageUpload(swapper, { packageId })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "changed" },
  });
  expect(await completePackageUpload(owner, { packageId })).toMatchObject({
    state: "ready",
    inspection: { node: { version: "1.0.1" } },
  });
});

test("storage that does not answer is `unavailable`, and the upload goes on when it is back", async () => {
  const { owner } = await store();
  const zip = nodeZip();
  const {
    package: { id: packageId },
    url,
  } = await startPackageUpload(owner, { fileName: "a.zip", size: zip.length });
  await putFile(url!, zip);
  const dead = s3.open({
    endpoint: "http://127.0.0.1:9",
    region: "us-east-1",
    bucket: "none",
    accessKeyId: "a",
    secretAccessKey: "b",
  });
  const cut = withBlobs(owner, () => dead);
  await expect(completePackageUpload(cut, { packageId })).rejects.toMatchObject({ code: "unavailable" });
  await expect(startPackageUpload(cut, { fileName: "b.zip", size: 100 * 1024 ** 2 })).rejects.toMatchObject({
    code: "unavailable",
  });
  expect(await completePackageUpload(owner, { packageId })).toMatchObject({ state: "ready" });
});

test("an upload that was given up leaves nothing; one that is over is not given up", async () => {
  const here = await store();
  const { owner } = here;
  const zip = nodeZip();
  const whole = await startPackageUpload(owner, { fileName: "a.zip", size: zip.length });
  await putFile(whole.url!, zip);
  const parts = await startPackageUpload(owner, { fileName: "b.zip", size: 65 * 1024 ** 2 });
  await putFile(parts.parts[0]!.url, zip);
  for (const { id: packageId } of [whole.package, parts.package]) {
    expect(await abortPackageUpload(owner, { packageId })).toEqual({ id: packageId });
    await expect(abortPackageUpload(owner, { packageId })).rejects.toMatchObject({ code: "not_found" });
    await expect(completePackageUpload(owner, { packageId })).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await here.blobs.head(whole.package.objectKey)).toBeNull();
  const { id: packageId } = await upload(owner, "c.zip", zip);
  await expect(abortPackageUpload(owner, { packageId })).rejects.toMatchObject({ code: "conflict" });
  expect(await inStorage(here)).toEqual([{ id: packageId, state: "ready", stored: true }]);
});

test("uploads that nobody finished within a day are dropped with their object when the next one begins", async () => {
  const { owner, clock, db, blobs } = await store();
  const { package: old, url } = await startPackageUpload(owner, { fileName: "old.zip", size: 4 });
  await putFile(url!, Buffer.from("data"));
  const { package: young } = await startPackageUpload(owner, { fileName: "young.zip", size: 4 });
  await db
    .update(packages)
    .set({ createdAt: new Date(Date.now() + 3600_000) })
    .where(eq(packages.id, young.id));
  clock.offset = 24.5 * 3600_000;
  await startPackageUpload(owner, { fileName: "new.zip", size: 4 });
  await expect(getPackage(owner, { packageId: old.id })).rejects.toMatchObject({ code: "not_found" });
  expect(await blobs.head(old.objectKey)).toBeNull();
  expect(await getPackage(owner, { packageId: young.id })).toMatchObject({ state: "uploading" });
});
