export * from "./authenticate.ts";
export * from "./bootstrap.ts";
export * from "./http-signature.ts";
export * from "./open-account.ts";
export * from "./routes.ts";
export * from "./sessions.ts";
export * from "./signing-keys.ts";
export * from "./view-viewer.ts";
