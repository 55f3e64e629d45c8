import type { Tx } from "../database.ts";
import { canonical, isDict, type Dict } from "../protocol/canonical.ts";
import { dueAt, maxWaitMs, WaitTooLong } from "../protocol/duration.ts";
import { limits } from "../protocol/limits.ts";
import { checkExpression, ExpressionError } from "../expression/index.ts";
import { memoise, plan, type StepRef } from "../runs/steps.ts";
import { takeSignal } from "../runs/signal.ts";
import { setTimer } from "../runs/timer.ts";
import { insertWait } from "../runs/wait.ts";
import type { RunError } from "../runs/finish.ts";
import type { RunRow } from "../runs/lock.ts";
import { readError, type Op } from "./reply.ts";
import { RunFault } from "../runs/run-fault.ts";

const isRace = ({ opts }: Op) => opts.parallelMode === "race";

type Apply = (tx: Tx, run: RunRow, op: Op, step: StepRef) => Promise<boolean>;

/** Opcodes that end a step. */
export const isOutcome = ({ op }: Op) => ["StepRun", "Step", "StepError", "StepFailed"].includes(op);

/** Each opcode's effect; true when it changed something. A step that is known already changes nothing. */
const effects: Record<string, Apply> = {
  StepRun: (tx, run, { data }, step) => store(tx, run, step, { data }),
  Step: (tx, run, { data }, step) => store(tx, run, step, { data }),
  StepError: (tx, run, { error }, step) => store(tx, run, step, { error: readError(error) }),
  StepFailed: (tx, run, { error }, step) => store(tx, run, step, { error: readError(error) }),
  StepPlanned: planCall,
  Sleep: sleep,
  WaitForEvent: waitForEvent,
  InvokeFunction: invoke,
  WaitForSignal: waitForSignal,
  DiscoveryRequest: async () => false,
  None: async () => false,
  RunComplete: async () => true,
};

export async function applyOp(tx: Tx, run: RunRow, op: Op): Promise<boolean> {
  const effect = effects[op.op];
  if (!effect)
    throw new RunFault("UnsupportedStep", `This executor does not support the step kind ${op.op} (${op.name})`);
  const step = { id: op.id, name: op.label.replaceAll("\u0000", "").toWellFormed(), op: op.op, race: isRace(op) };
  return effect(tx, run, op, step);
}

function store(tx: Tx, run: RunRow, step: StepRef, outcome: Dict): Promise<boolean> {
  return memoise(tx, run.id, step, memoOf(step, outcome));
}

/** What is too large or nested too deeply to be kept is the failure of its step: the function may catch it. */
function memoOf({ name = "" }: StepRef, outcome: Dict): string {
  const failed = (error: RunError) => canonical({ error });
  try {
    const memo = canonical(outcome);
    if (Buffer.byteLength(memo) <= limits.stepBytes) return memo;
    const message = `The result of step ${name} is larger than ${limits.stepBytes} bytes`;
    return failed({ name: "output_too_large", message });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failed({
      name: "UnstorableReply",
      message: `The result of step ${name} cannot be stored: ${error.message}`,
    });
  }
}

async function planCall(tx: Tx, run: RunRow, _op: Op, step: StepRef): Promise<boolean> {
  if (!(await plan(tx, run.id, step))) return false;
  await tx`
    insert into engine.jobs(run_id, kind, step_id, dedupe, state, ord, max_attempts)
    values (${run.id}, 'call', ${step.id}, ${`${run.id}:${step.id}:plan`}, 'ready', ${run.ord}, ${run.max_attempts})
    on conflict (dedupe) do nothing`;
  return true;
}

/** Milliseconds from now until a duration or date comes due; a wait over 366 days fails the run. */
function delayOf(raw: unknown, whenEmptyMs: number): number {
  const now = Date.now();
  try {
    return dueAt(typeof raw === "string" ? raw : "", now, now + whenEmptyMs) - now;
  } catch (error) {
    if (error instanceof WaitTooLong) throw new RunFault(error.name, error.message);
    throw new RunFault("InvalidDuration", (error as Error).message);
  }
}

async function sleep(tx: Tx, run: RunRow, { name, opts }: Op, step: StepRef): Promise<boolean> {
  const delay = delayOf(opts.duration ?? name, 0);
  if (!(await plan(tx, run.id, step))) return false;
  await warnWhenEmpty(
    tx,
    run,
    opts.duration ?? name,
    `step ${step.name} sleeps for no time: its duration was not understood`,
  );
  await setTimer(tx, run.id, "sleep", step.id, delay);
  return true;
}

async function waitForEvent(tx: Tx, run: RunRow, { name, opts }: Op, step: StepRef): Promise<boolean> {
  const awaited = typeof opts.event === "string" ? opts.event : name;
  if (awaited === "" || awaited.includes("\u0000"))
    throw new RunFault("InvalidWait", "A wait needs the name of an event");
  const expr = typeof opts.if === "string" && opts.if !== "" ? opts.if : null;
  if (expr !== null) check(expr);
  const delay = delayOf(opts.timeout, 0);
  if (!(await plan(tx, run.id, step))) return false;
  await warnWhenEmpty(tx, run, opts.timeout, `the wait for ${awaited} expires at once: its timeout was not understood`);
  await insertWait(tx, run.id, { kind: "event", stepId: step.id, name: awaited, expr, delayMs: delay });
  await setTimer(tx, run.id, "timeout", step.id, delay);
  return true;
}

function check(expr: string): void {
  try {
    checkExpression(expr, ["event", "async"]);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new RunFault("InvalidExpression", `"${expr}": ${error.message}`);
  }
}

const longestSignal = 255;

async function waitForSignal(tx: Tx, run: RunRow, { name, opts }: Op, step: StepRef): Promise<boolean> {
  const signal = (typeof opts.signal === "string" ? opts.signal : name).toWellFormed();
  if (signal === "" || signal.length > longestSignal || signal.includes("\u0000"))
    throw new RunFault("InvalidSignal", `A signal's name has 1 to ${longestSignal} characters, and no NUL`);
  const delayMs = delayOf(opts.timeout, 0);
  if (!(await plan(tx, run.id, step))) return false;
  await warnWhenEmpty(tx, run, opts.timeout, `the wait for ${signal} expires at once: its timeout was not understood`);
  if (opts.conflict === "replace") await takeSignal(tx, signal);
  if (!(await insertWait(tx, run.id, { kind: "signal", stepId: step.id, name: signal, delayMs })))
    throw new RunFault("SignalConflict", `Another run waits for the signal ${signal} already`);
  await setTimer(tx, run.id, "timeout", step.id, delayMs);
  return true;
}

async function invoke(tx: Tx, run: RunRow, { opts }: Op, step: StepRef): Promise<boolean> {
  const target = opts.function_id;
  if (typeof target !== "string" || target === "") throw new RunFault("InvalidInvoke", "An invoke needs a function id");
  const delay = delayOf(opts.timeout, maxWaitMs);
  if (!(await plan(tx, run.id, step))) return false;
  await insertWait(tx, run.id, {
    kind: "invoke",
    stepId: step.id,
    name: target.replaceAll("\u0000", ""),
    delayMs: delay,
  });
  await setTimer(tx, run.id, "timeout", step.id, delay);
  const payload = isDict(opts.payload) ? opts.payload : {};
  // A job of its own starts the child: its gates may lock other runs, and this run is locked now.
  await setTimer(tx, run.id, "invoke", step.id, 0, canonical({ target, payload, expire: Date.now() + delay }));
  return true;
}

/** The SDK turns what it cannot parse into an empty text; the run then says so instead of hiding it. */
async function warnWhenEmpty(tx: Tx, run: RunRow, text: unknown, note: string): Promise<void> {
  if (text === "") await tx`update engine.runs set note = ${note.replaceAll("\u0000", "")} where id = ${run.id}`;
}
