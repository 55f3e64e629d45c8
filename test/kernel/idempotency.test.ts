import { idempotencyKeys } from "@flyloft/db";
import { conflict, type Ctx, defineEffect } from "@flyloft/functions/kernel";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { world } from "../kit/world.ts";

/** An effect that counts how often it really happens, and can be held up or fail. */
function counted() {
  const seen = { times: 0, gate: Promise.resolve() as Promise<unknown>, fails: false };
  const verb = defineEffect({
    name: "countUp",
    title: "Count",
    action: "servicestage:app:create",
    input: z.object({ by: z.int() }),
    on: ["project"],
    async run({ now }, { by }) {
      await seen.gate;
      if (seen.fails) throw conflict("Not now");
      seen.times += by;
      return { total: seen.times, countedAt: now() };
    },
  });
  return { seen, verb };
}
const keyed = (ctx: Ctx, idempotencyKey: string | null): Ctx => ({ ...ctx, idempotencyKey });

test("an effect with a key happens once and answers the same, dates as dates; without a key it happens each time", async () => {
  const { owner } = await world();
  const { seen, verb } = counted();
  const first = await verb(keyed(owner, "k"), { by: 2 });
  expect(await verb(keyed(owner, "k"), { by: 2 })).toEqual(first);
  expect(first.countedAt).toBeInstanceOf(Date);
  expect(seen.times).toBe(2);
  await verb(keyed(owner, "other"), { by: 2 });
  await verb(owner, { by: 2 });
  expect(seen.times).toBe(6);
});

test("the same key with another input is refused, and so is one whose first request is under way", async () => {
  const { owner } = await world();
  const { seen, verb } = counted();
  let open = () => {};
  seen.gate = new Promise<void>((resolve) => (open = resolve));
  const first = verb(keyed(owner, "k"), { by: 1 });
  const others = Promise.allSettled([1, 2].map(() => verb(keyed(owner, "k"), { by: 1 })));
  // The first to come holds the key; it is let go when the others were answered.
  await Promise.race([others, first.catch(() => {})]).finally(open);
  const outcomes = [...(await others), (await Promise.allSettled([first]))[0]!];
  expect(seen.times).toBe(1);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).not.toHaveLength(0);
  await expect(verb(keyed(owner, "k"), { by: 2 })).rejects.toMatchObject({ code: "conflict" });
});

test("a failure leaves the key free", async () => {
  const { owner } = await world();
  const { seen, verb } = counted();
  seen.fails = true;
  await expect(verb(keyed(owner, "k"), { by: 1 })).rejects.toMatchObject({ code: "conflict" });
  seen.fails = false;
  expect(await verb(keyed(owner, "k"), { by: 1 })).toMatchObject({ total: 1 });
});

test("a claim that was left by a process that died lapses", async () => {
  const made = await world();
  const { owner, db, clock } = made;
  const { verb } = counted();
  await verb(keyed(owner, "k"), { by: 1 });
  const mine = and(eq(idempotencyKeys.key, "k"), eq(idempotencyKeys.projectId, made.projectId));
  await db.update(idempotencyKeys).set({ output: null }).where(mine);
  await expect(verb(keyed(owner, "k"), { by: 1 })).rejects.toMatchObject({ code: "conflict" });
  clock.offset = 11 * 60_000;
  expect(await verb(keyed(owner, "k"), { by: 1 })).toMatchObject({ total: 2 });
});

test("keys are one's own: two actors with the same key do not meet", async () => {
  const { owner, as } = await world();
  const { seen, verb } = counted();
  await verb(keyed(owner, "k"), { by: 1 });
  await verb(keyed(as({ id: "usr_other" }), "k"), { by: 1 });
  expect(seen.times).toBe(2);
});
