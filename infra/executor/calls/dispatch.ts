import { setTimeout as sleep } from "node:timers/promises";
import { isConnectionLoss } from "../database.ts";
import type { Engine } from "../engine.ts";
import { NoAnswer } from "../http/post.ts";
import { sendSigned } from "../http/signed.ts";
import { limits } from "../protocol/limits.ts";
import { applyReply } from "./apply.ts";
import type { Claimed } from "./claim.ts";
import { prepareCall, type Call } from "./prepare.ts";
import { readReply, type Reply } from "./reply.ts";
import { requestOf } from "./request.ts";

const persistForMs = 60_000;

/** A call under way; the loop keeps the lease of this job alive. */
export type Lease = { jobId: string };

/**
 * Makes one leased call and applies its reply, and so on as long as the next call is this executor's at once.
 * An abort leaves the lease to be handed back; so does a stop, between two calls.
 */
export async function dispatch(engine: Engine, claimed: Claimed, lease: Lease, signal: AbortSignal): Promise<void> {
  await engine.failpoint("after-claim");
  let call = await persist(() => prepareCall(engine, claimed), signal);
  while (call && !engine.stopping()) call = await makeCall(engine, call, lease, signal);
}

/** Answers the call that follows. */
async function makeCall(engine: Engine, call: Call, lease: Lease, signal: AbortSignal): Promise<Call | undefined> {
  const reply = await ask(engine, call, signal);
  if (!reply) return undefined;
  await engine.failpoint("after-response");
  const { stale, next } = await persist(() => applyReply(engine, call, reply), signal);
  if (next) lease.jobId = next.jobId;
  if (stale)
    engine.log({
      level: "info",
      message: "a stale reply was dropped",
      run: call.runId,
      job: call.jobId,
      gen: call.gen,
    });
  await engine.failpoint("after-commit");
  return next;
}

async function ask(engine: Engine, call: Call, signal: AbortSignal): Promise<Reply | undefined> {
  try {
    const bounds = { timeoutMs: engine.settings.callTimeoutMs, maxBytes: limits.replyBytes, signal };
    const answer = await sendSigned(engine, { method: "POST", ...requestOf(engine, call) }, bounds);
    return readReply(engine.signingKeys, answer);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    if (error.code === "aborted") return undefined;
    if (!error.sent) {
      engine.appGone(call.url);
      return { kind: "refused", status: 0, version: -1, reason: error.message };
    }
    // The same code would answer as much again.
    const tooLarge = error.code === "output_too_large";
    return {
      kind: "error",
      status: 0,
      version: -1,
      error: { name: tooLarge ? error.code : "NoAnswer", message: error.message },
      final: tooLarge,
      retryAfterMs: undefined,
    };
  }
}

/** Goes on over a restart of the database: the generation makes a repetition harmless, and an answer is not lost. */
async function persist<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const until = Date.now() + persistForMs; ;) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionLoss(error) || signal.aborted || Date.now() > until) throw error;
      await sleep(300);
    }
  }
}
