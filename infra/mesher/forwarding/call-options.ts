import type { IncomingMessage } from "node:http";
import { serverOptions } from "../../proxy/pass.ts";

/**
 * How both ports take requests. An offer to speak HTTP/2 is not taken up: behind it any number of calls would go by that nobody
 * governs.
 */
export const callOptions = {
  ...serverOptions,
  shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() !== "h2c",
};
