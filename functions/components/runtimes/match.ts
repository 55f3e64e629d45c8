import type { Runtime } from "./define.ts";

export type Wanted = Pick<Runtime, "family" | "major" | "minor" | "exact">;
export type Installed = { family: string; version: string };

/** Reads `17.0.15`, `v20.11.1`, `go1.25` and Java's former `1.8.0_412`, which is Java 8. */
function versionOf({ family, version }: Installed): number[] {
  const parts = (version.match(/\d+/g) ?? []).map(Number);
  return family === "java" && parts[0] === 1 ? parts.slice(1) : parts;
}

function compare(a: Installed, b: Installed): number {
  const [left, right] = [versionOf(a), versionOf(b)];
  const different = left.findIndex((part, i) => part !== (right[i] ?? 0));
  return different < 0 ? left.length - right.length : (left[different] ?? 0) - (right[different] ?? 0);
}

/**
 * The installed runtime that runs a component best, or null when none can: the newest of the wanted version; where
 * another may stand in, the next newer major, because old programs break least there, and else the newest of all.
 */
export function pickInstalled<T extends Installed>(wanted: Wanted, installed: readonly T[]): T | null {
  const family = installed.filter((one) => one.family === wanted.family).sort(compare);
  const majorOf = (one: T) => versionOf(one)[0] ?? 0;
  const asWanted = family.filter((one) => {
    const [major, minor] = versionOf(one);
    return major === (wanted.major ?? major) && minor === (wanted.minor ?? minor);
  });
  if (asWanted.length > 0 || wanted.exact) return asWanted.at(-1) ?? null;
  const newer = family.find((one) => majorOf(one) > (wanted.major ?? 0));
  const nextMajor = newer && family.filter((one) => majorOf(one) === majorOf(newer));
  return (nextMajor ?? family).at(-1) ?? null;
}
