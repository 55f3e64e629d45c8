import type { PlaneCall } from "../../plane/call.ts";
import { json, type PlaneReply } from "../../plane/reply.ts";

/** The servers that a client may ask: the addresses of the engine. */
export function members({ addresses, engine }: PlaneCall): PlaneReply {
  const instances = addresses.map((address) => ({
    status: "UP",
    serviceName: "CseConfigCenter",
    appId: "default",
    version: engine.version,
    isHttps: address.startsWith("https:"),
    endpoints: [address.replace(/^https?:/, "rest:")],
  }));
  return json({ instances });
}
