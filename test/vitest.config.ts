import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests that walk through the console of a whole platform each. */
const consoles = [
  "web/engine-care.test.ts",
  "web/engines.test.ts",
  "web/identity.test.ts",
  "web/pages.test.ts",
  "web/several.test.ts",
  "web/walk.test.ts",
];
/** Tests that start whole platforms and measure times: one after the other, when everything else is done. */
const platforms = [
  "local/start.test.ts",
  "local/quick-start.test.ts",
  "local/readme.test.ts",
  "journeys/**/*.test.ts",
  "chaos/**/*.test.ts",
  "mesher/failures.test.ts",
  "mesher/governance.test.ts",
  "mesher/gray.test.ts",
  "mesher/lanes.test.ts",
  "mesher/outage.test.ts",
];

/** Loads many libraries of others: only when it is asked for, as in `npm test -- clients/`. */
const clients = process.argv.some((argument) => argument.startsWith("clients")) ? ["clients/**/*.test.ts"] : [];

export default defineConfig({
  // Libraries load `graphql` as Node resolves it. Ours must get that same copy, not the one for development.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) }] },
  test: {
    globalSetup: "./global-setup.ts",
    pool: "forks",
    testTimeout: 20_000,
    hookTimeout: 30_000,
    teardownTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: "rooms",
          sequence: { groupOrder: 1 },
          maxWorkers: Math.max(2, availableParallelism() - 1),
          include: ["**/*.test.ts"],
          exclude: ["**/node_modules/**", "samples/**", "test-results/**", "clients/**", ...consoles, ...platforms],
        },
      },
      {
        extends: true,
        test: { name: "consoles", include: consoles, maxWorkers: 2, sequence: { groupOrder: 2 } },
      },
      {
        extends: true,
        test: {
          name: "platforms",
          include: [...platforms, ...clients],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
