import type { Engine } from "../engine.ts";
import { canonical, isDict, parseJson } from "../protocol/canonical.ts";
import { limits } from "../protocol/limits.ts";
import { raiseSignal } from "../runs/signal.ts";
import { problem, type Ask, type Reply, type Route } from "./server.ts";

/** `POST /v1/signals`: ends the one wait for a signal; 404 when no run waits for it. */
export const signalRoutes = (engine: Engine): Route[] => [
  { method: "POST", path: "/v1/signals", handle: (ask) => signal(engine, ask) },
];

async function signal(engine: Engine, { body }: Ask): Promise<Reply> {
  const given = parseJson(body);
  if (!isDict(given) || typeof given.signal !== "string") return problem(400, "a signal has a name");
  const data = textOf(given.data);
  if (data === undefined || Buffer.byteLength(data) > limits.eventBytes)
    return problem(
      400,
      `a signal's data has at most ${limits.eventBytes} bytes and is not nested deeper than 500 levels`,
    );
  // No wait has a name with this character.
  const runId = given.signal.includes("\u0000")
    ? undefined
    : await raiseSignal(engine, given.signal.toWellFormed(), data);
  if (runId === undefined) return problem(404, "no run waits for this signal");
  engine.wake();
  return { status: 200, body: { data: { run_id: runId } } };
}

function textOf(data: unknown): string | undefined {
  try {
    return canonical(data);
  } catch {
    return undefined;
  }
}
