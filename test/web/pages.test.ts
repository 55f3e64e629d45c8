import { signal } from "@flyloft/infra/local/process-identity";
import { until } from "@flyloft/infra/local/wait";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lanes } from "../kit/lanes.ts";
import { type Ask, askAsAdmin, makeEngine, register } from "./an-engine.ts";
import { barriers } from "./axe.ts";
import { nameless, type Options, shoot } from "./browser.ts";
import { type Console, minutes, startConsole } from "./console.ts";

let it: Console;
type Address = [path: string, name: string];
let addresses: Address[];
/** What everybody may see, with or without rights. */
let ownAddresses: Address[];
let instanceId: string;
let admin: Ask;

/** The sample's ids, from the API. */
async function findPages() {
  type Ids = { id: string; component: { id: string }; environment: { id: string }; application: { id: string } };
  admin = await askAsAdmin(it);
  const { instances } = await admin<{ instances: { nodes: Ids[] } }>(
    "{ instances { nodes { id component { id } environment { id } application { id } } } }",
  );
  const one = instances.nodes[0]!;
  type List = { nodes: { id: string }[] };
  type Held = { viewer: { id: string }; groups: List; policies: List; jobRuns: List; engines: List };
  await admin('mutation { createGroup(input: { name: "developers" }) { id } }');
  const held = await admin<Held>(
    "{ viewer { id } groups { nodes { id } } policies { nodes { id } } jobRuns { nodes { id } } engines { nodes { id } } }",
  );
  const engine = `/engines/${held.engines.nodes[0]!.id}`;
  const own = await makeEngine(admin, "orders");
  const serviceId = await register(own.address, "basket");
  const group = `/groups/${held.groups.nodes[0]!.id}`;
  instanceId = one.id;
  const application = `/applications/${one.application.id}`;
  const component = `/components/${one.component.id}`;
  const tabs = ["overview", "replicas", "access", "log", "versions", "events", "tasks"];
  addresses = [
    ["/", "overview"],
    ["/applications", "applications"],
    ...["components", "environments", "variables"].map((tab): Address => [
      `${application}?tab=${tab}`,
      `application-${tab}`,
    ]),
    [`${application}/components/new`, "component-new"],
    [component, "component"],
    [`${component}?tab=access`, "component-access"],
    [`${component}/deploy`, "deploy"],
    ["/environments", "environments"],
    ["/environments/new", "environment-new"],
    [`/environments/${one.environment.id}`, "environment"],
    ["/infrastructure", "infrastructure"],
    ...tabs.map((tab): Address => [`/instances/${one.id}?tab=${tab}`, `instance-${tab}`]),
    [`/instances/${one.id}/upgrade`, "upgrade"],
    ["/engines", "engines"],
    ["/engines/new", "engine-new"],
    ...["overview", "operations"].map((tab): Address => [`${engine}?tab=${tab}`, `engine-${tab}`]),
    ...["catalogue", "governance", "configuration", "dashboard"].map((tab): Address => [
      `${engine}/console?tab=${tab}`,
      `engine-console-${tab}`,
    ]),
    ...["overview", "backups", "security", "operations"].map((tab): Address => [
      `/engines/${own.id}?tab=${tab}`,
      `own-engine-${tab}`,
    ]),
    ...["instances", "related", "governance", "gray", "configuration", "contracts", "tags"].map((tab): Address => [
      `/engines/${own.id}/services/${serviceId}?tab=${tab}`,
      `service-${tab}`,
    ]),
    ["/users", "users"],
    [`/users/${held.viewer.id}`, "user"],
    ["/groups", "groups"],
    [`${group}?tab=grants`, "group-grants"],
    [`${group}?tab=members`, "group-members"],
    ["/policies", "policies"],
    ["/policies/new", "policy-new"],
    [`/policies/${held.policies.nodes[0]!.id}`, "policy"],
    ["/delegations", "delegations"],
    [`/permissions?subject=${held.viewer.id}&action=servicestage:app:create`, "explain"],
    ["/audit", "audit-project"],
    ["/audit?tab=account", "audit-account"],
    ["/jobs", "jobs"],
    [`/jobs/${held.jobRuns.nodes[0]!.id}`, "job"],
  ];
  const mine = ["projects", "keys", "tokens", "sessions", "security"];
  ownAddresses = mine.map((tab) => [`/credentials?tab=${tab}`, `credentials-${tab}`]);
}

async function open(options: Options) {
  const opened = await it.visit(options);
  await opened.page.goto("/sign-in");
  await it.signIn(opened.page);
  return opened;
}

/** Everything that a page asks for has arrived. */
async function show(page: Page, path: string) {
  await page.goto(path);
  await page.locator("#main h1").filter({ hasText: /./ }).waitFor();
  await until("The page", async () => (await page.locator(".ant-skeleton").count()) === 0 || null, { within: 10_000 });
}

describe.skipIf(!lanes.chromium.found)("the pages of the console", () => {
  beforeAll(async () => {
    it = await startConsole({ quickStart: true });
    await findPages();
  }, 3 * minutes);
  afterAll(() => it?.close(), minutes);

  test.each([
    { language: "zh-CN", shade: "light" },
    { language: "en-US", shade: "dark" },
  ] as const)(
    "each is complete, every control has a name, and nobody is shut out: $language, $shade",
    async ({ language, shade }) => {
      const { page, context, complaints, openStreams } = await open({ language, shade });
      const found = new Map<string, string[]>();
      for (const [path, name] of [...addresses, ...ownAddresses]) {
        await show(page, path);
        await shoot(page, `${language}-${shade}-${name}`);
        const text = await page.locator("body").innerText();
        expect(text, path).not.toMatch(
          /\{\{|(?<![\w.])(access|apps|audit|components|credentials|deployments|engines|environments|governance|identity|jobs|layout|operations|overview)\.[a-z]+[.A-Za-z]*\b/,
        );
        if (language === "en-US") expect(text.replace("中文", ""), path).not.toMatch(/[\u4e00-\u9fff]/);
        expect(await page.locator(".ant-alert-error").allInnerTexts(), path).toEqual([]);
        expect(await nameless(page), path).toEqual([]);
        for (const one of await barriers(page)) found.set(one, [...(found.get(one) ?? []), name]);
        // A browser opens six connections to one host; questions must find one free.
        expect(openStreams(), path).toBeLessThanOrEqual(3);
      }
      expect(Object.fromEntries(found)).toEqual({});
      expect(complaints).toEqual([]);
      await context.close();
    },
    4 * minutes,
  );

  test(
    "a narrow screen shows everything without being wider than itself",
    async () => {
      const { page, context } = await open({ language: "en-US", width: 390, height: 844 });
      for (const [path, name] of [...addresses, ...ownAddresses]) {
        await show(page, path);
        await shoot(page, `narrow-${name}`);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, path).toBeLessThanOrEqual(0);
      }
      await context.close();
    },
    2 * minutes,
  );

  test(
    "who has no rights is told on every page which permission is missing",
    async () => {
      const input = { name: "guest", password: "Seen-from-Outside-7" };
      await admin("mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }", { input });
      const { page, context, complaints, openStreams } = await it.visit({ language: "en-US" });
      await page.goto("/sign-in");
      await it.signIn(page, input);
      const missing = /You need the permission [a-z]+(:[a-zA-Z]+)+\. Ask your administrator/;
      for (const [path, name] of addresses) {
        await show(page, path);
        await page.locator("#main").getByText(missing).first().waitFor();
        await shoot(page, `without-rights-${name}`);
        for (const box of await page.locator(".box").all()) expect(await box.innerText(), path).toMatch(missing);
        await expect.poll(openStreams, { message: path, timeout: 10_000 }).toBe(0);
        expect(await page.getByText("Connection lost").count(), path).toBe(0);
        expect(await barriers(page), path).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
    3 * minutes,
  );

  test("the language changes at once, and stays", async () => {
    const { page, context } = await open({ language: "en-US" });
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "总览" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.reload();
    await page.getByRole("heading", { name: "总览" }).waitFor();
    await context.close();
  });

  test("what is typed before the last words of a language arrive is kept", async () => {
    const { page, context } = await it.visit({ language: "zh-CN" });
    const typed = Promise.withResolvers<void>();
    await page.route(/zh_CN/, async (route) => {
      await typed.promise;
      await route.continue();
    });
    const words = page.waitForResponse(/zh_CN/);
    await page.goto("/sign-in", { waitUntil: "commit" });
    await page.locator("#account").fill("kept");
    typed.resolve();
    await (await words).finished();
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
    expect(await page.locator("#account").inputValue()).toBe("kept");
    await context.close();
  });

  test(
    "a lost connection is told, and the log goes on without a line lost or doubled",
    async () => {
      const { page, context } = await open({ language: "en-US" });
      await show(page, `/instances/${instanceId}?tab=log`);
      await page.getByPlaceholder("Search in the log").fill("/rest/helloworld");
      await page.keyboard.press("Enter");
      const lines = page.locator(".log-line", { hasText: "/rest/helloworld" });
      const before = await until("The log", async () => (await lines.count()) || null, { within: 10_000 });
      const greet = async () => void (await fetch(it.platform.appUrl!));
      await greet();
      await until("One line more", async () => (await lines.count()) === before + 1 || null, { within: 10_000 });

      signal(it.platform.processOf("control plane")!, "SIGKILL");
      await page.getByText("Connection lost").first().waitFor();
      await shoot(page, "connection-lost");
      for (let i = 0; i < 3; i++) await greet();
      await until("All lines", async () => (await lines.count()) === before + 4 || null, { within: 30_000 });
      await greet();
      await until("The newest line", async () => (await lines.count()) === before + 5 || null, { within: 30_000 });
      expect(new Set(await lines.allTextContents()).size).toBe(before + 5);
      await context.close();
    },
    2 * minutes,
  );

  test("leaving the session leads to the sign-in, and a foreign address is no way on", async () => {
    const { page, context } = await open({ language: "en-US" });
    await page.getByRole("button", { name: "Signed in as admin" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/sign-in/);
    await page.goto("/applications");
    await page.waitForURL(/sign-in\?next=%2Fapplications/);
    await page.goto("/sign-in?next=//example.test/");
    await it.signIn(page);
    expect(new URL(page.url()).origin).toBe(it.platform.url);
    await context.close();
  });
});
