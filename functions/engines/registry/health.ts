import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { json } from "../plane/reply.ts";
import { ownNamed } from "./own-services.ts";

/** What the engine says of itself; clients look at `apiVersion` to learn what they may ask (protocol §1.8). */
const tellVersion = ({ engine: { version } }: PlaneCall) =>
  json({ version, apiVersion: "4.0.0", buildTag: version, goVersion: "", os: "", arch: "", config: {} });

/** It is healthy when it answers: what it holds is in memory. */
function tellHealth(call: PlaneCall) {
  const group = ownNamed(call, { appId: "default", serviceName: "SERVICECENTER" });
  return { status: 200, headers: json({}).headers ?? [], body: group!.told };
}

/** Asked by clients that have put this address aside: 200 brings it back (protocol §1.8). */
const tellReadiness = () => json({ status: "ready" });

const everywhere = (path: string, handle: PlaneRoute["handle"]): PlaneRoute[] =>
  ["/v4/:project/registry", "/registry/v3", ""]
    .filter((base) => base !== "" || path !== "/health/readiness")
    .map((base) => ({ method: "GET", path: `${base}${path}`, open: true, handle }));

export const healthRoutes: PlaneRoute[] = [
  ...everywhere("/version", tellVersion),
  ...everywhere("/health", tellHealth),
  ...everywhere("/health/readiness", tellReadiness),
];
