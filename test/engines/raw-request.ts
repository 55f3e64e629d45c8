import { request as ask } from "node:http";

export type RawReply = {
  status: number;
  /** Under the spelling in which it was sent; undefined under any other. */
  headers: Record<string, string>;
  text: string;
  json: any;
};
export type RawRequest = { method?: string; headers?: Record<string, string>; body?: unknown; signal?: AbortSignal };

/** One request on a connection of its own, with headers as they stood on the wire: some clients know one spelling only. */
export function rawRequest(
  url: string,
  { method = "GET", headers = {}, body, signal }: RawRequest = {},
): Promise<RawReply> {
  const content = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(content)) };
  return new Promise((resolve, reject) => {
    const sent = ask(
      url,
      { method, headers: { ...length, ...headers }, agent: false, ...(signal ? { signal } : {}) },
      (reply) => {
        let text = "";
        reply.setEncoding("utf8");
        reply.on("data", (part: string) => (text += part));
        reply.on("error", reject);
        reply.on("end", () => {
          const raw: Record<string, string> = {};
          for (let i = 0; i < reply.rawHeaders.length; i += 2) raw[reply.rawHeaders[i]!] = reply.rawHeaders[i + 1]!;
          resolve({ status: reply.statusCode!, headers: raw, text, json: parsed(text) });
        });
      },
    );
    sent.on("error", reject);
    sent.end(content);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
