import { randomUUID } from "node:crypto";
import { signRequest } from "@flyloft/functions/identity/http-signature";
import type { Runtime } from "./runtimes.ts";

type Given = { headers?: Record<string, string>; body?: unknown; token?: string };
export type Answer = { status: number; headers: Record<string, string>; cookies: string[]; body: any };

/** Speaks to a control plane over HTTP. */
export function speaker({ url, password, agentKey }: Pick<Runtime, "url" | "password" | "agentKey">) {
  async function call(method: string, path: string, { headers = {}, body, token }: Given = {}): Promise<Answer> {
    const raw = typeof body === "string" || body instanceof Uint8Array || body instanceof ReadableStream;
    const answer = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: (raw ? body : JSON.stringify(body)) as BodyInit }),
      ...(body instanceof ReadableStream && { duplex: "half" }),
    } as RequestInit);
    const text = await answer.text();
    const type = answer.headers.get("content-type") ?? "";
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      cookies: answer.headers.getSetCookie(),
      body: type.includes("json") && text !== "" ? JSON.parse(text) : text,
    };
  }
  const signIn = async () =>
    (await call("POST", "/v1/sessions", { body: { account: "flyloft", user: "admin", password } })).body
      .accessToken as string;
  const gql = (query: string, variables: object = {}, given: Given = {}) =>
    call("POST", "/graphql", { body: { query, variables }, ...given });

  /** A request as an agent signs it; `over` changes what is sent after it was signed. */
  function signed(
    method: string,
    path: string,
    body: unknown = undefined,
    over: {
      path?: string;
      body?: string;
      method?: string;
      created?: number;
      nonce?: string;
      keyId?: string;
      secret?: string;
    } = {},
  ) {
    const text = body === undefined ? "" : JSON.stringify(body);
    const key = { keyId: over.keyId ?? agentKey.keyId, secret: over.secret ?? agentKey.secret };
    const created = over.created ?? Math.floor(Date.now() / 1000);
    const headers = signRequest({ method, url: url + path, body: text }, key, {
      created,
      nonce: over.nonce ?? randomUUID(),
    });
    const sent = over.body ?? text;
    return call(over.method ?? method, over.path ?? path, { headers, ...(sent !== "" && { body: sent }) });
  }
  return { call, gql, signIn, signed };
}
export type Speaker = ReturnType<typeof speaker>;
