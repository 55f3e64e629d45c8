import type { Ctx } from "../kernel/context.ts";
import { invalid } from "../kernel/errors.ts";
import type { Facts } from "../kernel/policy.ts";

const mostTags = 16;

/** `X-Request-Tags: team=shop, change=4711`: what policies may look at as `RequestTag/team`. A caller names them; they prove nothing. */
export function readTags(header: string | null): Record<string, string> {
  if (!header) return {};
  const pairs = header.split(",").map((one) => /^\s*([\w.-]{1,64})=([^\s,=][^,=]{0,127}?)\s*$/.exec(one));
  if (pairs.length > mostTags || pairs.includes(null))
    throw invalid("X-Request-Tags", `Up to ${mostTags} tags: key=value, separated by commas`);
  return Object.fromEntries(pairs.map((pair) => [pair![1]!, pair![2]!]));
}

export const factsOf = ({ sourceIp, now }: Pick<Ctx, "sourceIp" | "now">, headers: Headers, mfa: boolean): Facts => ({
  sourceIp,
  at: now(),
  mfa,
  tags: readTags(headers.get("x-request-tags")),
});
