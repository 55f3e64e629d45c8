import { systemPolicies } from "@flyloft/db/seed/system-policies";
import type { Ctx } from "@flyloft/functions/kernel";
import { edge, type Edge, type Sent } from "../kit/edge.ts";
import { world, type World } from "../kit/world.ts";

export const password = "gravel-Otter-91-lantern";
type Answer = { status: number; body: Record<string, any> };
type Failure = { message: string; extensions: Record<string, any> };

/** Somebody who is signed in, at both doors. */
export type Person = Awaited<ReturnType<typeof signedIn>>;

export async function signedIn(
  door: Edge,
  { account, user, password: secret }: { account: string; user: string; password: string },
) {
  const answer = await door.post("/v1/sessions", { account, user, password: secret });
  if (answer.status !== 201) throw new Error(`${user} cannot sign in: ${await answer.text()}`);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  const with_ = (given: Sent = {}): Sent => ({
    ...given,
    headers: { authorization: `Bearer ${accessToken}`, ...given.headers },
  });
  const rest = async (method: string, path: string, body?: unknown, given: Sent = {}): Promise<Answer> => {
    const sent = await door.send(`/v1${path}`, with_({ ...given, method, ...(body !== undefined && { body }) }));
    return { status: sent.status, body: (await sent.json()) as Record<string, any> };
  };
  return {
    accessToken,
    rest,
    /** What succeeds, or the refusal as an error. */
    must: async (method: string, path: string, body?: unknown, given: Sent = {}) => {
      const { status, body: told } = await rest(method, path, body, given);
      if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(told)}`);
      return told;
    },
    gql: (query: string, variables: object = {}, given: Sent = {}) =>
      door.gql(query, variables, with_(given)) as Promise<{ data: any; errors?: Failure[] }>,
    raw: (path: string, given: Sent = {}) => door.send(path, with_(given)),
  };
}

export const policyId = (name: string) => systemPolicies.find((one) => one.name === name)!.id;

/** An account at both doors, its owner signed in, and the means to take on staff. */
export async function office(given?: World) {
  const w = given ?? (await world());
  const door = edge(w);
  const owner = await signedIn(door, { account: w.account, user: "owner", password: "correct horse battery" });
  let count = 0;

  async function group(policyIds: string[], projectId: string | null = null) {
    const { id } = await owner.must("POST", "/groups", { name: `group-${++count}` });
    if (policyIds.length > 0) await owner.must("POST", `/groups/${id}/grants`, { policyIds, projectId });
    return id as string;
  }
  async function policy(document: unknown) {
    const { id } = await owner.must("POST", "/policies", { name: `policy ${++count}`, document });
    return id as string;
  }
  /** A user in one group that holds these policies; null for a user in no group. */
  async function hire(policyIds: string[] | null, projectId: string | null = null) {
    const name = `user-${++count}`;
    const { id } = await owner.must("POST", "/users", { name, password });
    const groupId = policyIds && (await group(policyIds, projectId));
    if (groupId) await owner.must("POST", `/groups/${groupId}/members`, { userIds: [id] });
    const person = await signedIn(door, { account: w.account, user: name, password });
    return { ...person, id: id as string, name, groupId };
  }
  return {
    ...w,
    door,
    boss: owner,
    group,
    policy,
    hire,
    allow: (...Action: string[]) => policy({ Version: "1.1", Statement: [{ Effect: "Allow", Action }] }),
    project: async (name: string) => (await owner.must("POST", "/projects", { name }))["id"] as string,
  };
}
export type Office = Awaited<ReturnType<typeof office>>;

export const actingAs = (ctx: Ctx, given: Partial<Ctx["actor"]>): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, ...given },
});
