import type { IncomingMessage } from "node:http";

const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Headers that may pass a proxy (RFC 9110 §7.6.1), as a flat list of names and values with their case kept. */
export function passing(raw: string[], dropped: readonly string[] = []): string[] {
  const kept: string[] = [];
  const named = new Set<string>(dropped);
  for (let i = 0; i < raw.length; i += 2) {
    if (raw[i]?.toLowerCase() === "connection")
      for (const token of (raw[i + 1] ?? "").split(",")) named.add(token.trim().toLowerCase());
  }
  for (let i = 0; i < raw.length; i += 2) {
    const name = (raw[i] ?? "").toLowerCase();
    if (!hopByHop.has(name) && !named.has(name)) kept.push(raw[i] ?? "", raw[i + 1] ?? "");
  }
  return kept;
}

const said = ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-forwarded-port"];

/** Who asked, and for what address, for the process behind the gateway; what an earlier proxy said stays. */
export function forwarded(request: IncomingMessage): string[] {
  const { headers, socket } = request;
  const client = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const chain = [headers["x-forwarded-for"], client].filter(Boolean).join(", ");
  return [
    "X-Forwarded-For",
    chain,
    "X-Forwarded-Proto",
    String(headers["x-forwarded-proto"] ?? "http"),
    "X-Forwarded-Host",
    String(headers["x-forwarded-host"] ?? headers.host ?? ""),
    "X-Forwarded-Port",
    String(headers["x-forwarded-port"] ?? socket.localPort ?? ""),
  ];
}

/** What the upstream is sent for a request: the end-to-end headers, and where it came from. */
export const upstreamHeaders = (request: IncomingMessage) => [
  ...passing(request.rawHeaders, [...said, "expect"]),
  ...forwarded(request),
];
