import type { IncomingMessage } from "node:http";

/** Where a request wants to go: a host, which may be the name of a service, and the path there. */
export type Destination = { host: string; port: number; path: string };

const usualPort = 80;

function hostAndPort(text: string): { host: string; port: number } | null {
  const [, bracketed, plain, port] = /^(?:\[([\da-f:.]+)\]|([^:/?#@\s]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (!host || host.length > 253) return null;
  const number = port === undefined ? usualPort : Number(port);
  return number >= 1 && number <= 65_535 ? { host, port: number } : null;
}

/** Reads `http://service/path` as proxies are sent it, or the host from the header `Host`; null when it says neither. */
export function destinationOf({ url = "/", headers }: IncomingMessage): Destination | null {
  const [, authority, rest] = /^http:\/\/(?:[^/@]*@)?([^/?#]+)(.*)$/i.exec(url) ?? [];
  if (authority !== undefined) {
    const at = hostAndPort(authority);
    const path = rest === undefined || rest === "" ? "/" : rest.startsWith("/") ? rest : `/${rest}`;
    return at && { ...at, path };
  }
  if (!url.startsWith("/") && url !== "*") return null;
  const at = hostAndPort(headers.host ?? "");
  return at && { ...at, path: url };
}

/** `host:port` of a request CONNECT. */
export const tunnelOf = ({ url = "" }: IncomingMessage) => hostAndPort(url);
