import * as http from "node:http";

/** The client for an address. TLS is loaded only where it is needed: it costs 5 MB. */
export const clientFor = (url: string): Pick<typeof http, "request" | "get" | "Agent"> =>
  url.startsWith("https:") ? process.getBuiltinModule("node:https") : http;
