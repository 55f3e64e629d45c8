import { Hono } from "hono";
import { z } from "zod";
import { invalid } from "./errors.ts";
import type { HttpEnv } from "./http.ts";
import type { Verb } from "./verb.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";
export type Route = { method: Method; path: string; verb: Verb; status: 200 | 201 | 202 | 204 };

const route =
  (method: Method, status: Route["status"]) =>
  <V extends { spec: Verb["spec"] }>(path: string, verb: V, answers = status): Route => ({
    method,
    path,
    verb: verb as unknown as Verb,
    status: answers,
  });

/** One REST operation per verb: `get("/applications/:applicationId", getApplication)`. */
export const get = route("get", 200);
export const post = route("post", 201);
export const put = route("put", 200);
export const patch = route("patch", 200);
export const remove = route("delete", 200);

type Types = Record<string, { type?: string }>;
const typesOf = (input: z.ZodObject) =>
  (z.toJSONSchema(input, { io: "input", unrepresentable: "any" }).properties ?? {}) as Types;

/** Query strings are text; what the schema wants as a number, a flag or a list is read as that. */
function fromQuery(query: Record<string, string[]>, types: Types): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([key, values]) => {
      const type = Object.hasOwn(types, key) ? types[key]!.type : undefined;
      const [text = ""] = values;
      if (type === "integer" || type === "number") return [key, Number(text)];
      if (type === "boolean") return [key, text === "true" ? true : text === "false" ? false : text];
      return [key, type === "array" ? values : text];
    }),
  );
}

/** Mounts routes below the app's base path. The path, then the body (or query) make the verb's input. */
export function mount(app: Hono<HttpEnv>, routes: readonly Route[]) {
  for (const { method, path, verb, status } of routes) {
    let types: Types | undefined;
    app.on(method.toUpperCase(), path, async (c) => {
      const body =
        method === "get" || method === "delete"
          ? fromQuery(c.req.queries(), (types ??= typesOf(verb.spec.input)))
          : await readBody(c.req.raw);
      const answer = await verb(c.get("ctx"), { ...body, ...c.req.param() });
      if (isStream(answer)) return new Response(asLines(verb, answer), { headers: { "content-type": ndjson } });
      return c.json(await present(verb, answer), status as 200);
    });
  }
}

export const ndjson = "application/x-ndjson";
const isStream = (answer: unknown): answer is AsyncIterable<unknown> =>
  typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;

/** One JSON value a line, read as fast as the client takes them and no further when it goes. */
function asLines({ spec }: Verb, answer: AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  const rows = answer[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const linesAtOnce = 100;
  return new ReadableStream({
    async pull(controller) {
      let text = "";
      for (let i = 0; i < linesAtOnce; i++) {
        const { done, value } = await rows.next();
        if (done) {
          if (text) controller.enqueue(encoder.encode(text));
          return controller.close();
        }
        text += `${JSON.stringify(spec.output ? spec.output.parse(value) : value)}\n`;
      }
      controller.enqueue(encoder.encode(text));
    },
    cancel: async () => void (await rows.return?.()),
  });
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (body !== null && typeof body === "object" && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // Refused below.
  }
  throw invalid("body", "The body must be a JSON object");
}

/** What leaves by this door: only what the verb's output names. */
async function present({ spec }: Verb, answer: unknown): Promise<unknown> {
  const page = answer as { total?: () => Promise<number>; nodes?: unknown[] } | null;
  const { output } = spec;
  if (page !== null && typeof page === "object" && typeof page.total === "function") {
    const {
      nodes = [],
      endCursor,
      hasNextPage,
    } = answer as { nodes: unknown[]; endCursor: string | null; hasNextPage: boolean };
    return { nodes: nodes.map((node) => (output ? output.parse(node) : node)), pageInfo: { endCursor, hasNextPage } };
  }
  if (!output) return answer ?? {};
  return output.parse(answer);
}
