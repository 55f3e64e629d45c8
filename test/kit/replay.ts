import { asSystem, type Steps, type Workflow } from "@flyloft/jobs/steps";
import type { Ctx } from "@flyloft/functions/kernel";

class Killed extends Error {}

type Options = {
  /** Dies once after the work of this step, before the engine hears of it; after a wait it has lost the event. */
  killAfter?: string;
  /** What the world does while the workflow waits: answers the event's data, or null when none comes in time. */
  meanwhile?: (wait: { id: string; event: string; key: unknown; timeout: string }) => Promise<object | null>;
};

/**
 * Runs a workflow as a durable engine does: from the top each time, each finished step remembered as JSON. Steps that
 * begin together run together, and the world moves on when they are done. Answers the ids of the steps in their order.
 */
export async function replay(workflow: Workflow, ctx: Ctx, data: object, { killAfter, meanwhile }: Options = {}) {
  const done = new Map<string, string>();
  let pending = killAfter;
  const parsed = workflow.on.data.parse(JSON.parse(JSON.stringify(data)));
  const { accountId, projectId } = ctx.actor;
  const system = asSystem(ctx, { accountId, projectId });

  for (;;) {
    const life = { killed: null as Killed | null };
    const met = new Set<string>();
    const running = new Set<Promise<unknown>>();

    const once = <T>(id: string, work: () => Promise<T>): Promise<T> => {
      if (life.killed) return Promise.reject(life.killed);
      if (met.has(id)) throw new Error(`Two steps are called "${id}"`);
      met.add(id);
      const step = (async () => {
        if (!done.has(id)) {
          const result = await work();
          if (life.killed) throw life.killed;
          if (pending === id) {
            pending = undefined;
            throw (life.killed = new Killed(id));
          }
          done.set(id, JSON.stringify(result ?? null));
        }
        return JSON.parse(done.get(id)!) as T;
      })();
      running.add(step);
      step.catch(() => {}).finally(() => running.delete(step));
      return step;
    };

    const steps: Steps = {
      run: once,
      sleep: (id) => once(id, async () => {}),
      waitFor: (id, event, { key, timeout }) => {
        const wait = once(id, async () => {
          // The engine waits beside the steps that were begun with it.
          await new Promise(setImmediate);
          await Promise.allSettled([...running].filter((one) => one !== wait));
          if (life.killed) throw life.killed;
          return (await meanwhile?.({ id, event: event.name, key: parsed[key], timeout })) ?? null;
        });
        return wait as never;
      },
    };
    await workflow.run(system, parsed, steps).catch((error) => {
      if (!life.killed) throw error;
    });
    await Promise.allSettled(running);
    if (!life.killed) return [...done.keys()];
  }
}
