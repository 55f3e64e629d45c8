export * from "./call.ts";
export * from "./dispatch.ts";
export * from "./errors.ts";
export * from "./limits.ts";
export * from "./reply.ts";
export * from "./throttle.ts";
