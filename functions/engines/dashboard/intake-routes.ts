import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { done, type PlaneReply } from "../plane/reply.ts";
import { readSample } from "./read-sample.ts";
import { storeSample } from "./sample-batch.ts";

const mostBytes = 1024 * 1024;

/** What an instance tells of itself every few seconds (protocol §5). */
async function takeSample(call: PlaneCall): Promise<PlaneReply> {
  const sample = readSample(await call.json(mostBytes), call.query.get("service"));
  await storeSample(call, { ...sample, tenant: call.tenant });
  return done;
}

/** Both versions of the address. */
export const dashboardIntake: PlaneRoute[] = [
  { method: "POST", path: "/v2/:project/csemonitor/metric", handle: takeSample },
  { method: "POST", path: "/csemonitor/v1/metric", handle: takeSample },
];
