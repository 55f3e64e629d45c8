import type { PlaneRequest } from "@flyloft/functions/engines";
import { readJson, tooLarge } from "./json-text.ts";

/** A request of the web platform in the words of the plane. */
export function fetchRequest(request: Request, sourceIp: string | null): PlaneRequest {
  const { pathname, searchParams } = new URL(request.url);
  return {
    method: request.method,
    path: pathname,
    query: searchParams,
    header: (name) => request.headers.get(name),
    text: (limit) => textOf(request, limit),
    json: async (limit) => readJson(await textOf(request, limit)),
    sourceIp,
    signal: request.signal,
  };
}

async function textOf({ body, headers }: Request, limit: number): Promise<string> {
  if (Number(headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  if (!body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limit) throw tooLarge(limit);
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
