import { groupMembers, users } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hashPassword } from "../../functions/identity/password.ts";
import { edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

const query = "subscription { instanceChanged { cursor } }";

async function started() {
  const w = await world();
  const door = edge(w);
  const { accessToken, sessionId } = (await (await door.signIn()).json()) as { accessToken: string; sessionId: string };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  /** A running subscription; `ended` resolves when the server ends it. */
  const follow = async (token: string) => {
    const answer = await door.post(
      "/graphql",
      { query },
      { headers: { ...bearer(token), accept: "text/event-stream" } },
    );
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      200,
      expect.stringContaining("text/event-stream"),
    ]);
    let over = false;
    const ended = answer.text().then((text) => ((over = true), text));
    return { ended, isOver: () => over };
  };
  return { w, door, headers: bearer(accessToken), accessToken, sessionId, follow };
}

const within = (work: Promise<unknown>, milliseconds = 5_000) =>
  Promise.race([
    work.then(() => "ended"),
    new Promise((resolve) => setTimeout(resolve, milliseconds, "still running")),
  ]);

test("a revoked token ends what runs by it within seconds, and nothing else (BEY-02)", async () => {
  const { door, headers, accessToken, follow } = await started();
  const make = async () =>
    (await (
      await door.post(
        "/v1/api-tokens",
        { name: "x", actions: ["servicestage:app:get"], expiresAt: new Date(Date.now() + 60_000).toISOString() },
        { headers },
      )
    ).json()) as { id: string; token: string };
  const [one, two] = [await make(), await make()];
  const [first, second, own] = [await follow(one.token), await follow(two.token), await follow(accessToken)];
  expect((await door.send(`/v1/api-tokens/${one.id}`, { method: "DELETE", headers })).status).toBe(200);
  expect(await within(first.ended)).toBe("ended");
  expect([second.isOver(), own.isOver()]).toEqual([false, false]);
  await door.send("/v1/sessions/current", { method: "DELETE", headers });
  expect(await within(own.ended)).toBe("ended");
  expect(second.isOver()).toBe(false);
  expect(
    (await door.send(`/v1/api-tokens/${two.id}`, { method: "DELETE", headers: await signedInAgain(door) })).status,
  ).toBe(200);
  expect(await within(second.ended)).toBe("ended");
});

const signedInAgain = async (door: ReturnType<typeof edge>) => ({
  authorization: `Bearer ${((await (await door.signIn()).json()) as { accessToken: string }).accessToken}`,
});

test("a disabled user's subscriptions end, and those of a user whose rights change", async () => {
  const { w, door, headers, accessToken, follow } = await started();
  const policies = (await (await door.send("/v1/policies?first=50", { headers })).json()) as {
    nodes: { id: string; name: string }[];
  };
  const group = (await (await door.post("/v1/groups", { name: "viewers" }, { headers })).json()) as { id: string };
  const readOnly = policies.nodes.find(({ name }) => name === "ServiceStage ReadOnlyAccess")!;
  const granted = await door.post(`/v1/groups/${group.id}/grants`, { policyIds: [readOnly.id] }, { headers });
  expect(granted.status).toBeLessThan(300);
  const userId = w.owner.newId("user");
  await w.db.insert(users).values({
    id: userId,
    accountId: w.accountId,
    name: "viewer",
    passwordHash: await hashPassword("another fine password"),
  });
  await w.db.insert(groupMembers).values({ groupId: group.id, userId });
  const signedIn = await door.post("/v1/sessions", {
    account: w.account,
    user: "viewer",
    password: "another fine password",
  });
  const { accessToken: theirs } = (await signedIn.json()) as { accessToken: string };
  const watching = await follow(theirs);
  await w.db.delete(groupMembers).where(eq(groupMembers.userId, userId));
  expect(await within(watching.ended)).toBe("ended");
  const mine = await follow(accessToken);
  await w.db.update(users).set({ enabled: false }).where(eq(users.id, w.userId));
  expect(await within(mine.ended)).toBe("ended");
});
