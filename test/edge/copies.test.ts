import { afterAll, beforeAll, expect, test } from "vitest";
import { type Runtime, start, startCopy } from "./runtimes.ts";
import { type Speaker, speaker } from "./session.ts";

const copies: Runtime[] = [];
let doors: Speaker[];
const expiresAt = new Date(Date.now() + 3_600_000).toISOString();

beforeAll(async () => {
  const first = await start("node");
  copies.push(first);
  copies.push(...(await Promise.all([startCopy("node", first), startCopy("edge", first)])));
  doors = copies.map(speaker);
}, 60_000);
afterAll(async () => {
  for (const copy of copies.toReversed()) await copy.stop();
});

async function mint(token: string, requestsPerMinute: number) {
  const actions = ["servicestage:app:list", "iam:credential:modify"];
  const body = { name: "partner", actions, expiresAt, requestsPerMinute };
  const made = await doors[0]!.call("POST", "/v1/api-tokens", { token, body });
  expect(made.status).toBe(201);
  return made.body.token as string;
}
const statuses = async (tokens: string[]) =>
  (
    await Promise.all(tokens.map((token, i) => doors[i % doors.length]!.call("GET", "/v1/applications", { token })))
  ).map(({ status }) => status);
const served = (answers: number[]) => answers.filter((status) => status === 200).length;

test("the rate of a token holds over two copies on Node and one on the edge, also when all are asked at once (BEY-02)", async () => {
  const token = await mint(await doors[0]!.signIn(), 6);
  const answers = await statuses(Array.from({ length: 30 }, () => token));
  // One more comes back every ten seconds.
  expect(served(answers)).toBeGreaterThanOrEqual(6);
  expect(served(answers)).toBeLessThanOrEqual(7);
  expect(new Set(answers)).toEqual(new Set([200, 429]));
  const refused = await doors[2]!.call("GET", "/v1/applications", { token });
  expect(refused).toMatchObject({ status: 429, body: { code: "limit_reached" } });
  expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(10);
});

test("tokens that a token makes share its rate: making many is no way to be faster", async () => {
  const parent = await mint(await doors[0]!.signIn(), 8);
  const children = [await mint(parent, 8), await mint(parent, 2)];
  const answers = await statuses(Array.from({ length: 20 }, (_, i) => children[i % 2]!));
  // Two of the eight were spent on making them; one more comes back within eight seconds.
  expect(served(answers)).toBeGreaterThanOrEqual(6);
  expect(served(answers)).toBeLessThanOrEqual(7);
  expect(served(answers.filter((_, i) => i % 2 === 1))).toBeLessThanOrEqual(3);
});
