import type { Db, Tx } from "@flyloft/db";
import { z } from "zod";
import { memberOf, publishItems, readItems, type ScopedKey, scopedIdOf } from "../../engines/index.ts";
import { framework, type Setting } from "./setting.ts";

/** What publishing changes: configuration that is added, changed or removed, or is so already. */
export const settingChangeShape = z.object({
  scope: z.string(),
  environment: z.string(),
  key: z.string(),
  change: z.enum(["added", "changed", "removed", "same"]),
  before: z.string().nullable(),
  after: z.string().nullable(),
  readBy: z.array(framework),
});
export type SettingChange = z.output<typeof settingChangeShape>;

/** What was published before and is not any more. */
export const leftOver = (published: readonly ScopedKey[], settings: readonly Setting[]): ScopedKey[] => {
  const wanted = new Set(settings.map(scopedIdOf));
  return published.filter((one) => !wanted.has(scopedIdOf(one)));
};

/** What would change if these settings took the place of what was published before. */
export async function differenceOf(
  db: Db | Tx,
  engineId: string,
  { published, settings }: { published: readonly ScopedKey[]; settings: readonly Setting[] },
): Promise<SettingChange[]> {
  const gone = leftOver(published, settings);
  const there = await readItems(db, engineId, [...settings, ...gone].map(scopedIdOf));
  const told = ({ scope, key }: ScopedKey) => ({ scope: memberOf(scope), environment: scope.environment, key });
  return [
    ...settings.map((one): SettingChange => {
      const before = there.get(scopedIdOf(one))?.value ?? null;
      const change = before === null ? "added" : before === one.value ? "same" : "changed";
      return { ...told(one), change, before, after: one.value, readBy: one.readBy };
    }),
    ...gone.flatMap((one): SettingChange[] => {
      const before = there.get(scopedIdOf(one))?.value;
      return before === undefined ? [] : [{ ...told(one), change: "removed", before, after: null, readBy: [] }];
    }),
  ];
}

/** Puts these settings in the place of what was published before: clients see all of it or nothing. Answers what is published. */
export async function publish(
  { tx, engineId, by, at }: { tx: Tx; engineId: string; by: string; at: Date },
  { published, settings }: { published: readonly ScopedKey[]; settings: readonly Setting[] },
): Promise<void> {
  const put = settings.map(({ scope, key, value }) => ({ scope, key, value }));
  await publishItems(tx, { engineId, by, at }, { put, remove: leftOver(published, settings) });
}
export const publishedBy = (settings: readonly Setting[]): ScopedKey[] =>
  settings.map(({ scope, key }) => ({ scope, key }));
