import type { IncomingHttpHeaders } from "node:http";

/** The header in which Java Chassis hands on what belongs to a call, as one JSON object of texts. */
export const contextHeader = "x-cse-context";
export const tokenEntry = "x-cse-auth-rsatoken";
export const sourceEntry = "x-cse-src-microservice";

/** Spring Cloud's way of handing on the same kind of token. */
const springToken = "x-sm-token";
const largest = 16 * 1024;

export function contextOf(headers: IncomingHttpHeaders): Record<string, string> {
  const text = headers[contextHeader];
  if (typeof text !== "string" || text.length > largest) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}

/** Who calls, by its own words. */
export function claimedCaller(headers: IncomingHttpHeaders): string {
  const plain = headers[sourceEntry];
  return ((typeof plain === "string" ? plain : contextOf(headers)[sourceEntry]) ?? "").slice(0, 128);
}

export function tokenOf(headers: IncomingHttpHeaders): string | null {
  const plain = headers[springToken];
  return contextOf(headers)[tokenEntry] ?? (typeof plain === "string" ? plain : null);
}

/** The headers by which this service makes itself known to the services it calls. */
export function callerHeaders(headers: IncomingHttpHeaders, self: string, token: string | null): string[] {
  const context = { ...contextOf(headers), [sourceEntry]: self, ...(token !== null && { [tokenEntry]: token }) };
  return ["x-cse-src-microservice", self, "x-cse-context", JSON.stringify(context)];
}

/** Taken out of what the local service sends: it speaks for itself through the sidecar only. */
export const ownHeaders = [contextHeader, sourceEntry, springToken];
