import type { Engine } from "../engine.ts";
import { sendSigned } from "../http/signed.ts";
import { canonical, isDict, parseJson } from "../protocol/canonical.ts";
import { limits } from "../protocol/limits.ts";
import { responseIsGenuine } from "../protocol/signature.ts";
import { storeApp } from "./store.ts";

const syncTimeoutMs = 15_000;

/** The app answered, but not with functions that can be taken. */
export class SyncFailed extends Error {
  override readonly name = "SyncFailed";
}

/** Asks an app for its functions and stores them. Throws SyncFailed, ConfigRefused, or NoAnswer when it is not up. */
export async function syncApp(engine: Engine, url: string): Promise<{ modified: boolean }> {
  const body = canonical({ url });
  const headers = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "x-inngest-sync-kind": "in_band",
    "x-inngest-server-kind": "cloud",
  };
  const answer = await sendSigned(
    engine,
    { method: "PUT", url: new URL(url), headers, body },
    { timeoutMs: syncTimeoutMs, maxBytes: limits.replyBytes },
  );
  const reply = parseJson(answer.body);
  if (answer.status !== 200 || !isDict(reply)) throw new SyncFailed(explain(answer.status, answer.body));
  // An app with in-band sync switched off has called /fn/register before it answered.
  if (answer.headers["x-inngest-sync-kind"] !== "in_band") return { modified: reply.modified === true };
  const signature = answer.headers["x-inngest-signature"];
  if (!responseIsGenuine(engine.signingKeys, typeof signature === "string" ? signature : undefined, answer.body)) {
    throw new SyncFailed("the answer is not signed with our signing key");
  }
  if (typeof reply.app_id !== "string" || !Array.isArray(reply.functions))
    throw new SyncFailed("the answer lists no functions");
  return storeApp(engine, { appId: reply.app_id, url, sdk: String(reply.sdk ?? ""), functions: reply.functions });
}

function explain(status: number, body: string): string {
  if (status === 401) return "the app rejected the signature: compare INNGEST_SIGNING_KEY and the clocks";
  if (status >= 300 && status < 400) return `the app's address redirects (HTTP ${status})`;
  return `HTTP ${status}: ${body.slice(0, 300)}`;
}

/** A signed GET; undefined when the app is not there. The text changes when other functions are served. */
export async function probeApp(engine: Engine, url: string): Promise<string | undefined> {
  const headers = { "x-inngest-server-kind": "cloud" };
  const answer = await sendSigned(
    engine,
    { method: "GET", url: new URL(url), headers },
    { timeoutMs: syncTimeoutMs, maxBytes: limits.replyBytes },
  );
  if (answer.status >= 500) return undefined;
  const seen = parseJson(answer.body);
  return isDict(seen) ? canonical([seen.function_count, seen.app_id, seen.sdk_version]) : answer.body;
}
