import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Check, root, runs } from "./check.ts";

/** The migrations lead to the tables that the code describes: writing the next one finds nothing to write. */
export const migrationDrift: Check = {
  name: "migration drift",
  async run() {
    const copy = mkdtempSync(join(tmpdir(), "flyloft-drift-"));
    try {
      cpSync(join(root, "db/migrations"), copy, { recursive: true });
      const before = readdirSync(copy);
      const args = ["generate", "--dialect", "postgresql", "--schema", "./schema/index.ts", "--out", copy];
      const { code, output } = await runs("node_modules/.bin/drizzle-kit", args, join(root, "db"));
      if (code !== 0) return [output.trim()];
      const added = readdirSync(copy).filter((name) => !before.includes(name));
      return added.map(
        (name) =>
          `db/schema is ahead of db/migrations; still to be written:\n${readFileSync(join(copy, name), "utf8")}`,
      );
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  },
};
