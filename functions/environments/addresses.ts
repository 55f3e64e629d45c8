import { z } from "zod";

const isIp = (text: string) => z.ipv4().safeParse(text).success || z.ipv6().safeParse(text).success;

/** The numbers between the dots or colons of an IP address, all of one width. */
function groupsOf(ip: string): { groups: number[]; width: number } {
  if (!ip.includes(":")) return { groups: ip.split(".").map(Number), width: 8 };
  const [head = "", tail] = ip.split("::").map((side) => side.split(":").filter(Boolean));
  const read = (side: readonly string[]) =>
    side.flatMap((part) => {
      if (!part.includes(".")) return [Number.parseInt(part, 16)];
      const [a = 0, b = 0, c = 0, d = 0] = part.split(".").map(Number);
      return [a * 256 + b, c * 256 + d];
    });
  const [before, after] = [read([...head]), read(tail ?? [])];
  return { groups: [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after], width: 16 };
}

type Network = { start: bigint; bits: bigint; prefix: bigint };

/** A network such as `10.0.0.0/16` or `fd00::/48`; null for anything else, also when bits are set behind the prefix. */
function parseCidr(text: string): Network | null {
  const [ip = "", length = "", ...rest] = text.split("/");
  if (rest.length > 0 || !/^\d{1,3}$/.test(length) || !isIp(ip)) return null;
  const { groups, width } = groupsOf(ip);
  const start = groups.reduce((sum, group) => (sum << BigInt(width)) | BigInt(group), 0n);
  const [bits, prefix] = [BigInt(groups.length * width), BigInt(length)];
  if (prefix > bits || (start & ((1n << (bits - prefix)) - 1n)) !== 0n) return null;
  return { start, bits, prefix };
}

/** Whether one network lies inside another; both must be valid. */
export function liesInside(inner: string, outer: string): boolean {
  const [a, b] = [parseCidr(inner), parseCidr(outer)];
  if (!a || !b || a.bits !== b.bits || a.prefix < b.prefix) return false;
  return a.start >> (a.bits - b.prefix) === b.start >> (b.bits - b.prefix);
}

export const cidr = z
  .string()
  .max(64)
  .refine((text) => parseCidr(text) !== null, "A network such as 10.0.0.0/16, with no bits set behind its prefix")
  .describe("The range of addresses, such as 10.0.0.0/16");

export const ipAddress = z.string().max(64).refine(isIp, "An IP address").describe("The IP address");

export const address = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$|^[0-9A-Fa-f:.]+$/, "A host name or an IP address")
  .describe("The host name or IP address at which it is reached");
