import { restDoor } from "@flyloft/functions/http";
import { type Session, signIn } from "@flyloft/functions/identity";
import { anonymous, type HttpEnv } from "@flyloft/functions/kernel";
import { Hono } from "hono";
import type { World } from "./world.ts";

export type RestAnswer = { status: number; body: Record<string, any> };

/** The REST door as the owner of a world uses it. */
export async function restOf({ owner, account }: World) {
  const ctx = { ...owner, actor: anonymous };
  const { accessToken } = (await signIn(ctx, { account, user: "owner", password: "correct horse battery" })) as Session;
  const door = new Hono<HttpEnv>()
    .use("*", async (c, next) => {
      c.set("requestId", "req_test");
      c.set("ctx", ctx);
      await next();
    })
    .route("/", restDoor());
  return async (method: string, path: string, body?: object): Promise<RestAnswer> => {
    const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
    const answer = await door.request(`/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: answer.status, body: (await answer.json()) as Record<string, any> };
  };
}
