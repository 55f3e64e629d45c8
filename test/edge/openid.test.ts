import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "@flyloft/infra/local/ports";
import { client, openIdProvider, passThrough } from "../kit/openid.ts";
import { type Runtime, runtimeNames, start } from "./runtimes.ts";
import { type Answer, type Speaker, speaker } from "./session.ts";

const cookieOf = ({ cookies }: Answer) => cookies.map((one) => one.split(";")[0]).join("; ");
const path = "/v1/sign-in/openid/corporate";

describe.each(runtimeNames)("a real OpenID provider and the control plane on %s (BEY-03)", (name) => {
  const people = new Map<string, Record<string, unknown>>();
  let provider: Awaited<ReturnType<typeof openIdProvider>>;
  let runtime: Runtime;
  let door: Speaker;
  let callback: string;

  beforeAll(async () => {
    // Both must know the other's address before they start.
    const port = await freePort();
    callback = `http://127.0.0.1:${port}${path}/callback`;
    provider = await openIdProvider(people, callback);
    const named = { name: "Corporate", account: "flyloft", clientId: client.id, clientSecret: client.secret };
    const closed = { ...named, id: "closed", issuer: `http://127.0.0.1:${await freePort()}` };
    const corporate = {
      ...named,
      id: "corporate",
      issuer: provider.url,
      createUsers: true,
      groups: { staff: "staff" },
    };
    runtime = await start(name, { port, OPENID_PROVIDERS: JSON.stringify([corporate, closed]) });
    door = speaker(runtime);
  }, 60_000);
  afterAll(async () => {
    await runtime.stop();
    await provider.close();
  });

  async function enter(person: string, change: (back: URL) => void = () => {}) {
    const left = await door.call("GET", `${path}?next=/applications`);
    expect(left.status).toBe(302);
    const back = await passThrough(left.headers["location"]!, person, callback);
    change(back);
    const answer = await door.call("GET", back.pathname + back.search, { headers: { cookie: cookieOf(left) } });
    return { left, back, answer };
  }

  test("somebody new is let in by cookies, sent where they wanted to go, and holds what their groups mean here", async () => {
    const token = await door.signIn();
    const group = await door.call("POST", "/v1/groups", { token, body: { name: "staff" } });
    const { body } = await door.call("GET", "/v1/policies", { token });
    const reading = body.nodes.find((one: { name: string }) => one.name === "ServiceStage ReadOnlyAccess");
    await door.call("POST", `/v1/groups/${group.body.id}/grants`, { token, body: { policyIds: [reading.id] } });
    people.set("bob", { preferred_username: "bob", email: "bob@corporate.test", groups: ["staff"] });
    const { answer } = await enter("bob");
    expect([answer.status, answer.headers["location"]]).toEqual([302, "/applications"]);
    const headers = { cookie: cookieOf(answer) };
    expect((await door.call("GET", "/v1/viewer", { headers })).body).toMatchObject({ name: "bob", account: "flyloft" });
    expect((await door.call("GET", "/v1/applications", { headers })).status).toBe(200);
    const refused = await door.call("POST", "/v1/applications", { headers, body: { name: "shop" } });
    expect(refused).toMatchObject({ status: 403, body: { action: "servicestage:app:create" } });
  });

  test("an answer is taken once, and not with another's state, issuer or browser", async () => {
    people.set("carol", { preferred_username: "carol" });
    const { left, back, answer } = await enter("carol");
    expect(answer.status).toBe(302);
    const again = await door.call("GET", back.pathname + back.search, { headers: { cookie: cookieOf(left) } });
    expect(again.status).toBe(401);
    for (const [key, value] of [
      ["state", "x"],
      ["iss", "http://elsewhere.test"],
      ["code", "x"],
    ] as const)
      expect([key, (await enter("carol", (url) => url.searchParams.set(key, value))).answer.status]).toEqual([
        key,
        401,
      ]);
    const other = await enter("carol");
    expect((await door.call("GET", other.back.pathname + other.back.search)).status).toBe(401);
  });

  test("a provider that is not there is told as unavailable, and was no error of ours", async () => {
    const { status, body } = await door.call("GET", "/v1/sign-in/openid/closed");
    expect([status, body.code]).toEqual([503, "unavailable"]);
    expect(runtime.errors().filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});
