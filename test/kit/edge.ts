import type { Ctx } from "@flyloft/functions/kernel";
import { controlPlane, type Runtime } from "@flyloft/infra/control-plane";
import { graphqlDoor } from "@flyloft/graphql/gateway";
import type { World } from "./world.ts";

export type Edge = ReturnType<typeof edge>;
export type Sent = { method?: string; headers?: Record<string, string>; body?: unknown; from?: string };

/** The control plane as one fetch handler over a world's database: every address, no socket. */
export function edge(world: World, settings: Partial<Runtime["platform"]> & Partial<Pick<Runtime, "console">> = {}) {
  const { db, ports, secrets, limits, newId, now } = world.owner as Ctx;
  const {
    console: pages = async () => new Response("<!doctype html>", { headers: { "content-type": "text/html" } }),
    ...given
  } = settings;
  const base = given.publicUrl ?? "http://flyloft.test";
  const app = controlPlane({
    platform: {
      publicUrl: base,
      uploadOrigin: "http://objects.test",
      trustedProxies: [],
      openIdProviders: [],
      ...ports,
      secrets,
      limits,
      newId,
      now,
      ...given,
    },
    connect: () => ({ db, notices: ports.notices, release: () => {} }),
    console: pages,
    jobs: async () => new Response(null, { status: 404 }),
    graphql: graphqlDoor({ development: false, recheckEvery: 300 }),
    sourceOf: (c) => (c.env as { from?: string } | undefined)?.from ?? null,
  });
  const send = async (path: string, { method = "GET", headers = {}, body, from = "127.0.0.1" }: Sent = {}) => {
    const text =
      body === undefined || typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
    const json: Record<string, string> =
      typeof body === "object" && !(body instanceof Uint8Array) ? { "content-type": "application/json" } : {};
    return app.fetch(
      new Request(new URL(path, base), {
        method,
        headers: { ...json, ...headers },
        ...(text !== undefined && { body: text as BodyInit }),
      }),
      { from },
    );
  };
  const post = (path: string, body: unknown, given: Sent = {}) => send(path, { method: "POST", body, ...given });
  return {
    app,
    send,
    post,
    signIn: async (password = "correct horse battery", given: Sent = {}) =>
      post("/v1/sessions", { account: world.account, user: "owner", password }, given),
    /** GraphQL as a program asks; the answer's body. */
    gql: async (query: string, variables: object = {}, given: Sent = {}) =>
      (await post("/graphql", { query, variables }, given)).json() as Promise<{
        data: any;
        errors?: { message: string; extensions: Record<string, any> }[];
      }>,
  };
}

/** The cookies that an answer sets, as a browser would send them back. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0]!)
    .filter((one) => !one.endsWith("="))
    .join("; ");
