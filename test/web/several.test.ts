import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lanes } from "../kit/lanes.ts";
import { pick, shoot } from "./browser.ts";
import { type Console, dialog, minutes, settled, startConsole } from "./console.ts";

let it: Console;

describe.skipIf(!lanes.chromium.found)("many things at once in the console", () => {
  beforeAll(async () => void (it = await startConsole({ quickStart: true })), 3 * minutes);
  afterAll(() => it?.close(), minutes);

  test(
    "hosts, templates, variables, several components at once, a failed upgrade and a clone, in English",
    async () => {
      const { page, context, complaints } = await it.visit({ language: "en-US" });
      await page.goto("/sign-in");
      await it.signIn(page);
      const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
      const confirm = (name: string) => dialog(page).getByRole("button", { name, exact: true }).click();

      // The host of this machine is added to one environment, another one is made.
      await page.goto("/environments");
      await press("Edit environment test-env");
      await page.getByRole("checkbox", { name: /VM host/ }).check();
      await press("Save");
      await page.getByText(/VM host local/).waitFor();
      await page.getByRole("link", { name: "Create environment" }).click();
      await page.getByLabel("Environment name").fill("prod");
      await pick(page, "VPC", "default-vpc");
      await page.getByRole("checkbox", { name: /Cluster/ }).check();
      await press("Create");
      await page.getByText("prod", { exact: true }).waitFor();

      // Variables of the application in one environment.
      await page.goto("/applications?tab=new");
      await dialog(page).getByLabel("Application name").fill("shop");
      await confirm("Create");
      await page.getByRole("tab", { name: "Environment variables" }).click();
      await pick(page, "Environment", "test-env");
      await press("Add variable");
      await page.getByLabel("Key", { exact: true }).fill("1User");
      await page.getByText("Begins with a letter or _").waitFor();
      await page.getByLabel("Key", { exact: true }).fill("User");
      await page.getByLabel("Value", { exact: true }).fill("admin");
      await press("Submit");
      await page.getByText("Saved.").waitFor();

      // One component by choices that are kept as a template, one from that template.
      const upload = async (file: string) => {
        await page.locator("input[data-upload=zip]").last().setInputFiles(file);
        await page
          .getByText(`${basename(file)} ·`)
          .last()
          .waitFor();
      };
      const first = await it.pack("1.2.0");
      await press("Add component");
      await page.getByRole("radio", { name: /Generic/ }).check();
      await pick(page, "Runtime", "Node.js 24");
      await page.getByRole("checkbox", { name: "Save the 2 choices above as a template" }).check();
      await page.getByLabel("Template name").fill("node-service");
      await press("Next");
      await page.locator("#name").fill("Worker_1");
      await page.getByText("begins and ends with a letter or digit").waitFor();
      await page.locator("#name").fill("worker");
      await upload(first);
      await press("Create now");
      await page.getByText("Not deployed").waitFor();
      await press("Add component");
      await page.getByRole("radio", { name: /Use template/ }).check();
      await page.getByRole("radio", { name: /node-service/ }).check();
      await press("Next");
      await page.locator("#name").fill("web");
      await upload(first);
      await shoot(page, "en-from-template");
      await press("Create and deploy");

      // One on the cluster, one on the host.
      const deploy = async (name: string, system: "Container deployment" | "VM deployment") => {
        await page.getByRole("heading", { name: `Deploy ${name}` }).waitFor();
        await pick(page, "Environment", "test-env");
        await page.getByRole("radio", { name: new RegExp(system) }).check();
        if (system === "VM deployment") await page.getByRole("checkbox", { name: /local/ }).check();
        else await page.getByText("local (Processes)").waitFor();
        await press("Next");
        await press("Next");
        await shoot(page, `en-deploy-confirm-${name}`);
        await press("Deploy");
        await settled(page, "Running");
      };
      await deploy("web", "Container deployment");
      await page.getByRole("link", { name: "shop" }).click();
      await page
        .getByRole("row", { name: /worker/ })
        .getByRole("link", { name: "Deploy" })
        .click();
      await deploy("worker", "VM deployment");

      // Both cards are upgraded at once.
      const card = (name: string) => page.locator(".ant-card", { has: page.getByRole("link", { name, exact: true }) });
      const runs = async (name: string, version: string) => {
        await card(name).getByText(version).waitFor({ timeout: minutes });
        await card(name).getByText("Running").waitFor({ timeout: minutes });
      };
      await page.getByRole("link", { name: "shop" }).click();
      await page.getByRole("tab", { name: "Environment view" }).click();
      await pick(page, "Environment", "test-env");
      await card("web").waitFor();
      await page.getByRole("checkbox", { name: "All" }).check();
      await press("Upgrade component");
      for (const i of [0, 1]) await dialog(page).locator(`#upgrades_${i}_version`).fill("1.3.0");
      await confirm("Upgrade");
      await runs("web", "1.3.0");
      await runs("worker", "1.3.0");
      await shoot(page, "en-environment-view");

      // A new source, and one environment upgraded to it.
      await page.getByRole("tab", { name: "Component list" }).click();
      await page.getByRole("checkbox", { name: "Choose web" }).check();
      await press("Update component source");
      await upload(await it.pack("1.4.0"));
      await dialog(page).locator("#changes_0_version").fill("1.4.0");
      await dialog(page)
        .getByRole("checkbox", { name: /test-env/ })
        .check();
      await shoot(page, "en-update-source");
      await confirm("Update source");
      await dialog(page).waitFor({ state: "detached" });
      await page.getByRole("tab", { name: "Environment view" }).click();
      await runs("web", "1.4.0");

      // A version that never becomes ready: the former one stays, and the page says why.
      await card("web").getByRole("link", { name: "Operations management" }).click();
      await press("Upgrade");
      await page.locator("#version").fill("2.0.0");
      await upload(await it.pack("2.0.0", () => "process.exit(3);"));
      await press("Deploy configuration");
      await page.locator("#deadline").fill("5");
      await press("Redeploy");
      await page.getByRole("tab", { name: "Tasks" }).click();
      await page.getByRole("cell", { name: "Failed" }).first().waitFor({ timeout: minutes });
      await settled(page, "Running");
      await page.getByRole("tab", { name: "Events" }).click();
      await page.locator("li", { hasText: "Alarm" }).first().waitFor();
      await shoot(page, "en-failed-upgrade");
      await page.getByRole("tab", { name: "Versions" }).click();
      await page
        .getByRole("row", { name: /2\.0\.0/ })
        .getByText("No", { exact: true })
        .waitFor();
      await page.goto("/");
      await page.getByText("Upgrade failed").waitFor();
      await shoot(page, "en-overview-attention");

      // What runs on clusters goes into the other environment too.
      await page.goto("/applications");
      await page.getByRole("link", { name: "shop" }).click();
      await page.getByRole("tab", { name: "Environment view" }).click();
      await pick(page, "Environment", "test-env");
      await card("web").waitFor();
      await press("Clone to environment");
      await dialog(page).getByText("not cloned").waitFor();
      await pick(page, "Target environment", "prod");
      await shoot(page, "en-clone");
      await confirm("Clone");
      await dialog(page).getByText("Done").waitFor();
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "detached" });
      await pick(page, "Environment", "prod");
      await runs("web", "1.4.0");

      // What is deployed is not deleted; each says so for itself.
      await page.getByRole("tab", { name: "Component list" }).click();
      for (const name of ["web", "worker"]) await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
      await press("Delete in batch");
      await confirm("Delete");
      await dialog(page).getByText("Refused").nth(1).waitFor();
      await shoot(page, "en-delete-refused");

      expect(complaints).toEqual([]);
      await context.close();
    },
    6 * minutes,
  );
});
