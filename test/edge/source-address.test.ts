import { auditLog } from "@flyloft/db";
import { readRanges, sourceAddress } from "@flyloft/infra/doorway/source-address";
import { desc } from "drizzle-orm";
import { expect, test } from "vitest";
import { edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

const from = (peer: string | null, forwarded?: string, trusted: string[] = []) =>
  sourceAddress({ peer, forwarded, trusted });

test("without trusted proxies the socket alone tells where a request comes from", () => {
  expect(from("203.0.113.7", "10.0.0.1")).toBe("203.0.113.7");
  expect(from("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(from("203.0.113.7:51234")).toBe("203.0.113.7");
  expect(from("[2001:db8::1]:443")).toBe("2001:db8::1");
  expect([from(null, "10.0.0.1"), from("nonsense")]).toEqual([null, null]);
});

test("behind trusted proxies it is the last address that none of them has", () => {
  const trusted = readRanges("10.0.0.0/8, 2001:db8::/32");
  expect(from("10.0.0.1", "203.0.113.7", trusted)).toBe("203.0.113.7");
  expect(from("10.0.0.1", "1.2.3.4, 203.0.113.7, 10.9.9.9", trusted)).toBe("203.0.113.7");
  expect(from("203.0.113.9", "1.2.3.4", trusted)).toBe("203.0.113.9");
  expect(from("10.0.0.1", "1.2.3.4, garbage", trusted)).toBe("10.0.0.1");
  expect(from("10.0.0.1", undefined, trusted)).toBe("10.0.0.1");
  expect(from("2001:db8::5", "203.0.113.7:1234", trusted)).toBe("203.0.113.7");
});

test("ranges that are none are refused at the start", () => {
  expect(readRanges("")).toEqual([]);
  for (const wrong of ["10.0.0.0/", "home", "10.0.0.0/8/8", "10.0.0.256"])
    expect(() => readRanges(wrong)).toThrow(/TRUSTED_PROXIES/);
});

test("conditions and the audit trail see that address, and the tags that a request names", async () => {
  const w = await world();
  const door = edge(w, { trustedProxies: ["10.0.0.0/8"] });
  const answer = await door.signIn(undefined, {
    from: "10.0.0.1",
    headers: { "x-forwarded-for": "6.6.6.6, 203.0.113.7" },
  });
  expect(answer.status).toBe(201);
  const [row] = await w.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
  expect([row!.operation, row!.sourceIp]).toEqual(["signIn", "203.0.113.7"]);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  const ask = (tags: string) =>
    door.send("/v1/viewer", { headers: { authorization: `Bearer ${accessToken}`, "x-request-tags": tags } });
  expect((await ask("team=shop, change=4711")).status).toBe(200);
  for (const wrong of ["team", "=x", "a=b,,c=d", "a=b;c", `${"k=v,".repeat(17)}k=v`, `k=${"v".repeat(200)}`]) {
    const refused = await ask(wrong);
    expect([wrong, refused.status]).toEqual([wrong, wrong === "a=b;c" ? 200 : 400]);
  }
});
