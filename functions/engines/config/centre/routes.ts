import type { PlaneChannel, PlaneRoute } from "../../plane/call.ts";
import { json, notModified, type PlaneReply } from "../../plane/reply.ts";
import { members } from "./members.ts";
import { pushChanges } from "./push-changes.ts";
import { readItems } from "./read-items.ts";
import { putCentreItems, removeCentreItems } from "./write-items.ts";

const base = "/v3/:project/configuration";

/** A client that sees anything else never asks again (protocol §7.4, 4): it keeps what it has and is told nothing new. */
const survivable = (reply: PlaneReply) => (reply.status === 429 ? reply : notModified());

/** The older configuration protocol (protocol §2.4). */
export const centreRoutes: PlaneRoute[] = [
  { method: "GET", path: `${base}/items`, handle: readItems, soften: survivable },
  { method: "POST", path: `${base}/items`, handle: putCentreItems },
  { method: "DELETE", path: `${base}/items`, handle: removeCentreItems },
  { method: "GET", path: `${base}/members`, handle: members },
  { method: "GET", path: `${base}/health`, handle: () => json({ status: "UP" }), open: true },
];
export const centreChannels: PlaneChannel[] = [{ path: `${base}/refresh/items`, serve: pushChanges }];
