import { createHash, randomBytes } from "node:crypto";
import { auditLog } from "@flyloft/db";
import {
  completePackageUpload,
  deletePackage,
  getPackage,
  listPackages,
  loadPackages,
  startPackageUpload,
} from "@flyloft/functions/components";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { nodeZip, war } from "../kit/archives.ts";
import { rawZip } from "../kit/raw-zip.ts";
import { world } from "../kit/world.ts";
import { inStorage, putFile, store, upload } from "./store.ts";

test("a package is uploaded, looked into and made a component through GraphQL alone", async () => {
  const { owner, applicationId } = await store();
  const zip = nodeZip("serves", "1.2.3");
  const begun = await ask(
    owner,
    `mutation ($size: Float!) { startPackageUpload(input: { fileName: "shop.zip", size: $size }) {
    url partSize parts { number } expiresAt package { id state size sha256 viewerCan { abortPackageUpload { allowed } } } } }`,
    { size: zip.length },
  );
  expect(begun.errors).toBeUndefined();
  const {
    url,
    package: { id },
    ...rest
  } = begun.data.startPackageUpload;
  expect(rest).toMatchObject({ partSize: null, parts: [] });
  expect((await putFile(url, zip)).status).toBe(200);
  const ended = await ask(
    owner,
    `mutation ($id: ID!) { completePackageUpload(input: { packageId: $id }) {
    state size sha256 format refusal contents { entries version startScript reservedNames } viewerCan { abortPackageUpload { allowed reason } deletePackage { allowed } } } }`,
    { id },
  );
  expect(ended.data.completePackageUpload).toEqual({
    state: "ready",
    size: zip.length,
    sha256: createHash("sha256").update(zip).digest("hex"),
    format: "zip",
    refusal: null,
    contents: { entries: 2, version: "1.2.3", startScript: "node server.js", reservedNames: [] },
    viewerCan: {
      abortPackageUpload: { allowed: false, reason: expect.stringContaining("over") },
      deletePackage: { allowed: true },
    },
  });
  const made = await ask(
    owner,
    `mutation ($input: CreateComponentInput!) { createComponent(input: $input) {
    id name type runtime framework python { module } build { organization } source { kind package { id fileName } branch } application { name } } }`,
    {
      input: {
        applicationId,
        name: "web-1",
        type: "web",
        runtime: "Nodejs24",
        source: { kind: "zip", packageId: id, branch: null },
        python: null,
      },
    },
  );
  expect(made.errors).toBeUndefined();
  expect(made.data.createComponent).toMatchObject({
    name: "web-1",
    type: "web",
    runtime: "Nodejs24",
    framework: null,
    python: null,
    build: null,
    source: { kind: "zip", package: { id, fileName: "shop.zip" }, branch: null },
    application: { name: "shop" },
  });
  const found = await ask(
    owner,
    `query ($id: ID!, $package: ID!) { node(id: $id) { ... on Component { name } } other: node(id: $package) { ... on Package { fileName } } }`,
    { id: made.data.createComponent.id, package: id },
  );
  expect(found.data).toEqual({ node: { name: "web-1" }, other: { fileName: "shop.zip" } });
});

test("a large package goes up in parts, in any order, and is ready once however often it is finished", async () => {
  const { owner, db, projectId } = await store();
  const zip = rawZip([
    { name: "package.json", data: '{"scripts":{"start":"node ."}}' },
    { name: "big", data: randomBytes(70 * 1024 ** 2), stored: true },
  ]);
  const {
    package: { id: packageId },
    url,
    partSize,
    parts,
  } = await startPackageUpload(owner, { fileName: "big.zip", size: zip.length });
  expect(url).toBeNull();
  expect(partSize).toBeGreaterThanOrEqual(16 * 1024 ** 2);
  expect(parts).toHaveLength(Math.ceil(zip.length / partSize!));
  const uploaded = await Promise.all(
    parts.toReversed().map(async (part) => {
      const answer = await putFile(part.url, zip.subarray((part.number - 1) * partSize!, part.number * partSize!));
      return { number: part.number, etag: answer.headers.get("etag")! };
    }),
  );
  const refused = { code: "invalid", details: { fields: { parts: [expect.any(String)] } } };
  const wrong = uploaded.map((part) => ({
    ...part,
    etag: part.number === 2 ? '"00000000000000000000000000000000"' : part.etag,
  }));
  for (const given of [[], uploaded.slice(1), [...uploaded.slice(1), uploaded[1]!], wrong]) {
    await expect(completePackageUpload(owner, { packageId, parts: given })).rejects.toMatchObject(refused);
  }
  const finished = await Promise.all(
    [1, 2, 3, 4].map(() => completePackageUpload(owner, { packageId, parts: uploaded })),
  );
  const sha256 = createHash("sha256").update(zip).digest("hex");
  for (const one of finished) expect(one).toMatchObject({ state: "ready", size: zip.length, sha256 });
  expect(await completePackageUpload(owner, { packageId })).toMatchObject({ state: "ready", sha256 });
  const rows = await db.select().from(auditLog).where(eq(auditLog.projectId, projectId));
  expect(
    rows
      .filter(({ operation }) => operation === "completePackageUpload")
      .map(({ result }) => result)
      .sort(),
  ).toEqual([...Array(5).fill("done"), ...Array(4).fill("invalid")]);
});

test("finishing a small upload many times at once answers the same each time, ready or refused", async () => {
  const here = await store();
  const { owner } = here;
  for (const [body, state] of [
    [nodeZip(), "ready"],
    [Buffer.from("no archive at all"), "refused"],
  ] as const) {
    const {
      package: { id: packageId },
      url,
    } = await startPackageUpload(owner, { fileName: "a.zip", size: body.length });
    await putFile(url!, body);
    const finished = await Promise.all([1, 2, 3, 4, 5].map(() => completePackageUpload(owner, { packageId })));
    expect(finished.map((one) => one.state)).toEqual(Array(5).fill(state));
    expect(new Set(finished.map((one) => one.refusal)).size).toBe(1);
    // Putting the file there again changes nothing once it was refused.
    if (state === "refused") await putFile(url!, body);
    expect((await completePackageUpload(owner, { packageId })).state).toBe(state);
  }
  expect((await inStorage(here)).map(({ state, stored }) => ({ state, stored }))).toEqual([
    { state: "ready", stored: true },
    { state: "refused", stored: false },
  ]);
});

test("another tenant's package does not exist, and somebody without rights is told the missing action", async () => {
  const { owner, nobody } = await store();
  const stranger = (await world()).owner;
  const { id: packageId } = await upload(owner, "a.zip", nodeZip());
  for (const verb of [getPackage, completePackageUpload, deletePackage]) {
    await expect(verb(stranger, { packageId })).rejects.toMatchObject({ code: "not_found" });
    await expect(verb(nobody, { packageId })).rejects.toMatchObject({
      code: "forbidden",
      details: { action: expect.any(String) },
    });
  }
  expect(await loadPackages(stranger, [packageId])).toEqual([expect.any(Error)]);
  expect((await listPackages(stranger, {})).nodes).toEqual([]);
  await expect(startPackageUpload(nobody, { fileName: "a.zip", size: 1 })).rejects.toMatchObject({
    code: "forbidden",
    details: { action: "servicestage:app:create" },
  });
});

test("packages are listed by page, state, format and name", async () => {
  const { owner } = await store();
  await upload(owner, "one.zip", nodeZip());
  await upload(owner, "two.war", war());
  await upload(owner, "bad_one.zip", Buffer.from("nothing"));
  const names = async (args: string) =>
    (await ask(owner, `{ packages${args} { totalCount nodes { fileName } } }`)).data.packages;
  expect(await names("")).toEqual({
    totalCount: 3,
    nodes: [{ fileName: "bad_one.zip" }, { fileName: "two.war" }, { fileName: "one.zip" }],
  });
  expect(await names("(state: ready, format: zip)")).toEqual({ totalCount: 1, nodes: [{ fileName: "one.zip" }] });
  expect(await names('(search: "_one", first: 1)')).toEqual({ totalCount: 1, nodes: [{ fileName: "bad_one.zip" }] });
});

test("where a package is stored names its project and itself, and nothing that a user wrote", async () => {
  const { owner, projectId } = await store();
  const {
    package: { id, objectKey },
  } = await startPackageUpload(owner, { fileName: "..%2f.zip", size: 1 });
  expect(objectKey).toBe(`packages/${projectId}/${id}`);
});
