import { type EngineFailure, operations } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { type CommandCall, defineCommand } from "../../kernel/verb.ts";
import { engineObserved } from "./events.ts";
import { logOperation } from "./feeds.ts";
import { finishOperation } from "./finish-operation.ts";
import { cameTrue, failureOf, portTaken, type Seen, seenOf, wakeHosts, wishListeners } from "./listeners.ts";
import { failOperation, type Open, openOperation } from "./operations.ts";
import { choosePort } from "./ports.ts";
import { type Step, stepsOf } from "./steps.ts";

const ofOperation = { operationId: z.string() };
const failure = z.object({ code: z.string(), message: z.string(), service: z.string() });
/** How long a step may take, in seconds. */
const deadline = 60;

const stepOf = ({ operation, engine }: Open): Step => {
  if (operation.kind === "restore") throw new Error("A restore has a workflow of its own");
  return stepsOf(operation.kind, engine)[operation.step]!;
};

/** Writes what the next step of an operation wishes, for the hosts. Done once, however often it is called. */
export const applyOperation = defineCommand({
  name: "applyOperation",
  title: "Write the next wish of an operation",
  action: "cse:engine:modify",
  input: z.object(ofOperation),
  on: ["operation", "operationId"],
  async run(call, { operationId }) {
    const { tx, emit, now } = call;
    const open = await openOperation(call, operationId);
    if (!open) return { wished: false };
    const { operation, engine } = open;
    if (operation.applied) {
      // The outcome may have come while nobody was waiting for it: say it again.
      await emit(engineObserved, { engineId: engine.id });
      return { wished: false };
    }
    const step = stepOf(open);
    await step.wish(call, engine, operation);
    await tx.update(operations).set({ applied: true, updatedAt: now() }).where(eq(operations.id, operationId));
    await logOperation(tx, operation, { step: step.title, message: "Handed to the hosts" });
    await wakeHosts(tx);
    return { wished: true };
  },
});

/**
 * Ends a step of an operation by what its hosts said, and with the last one the operation; `left` is how many seconds remain
 * when it is not over. Done once, however often it is called.
 */
export const concludeOperation = defineCommand({
  name: "concludeOperation",
  title: "Judge an operation by what was observed",
  action: "cse:engine:modify",
  input: z.object({ ...ofOperation, unanswered: failure.nullable() }),
  on: ["operation", "operationId"],
  async run(call, { operationId, unanswered }): Promise<{ over: boolean; left: number }> {
    const over = { over: true, left: 0 };
    const open = await openOperation(call, operationId);
    if (!open) return over;
    const { operation, engine } = open;
    if (!operation.applied) return { over: false, left: deadline };
    const { tx, now } = call;
    const { seen, hosts } = await seenOf(tx, engine.id, now());
    if (seen.every((one) => cameTrue(one, hosts)) && (hosts.length > 0 || operation.kind === "delete"))
      return (await nextStep(call, open)) ? { over: false, left: deadline } : over;
    const step = stepOf(open).title;
    const refused = seen.find((one) => failureOf(one, hosts) !== null);
    if (refused) {
      const why = failureOf(refused, hosts)!;
      if (await movePort(call, open, refused, why)) return { over: false, left: deadline };
      await failOperation(call, open, { step, failure: why });
      return over;
    }
    const left = Math.ceil(deadline - (now().getTime() - operation.updatedAt.getTime()) / 1000);
    if (left > 0) return { over: false, left: unanswered ? Math.min(left, 5) : left };
    if (operation.kind === "delete") {
      // Whoever still listens finds no engine any more, and closes.
      await finishOperation(call, open);
      return over;
    }
    await failOperation(call, open, { step, failure: unanswered ?? silence(hosts.length) });
    return over;
  },
});

const silence = (hosts: number): EngineFailure => ({
  code: "ENGINE_HOST.SILENT",
  message:
    hosts === 0
      ? "No process that serves engines is running: start one"
      : `The processes that serve engines have not answered within ${deadline} s`,
  service: "engine host",
});

/** True when there is another step. */
async function nextStep(call: CommandCall, open: Open): Promise<boolean> {
  const { operation, engine } = open;
  const { tx, now } = call;
  await logOperation(tx, operation, { step: stepOf(open).title, message: "Done, and requests are answered" });
  const step = operation.step + 1;
  if (operation.kind === "restore" || step >= stepsOf(operation.kind, engine).length) {
    await finishOperation(call, open);
    return false;
  }
  await tx.update(operations).set({ step, applied: false, updatedAt: now() }).where(eq(operations.id, operation.id));
  return true;
}

/** What else runs on the machine may have taken a port: another one does as well. True when one is tried. */
async function movePort(
  call: CommandCall,
  { operation, engine }: Open,
  { listener }: Seen,
  why: EngineFailure,
): Promise<boolean> {
  if (why.code !== portTaken || listener.scope === "public" || operation.kind !== "create") return false;
  const { tx, now } = call;
  const port = await choosePort(tx, listener.port);
  await wishListeners(tx, engine.id, { port }, { place: listener.place, scope: "private" });
  await tx.update(operations).set({ updatedAt: now() }).where(eq(operations.id, operation.id));
  const message = `Port ${listener.port} is taken by something else: trying ${port}`;
  await logOperation(tx, operation, { step: "Open its addresses", level: "warning", message });
  await wakeHosts(tx);
  return true;
}
