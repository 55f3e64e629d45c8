import type { Runtime } from "./define.ts";

export type Wanted = Pick<Runtime, "family" | "major" | "minor" | "exact">;
export type Installed = { family: string; version: string };

/** Reads `17.0.15`, `v20.11.1`, `go1.25` and Java's former `1.8.0_412`. */
function versionOf({ family, version }: Installed): [major: number, minor: number] {
  const [, major = "0", minor = "0"] = /(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  return family === "java" && major === "1" ? [Number(minor), 0] : [Number(major), Number(minor)];
}

const compare = (a: Installed, b: Installed) => {
  const [[majorA, minorA], [majorB, minorB]] = [versionOf(a), versionOf(b)];
  return majorA - majorB || minorA - minorB;
};

/**
 * The installed runtime that runs a component best, or null when none can: the newest of the wanted version; where
 * another may stand in, the next newer major, because old programs break least there, and else the newest of all.
 */
export function pickInstalled<T extends Installed>(wanted: Wanted, installed: readonly T[]): T | null {
  const family = installed.filter((one) => one.family === wanted.family).sort(compare);
  const asWanted = family.filter((one) => {
    const [major, minor] = versionOf(one);
    return major === (wanted.major ?? major) && minor === (wanted.minor ?? minor);
  });
  if (asWanted.length > 0 || wanted.exact) return asWanted.at(-1) ?? null;
  const newer = family.find((one) => versionOf(one)[0] > (wanted.major ?? 0));
  const nextMajor = newer && family.filter((one) => versionOf(one)[0] === versionOf(newer)[0]);
  return (nextMajor ?? family).at(-1) ?? null;
}
