export * from "./client.ts";
export { idPrefixes, type IdKind } from "./columns.ts";
export * from "./schema/index.ts";
