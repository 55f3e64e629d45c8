import type { Commit } from "./commit.ts";

/** Removes instances whose lease has ended, unless they were heard of meanwhile. */
export const expire = (commit: Commit, instances: readonly string[], heard: (instance: string) => boolean) =>
  commit((memory) => ({
    changes: instances
      .filter((key) => memory.get("instance", key) && !heard(key))
      .map((key) => ({ kind: "instance" as const, key, value: null })),
    answer: undefined,
  }));
