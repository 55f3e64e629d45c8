import {
  abortPackageUpload,
  completePackageUpload,
  deletePackage,
  getPackage,
  listPackages,
  loadPackages,
  type Package as Row,
  startPackageUpload,
} from "@flyloft/functions/components";
import { type Inspection, packageFormats } from "@flyloft/functions/components/packages";
import { Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";
import { viewerCan } from "./viewer-can.ts";

const PackageState = enumOf("PackageState", ["uploading", "ready", "refused"], "Whether a package can be used");
const PackageFormat = enumOf("PackageFormat", packageFormats, "What kind of archive it is");

const PackageContents = builder.objectRef<Inspection>("PackageContents").implement({
  description: "What a look inside a package found",
  fields: (t) => ({
    entries: t.exposeInt("entries", { description: "How many files it holds" }),
    uncompressedBytes: t.exposeFloat("uncompressedBytes", { description: "Bytes when unpacked" }),
    topLevel: t.exposeStringList("topLevel", {
      description: "What lies at the top, at most 1000 names; folders end with /",
    }),
    mainClass: t.string({
      nullable: true,
      description: "The Main-Class of a Jar",
      resolve: ({ manifest }) => manifest?.mainClass ?? null,
    }),
    version: t.string({
      nullable: true,
      description: "The version that its manifest or package.json tells",
      resolve: ({ manifest, node }) => manifest?.version ?? node?.version ?? null,
    }),
    startScript: t.string({
      nullable: true,
      description: "The start script of its package.json",
      resolve: ({ node }) => node?.start ?? null,
    }),
    reservedNames: t.exposeStringList("reservedNames", {
      description: "Files that a Zip for Nodejs8 must not hold (CMP-33)",
    }),
  }),
});

export const Package = builder.loadableObjectRef<Row, string>("Package", {
  load: (ids, ctx) => loadPackages(ctx, ids),
});

Package.implement({
  description: "A Jar, War or Zip in object storage (CMP-11)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    fileName: t.exposeString("fileName", { description: "The name it was uploaded with" }),
    state: t.expose("state", { type: PackageState, description: "Only a ready one can be used" }),
    size: t.exposeFloat("size", { description: "Bytes" }),
    sha256: t.exposeString("sha256", { nullable: true, description: "The SHA-256 of a ready one, in hex" }),
    format: t.expose("format", {
      type: PackageFormat,
      nullable: true,
      description: "What kind of archive a ready one is",
    }),
    refusal: t.exposeString("refusal", { nullable: true, description: "Why it was refused, in words" }),
    refusalReason: t.exposeString("refusalReason", {
      nullable: true,
      description: "The same in one word, such as not_an_archive",
    }),
    contents: t.field({
      type: PackageContents,
      nullable: true,
      description: "What is in a ready one",
      resolve: ({ inspection }) => inspection as Inspection | null,
    }),
    createdBy: t.exposeString("createdBy", { description: "Who uploaded it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When the upload began" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});
viewerCan(Package, "package", "Package");

const PackagePart = builder.objectRef<{ number: number; url: string }>("PackagePart").implement({
  description: "One part of an upload in parts",
  fields: (t) => ({
    number: t.exposeInt("number", { description: "From 1; the last part holds the rest" }),
    url: t.exposeString("url", { description: "Where to PUT it; keep the ETag header of the answer" }),
  }),
});

type Upload = Awaited<ReturnType<typeof startPackageUpload>>;
const PackageUpload = builder.objectRef<Upload>("PackageUpload").implement({
  description: "Where a package is to be put: either `url`, or `parts` of `partSize` bytes",
  fields: (t) => ({
    package: t.field({ type: Package, description: "The package that is coming", resolve: (upload) => upload.package }),
    url: t.exposeString("url", {
      nullable: true,
      description: "Where to PUT the whole file; null for an upload in parts",
    }),
    partSize: t.exposeInt("partSize", { nullable: true, description: "Bytes of each part but the last" }),
    parts: t.expose("parts", { type: [PackagePart], description: "Empty for an upload in one piece" }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", description: "When the addresses stop working" }),
  }),
});

list("packages", listPackages, "Package", Package);
query("package", getPackage, Package);
mutation(startPackageUpload, PackageUpload);
mutation(completePackageUpload, Package);
mutation(abortPackageUpload, Deleted);
mutation(deletePackage, Deleted);
