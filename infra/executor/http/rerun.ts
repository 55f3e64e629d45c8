import type { Engine } from "../engine.ts";
import { isDict, parseJson } from "../protocol/canonical.ts";
import { rerun } from "../runs/rerun.ts";
import { readHistory } from "./history.ts";
import { problem, type Ask, type Reply, type Route } from "./server.ts";

/** `POST /v1/runs/:id/rerun`, with `{"from_step":"<id>"}` from that step on; answers the new run. */
export const rerunRoutes = (engine: Engine): Route[] => [
  { method: "POST", path: "/v1/runs/:id/rerun", handle: (ask) => again(engine, ask) },
];

async function again(engine: Engine, { params, body }: Ask): Promise<Reply> {
  const given = body === "" ? {} : parseJson(body);
  if (!isDict(given)) return problem(400, "the body is an object");
  const { from_step: step } = given;
  if (step !== undefined && typeof step !== "string") return problem(400, "from_step is the id of a step");
  const clean = (text: string) => text.replaceAll("\u0000", "");
  const made = await rerun(engine, clean(params.id ?? ""), step === undefined ? null : clean(step));
  if ("missing" in made) return problem(404, `No such ${made.missing}`, { missing: made.missing });
  if ("refused" in made) return problem(409, `Not started: ${made.refused}`);
  engine.wake();
  return { ...(await readHistory(engine, made.runId)), status: 201 };
}
