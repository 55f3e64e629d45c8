import { describe, expect, test } from "vitest";
import { anEngine } from "../engines/an-engine.ts";
import { registered } from "../engines/registered.ts";
import { serve } from "../engines/serve.ts";
import { world } from "../kit/world.ts";
import { fetchSuite, runSuite, type Suite } from "./suite.ts";

const suites: Record<string, Suite> = {
  "sc-client": { module: "github.com/go-chassis/sc-client@v0.7.0", address: "127.0.0.1:30100" },
  "kie-client": { module: "github.com/go-chassis/kie-client@v0.2.0", address: "127.0.0.1:30110" },
  "service-center": {
    module: "github.com/apache/servicecomb-service-center@983f3f39868b",
    folder: "integration",
    sources: process.env.SERVICE_CENTER_SOURCES,
    // The one that asks for a second registry beside this one.
    args: ["-ginkgo.noColor", "-ginkgo.skip=Syncedr"],
    needs: [
      "github.com/go-chassis/cari v0.9.0",
      "github.com/gorilla/websocket v1.4.3-0.20210424162022-e8629af678b7",
      "github.com/onsi/ginkgo v1.15.0",
      "github.com/onsi/gomega v1.10.5",
      "github.com/stretchr/testify v1.8.0",
      "github.com/widuu/gojson v0.0.0-20170212122013-7da9d2cd949b",
    ],
  },
};

describe("the tests of public clients and of the public registry pass against the engine", async () => {
  for (const [name, suite] of Object.entries(suites)) {
    const found = await fetchSuite(suite);
    if ("missing" in found) console.log(`Lane ${name} skipped (its own tests against the engine): ${found.missing}`);
    const folder = "missing" in found ? "" : found.folder;

    test.skipIf(!folder)(name, { timeout: 6 * 60_000 }, async () => {
      const w = await world();
      const engine = await anEngine(w.owner);
      // They expect what the public registry has from its start: a service.
      await registered(w.owner, engine.id, { name: "first" });
      const { url } = await serve(w, engine);
      const { passed, failed, printed } = await runSuite(suite, { folder, engine: url });
      expect(failed, printed.slice(-20_000)).toEqual([]);
      expect(passed.length, printed.slice(-20_000)).toBeGreaterThan(0);
    });
  }
});
