import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { nodeZip } from "../kit/archives.ts";
import { putFile, store } from "./store.ts";

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
