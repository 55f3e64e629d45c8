import { isIP } from "node:net";
import { inRange } from "@flyloft/functions/kernel";

/** As the socket writes it: without the port, and an IPv4 address inside an IPv6 one as itself. */
function bare(text: string): string | null {
  const address = text
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) ? address : null;
}

/** Ranges such as `10.0.0.0/8`, separated by commas; throws for anything else. */
export function readRanges(text: string): string[] {
  const ranges = text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  const wrong = ranges.find((one) => !/^[^/]+(\/\d{1,3})?$/.test(one) || !isIP(one.split("/")[0]!));
  if (wrong) throw new Error(`TRUSTED_PROXIES: ${wrong} is not an address or a range`);
  return ranges;
}

/**
 * Where a request comes from: the peer of the socket, or, when that is a proxy that we trust, the last address in
 * `X-Forwarded-For` that was not added by one. What stands further left was written by whoever sent the request.
 */
export function sourceAddress({
  peer,
  forwarded,
  trusted,
}: {
  peer: string | null;
  forwarded: string | undefined;
  trusted: readonly string[];
}): string | null {
  let address = peer === null ? null : bare(peer);
  const hops = (forwarded ?? "").split(",").filter((hop) => hop.trim() !== "");
  while (address !== null && trusted.some((range) => inRange(address!, range)) && hops.length > 0) {
    const before = bare(hops.pop()!);
    if (before === null) break;
    address = before;
  }
  return address;
}
