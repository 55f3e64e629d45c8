import { nextFire } from "../cron/next.ts";
import { parseCron } from "../cron/parse.ts";
import { checkExpression } from "../expression/index.ts";
import { isDict } from "../protocol/canonical.ts";
import { durationMs } from "../protocol/duration.ts";
import type { Config, CronTrigger, Trigger } from "./config-shape.ts";

const maxTriggers = 10;
const maxName = 255;

export function readTriggers(raw: unknown): Pick<Config, "triggers" | "crons"> {
  if (!Array.isArray(raw)) throw new Error("triggers is not a list");
  if (raw.length > maxTriggers) throw new Error(`at most ${maxTriggers} triggers`);
  const triggers: Trigger[] = [];
  const crons: CronTrigger[] = [];
  for (const one of raw) {
    if (isDict(one) && typeof one.event === "string") triggers.push(readEvent(one.event, one.expression));
    else if (isDict(one) && typeof one.cron === "string") crons.push(readCron(one.cron, one.jitter));
    else throw new Error("a trigger is neither an event nor a cron");
  }
  const names = [...triggers.map((one) => JSON.stringify([one.pattern, one.expr])), ...crons.map((one) => one.expr)];
  if (new Set(names).size !== names.length) throw new Error("two triggers are equal");
  return { triggers, crons };
}

function readEvent(pattern: string, expr: unknown): Trigger {
  if (pattern === "" || pattern.length > maxName) throw new Error(`an event name has 1 to ${maxName} characters`);
  if (/\*(?!$)|(?<![./])\*/.test(pattern)) throw new Error(`${pattern}: * may only end a name, after / or .`);
  if (expr === undefined || expr === "") return { pattern };
  if (typeof expr !== "string") throw new Error("a trigger's expression is not text");
  checkExpression(expr, ["event"]);
  return { pattern, expr };
}

function readCron(expr: string, jitter: unknown): CronTrigger {
  const cron = parseCron(expr);
  if (nextFire(cron, Date.now()) === undefined) throw new Error(`cron "${expr}" never fires`);
  if (jitter === undefined) return { expr, jitterMs: 0 };
  const jitterMs = typeof jitter === "string" ? durationMs(jitter) : undefined;
  if (jitterMs === undefined || jitterMs < 1_000 || jitterMs > 300_000) throw new Error("jitter is 1 s to 5 min");
  return { expr, jitterMs };
}
