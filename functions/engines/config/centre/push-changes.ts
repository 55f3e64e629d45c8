import type { PlaneCall, PlaneSocket } from "../../plane/call.ts";
import { topicsOf } from "../items/item-query.ts";
import { knownEnvironment, labelsOf } from "../items/scope.ts";
import { waitForItems } from "../items/waiting-for-items.ts";
import { scopesRead } from "./read-items.ts";

const longest = 60_000;

/** Tells a client to read its items again whenever one of them changes (protocol §2.5). */
export async function pushChanges(call: PlaneCall, socket: PlaneSocket): Promise<void> {
  const environment = knownEnvironment(call.header("x-environment"));
  const topics = scopesRead(call.query.get("dimensionsInfo") ?? "", environment).flatMap((scope) =>
    topicsOf({ tenant: call.tenant, labels: labelsOf(scope), exact: true }),
  );
  const over = AbortSignal.any([call.signal, socket.closed]);
  while (!over.aborted) {
    if ((await waitForItems(call, topics, longest, over)) === "news") socket.send(JSON.stringify({ action: "CREATE" }));
  }
}
