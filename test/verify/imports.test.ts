import { importDirection, judgeImport } from "@flyloft/infra/verify/imports";
import { expect, test } from "vitest";

test.each([
  ["functions/apps/create-application.ts", "../kernel/verb.ts"],
  ["functions/apps/create-application.ts", "./events.ts"],
  ["functions/apps/create-application.ts", "@flyloft/db"],
  ["functions/deployments/deploy-component.ts", "../components/index.ts"],
  ["functions/http.ts", "./agents/index.ts"],
  ["graphql/apps.ts", "@flyloft/functions/apps"],
  ["infra/wire.ts", "@flyloft/jobs/inngest"],
  ["test/apps/x.test.ts", "@flyloft/infra/env"],
  ["web/apps/list.tsx", "antd"],
])("%s may import %s", (path, name) => {
  expect(judgeImport(path, name)).toBeNull();
});

test.each([
  ["functions/kernel/verb.ts", "../identity/index.ts"],
  ["functions/components/create-component.ts", "../deployments/events.ts"],
  ["functions/configs/publish.ts", "../images/index.ts"],
  ["functions/apps/x.ts", "@flyloft/graphql/builder"],
  ["functions/apps/x.ts", "@flyloft/functions/agents"],
  ["functions/apps/x.ts", "../../infra/env.ts"],
  ["functions/novelties/x.ts", "../apps/index.ts"],
  ["db/client.ts", "@flyloft/functions/kernel"],
  ["graphql/apps.ts", "@flyloft/infra/env"],
  ["jobs/relay.ts", "@flyloft/infra/env"],
  ["infra/wire.ts", "../test/kit/world.ts"],
  ["web/apps/list.tsx", "@flyloft/functions/apps"],
])("%s may not import %s", (path, name) => {
  expect(judgeImport(path, name)).not.toBeNull();
});

test("every import of this repository goes in the one direction", async () => {
  expect(await importDirection.run()).toEqual([]);
});
