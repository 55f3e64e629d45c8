import { until } from "@flyloft/infra/local/wait";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lanes } from "../kit/lanes.ts";
import { askAsAdmin, makeEngine, register } from "./an-engine.ts";
import { barriers } from "./axe.ts";
import { nameless, type Options, pick, shoot } from "./browser.ts";
import { type Console, dialog, minutes, settled, startConsole } from "./console.ts";

let it: Console;
let engine: { id: string; address: string };

async function open(options: Options, path: string) {
  const opened = await it.visit(options);
  await opened.page.goto("/sign-in");
  await it.signIn(opened.page);
  await opened.page.goto(path);
  return opened;
}
const press = (page: Page, name: string) => dialog(page).getByRole("button", { name, exact: true }).click();

/** Picks from a list of which several can be chosen, and closes it. */
async function pickOf(page: Page, label: string, option: string) {
  await pick(page, label, option);
  await page.keyboard.press("Escape");
  await page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)").waitFor({ state: "hidden" });
}

/** A dialog is as sound as a page: every control has a name, nobody is shut out. */
async function sound(page: Page, name: string) {
  expect(await nameless(page)).toEqual([]);
  expect(await barriers(page)).toEqual([]);
  await shoot(page, name);
}

/** The names of what is registered, as a client is told them; or the status of the refusal. */
async function servicesAt(address: string, token?: string): Promise<string[] | number> {
  const headers = { "x-domain-name": "default", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const answer = await fetch(`${address}/v4/default/registry/microservices`, { headers });
  if (!answer.ok) return answer.status;
  const { services } = (await answer.json()) as { services: { serviceName: string; appId: string }[] };
  return services.filter(({ appId }) => appId === "shop").map(({ serviceName }) => serviceName);
}
async function tokenOf(name: string, password: string): Promise<string | undefined> {
  const answer = await fetch(`${engine.address}/v4/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, password }),
  });
  return answer.ok ? ((await answer.json()) as { token: string }).token : undefined;
}

describe.skipIf(!lanes.chromium.found)("an engine of one's own is looked after in the console", () => {
  beforeAll(async () => {
    it = await startConsole();
    engine = await makeEngine(await askAsAdmin(it), "orders");
    await register(engine.address, "basket");
  }, 3 * minutes);
  afterAll(() => it?.close(), minutes);

  test(
    "what it held is backed up, restored when it is acknowledged by tick and by name, and recorded, in Chinese",
    async () => {
      const { page, context, complaints } = await open({ language: "zh-CN" }, `/engines/${engine.id}?tab=backups`);
      await page.getByText("还没有备份").waitFor();

      await page.getByRole("button", { name: "创建备份" }).click();
      await press(page, "创建");
      await dialog(page).getByText("请填写备份名称").waitFor();
      await dialog(page).getByLabel("备份名称").fill("before");
      await sound(page, "zh-backup-create");
      await press(page, "创建");
      const row = page.getByRole("row", { name: /before/ }).first();
      await row.getByText("成功", { exact: true }).waitFor({ timeout: minutes });
      await shoot(page, "zh-backups");
      await page.getByRole("button", { name: "创建备份" }).click();
      await dialog(page).getByLabel("备份名称").fill("before");
      await press(page, "创建");
      await dialog(page).getByText("名称已存在").waitFor();
      await press(page, "取消");

      // What came after the backup is gone with the restore.
      await register(engine.address, "payment");
      expect(await servicesAt(engine.address)).toEqual(expect.arrayContaining(["basket", "payment"]));
      await row.getByRole("button", { name: "恢复" }).click();
      const restore = dialog(page).getByRole("button", { name: "恢复", exact: true });
      await dialog(page).getByPlaceholder("before").fill("before");
      expect(await restore.isDisabled()).toBe(true);
      await dialog(page).getByRole("checkbox").check();
      await sound(page, "zh-restore");
      await restore.click();
      const record = page.locator(".box", { hasText: "恢复记录" }).getByRole("row", { name: /before/ });
      await record.getByText("成功", { exact: true }).waitFor({ timeout: minutes });
      await settled(page, "可用");
      await shoot(page, "zh-restored");
      await expect.poll(() => servicesAt(engine.address), { timeout: 10_000 }).toEqual(["basket"]);

      // By itself on weekdays at a full hour; switched off there is no policy any more.
      await page.getByRole("button", { name: "设置" }).click();
      await press(page, "保存");
      await dialog(page).getByText("请填写备份周期").waitFor();
      await dialog(page).getByRole("checkbox", { name: "星期一" }).check();
      await pick(page, "开始时间", "03:00 UTC");
      await sound(page, "zh-backup-policy");
      await press(page, "保存");
      await page.locator("dd", { hasText: "星期一" }).waitFor();
      await page.locator("dd", { hasText: "03:00 UTC" }).waitFor();
      await page.getByRole("button", { name: "设置" }).click();
      await dialog(page).getByRole("switch").click();
      await press(page, "保存");
      await page.getByText("未开启", { exact: true }).waitFor();

      await row.getByRole("button", { name: "删除" }).click();
      await press(page, "删除");
      await page.getByText("还没有备份").waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    },
    4 * minutes,
  );

  test(
    "a gray release is begun by weight, changed, joined by a rule and a lane, completed and rolled back, in English",
    async () => {
      const serviceId = await register(engine.address, "basket", "2.0.0");
      const { page, context, complaints } = await open(
        { language: "en-US", shade: "dark" },
        `/engines/${engine.id}/services/${serviceId}?tab=gray`,
      );
      await page.getByText("No gray rule yet").waitFor();

      // By weight: the newest version is proposed a small share, and the keys are seen before they are published.
      await page.getByRole("button", { name: "Add gray rule" }).click();
      await dialog(page).getByLabel("Rule name").fill("first");
      await dialog(page).getByText("servicecomb.routeRule.basket").waitFor();
      const weights = dialog(page).getByRole("spinbutton", { name: "Weight" });
      expect(await weights.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([
        "10",
        "90",
      ]);
      await weights.first().fill("20");
      await press(page, "Publish");
      await dialog(page).getByText("The weights must sum to 100").waitFor();
      await weights.last().fill("80");
      await sound(page, "en-gray-weight");
      await press(page, "Publish");
      await page.getByText("2.0.0 · 20%").waitFor();
      const row = page.getByRole("row", { name: /^first/ });
      await row.getByText("Under way").waitFor();
      await row.getByRole("button", { name: "Edit" }).click();
      await weights.first().fill("50");
      await weights.last().fill("50");
      await press(page, "Publish");
      await page.getByText("2.0.0 · 50%").waitFor();

      // A header that the contract names; then a lane.
      await page.getByRole("button", { name: "Add gray rule" }).click();
      await dialog(page).getByLabel("Rule name").fill("testers");
      await dialog(page).getByRole("radio", { name: "By rule" }).check();
      await pick(page, "Parameter", "x-user");
      await dialog(page).getByRole("textbox", { name: "Value", exact: true }).fill("tester");
      await pickOf(page, "Served by versions", "2.0.0");
      await dialog(page).locator(".preview").getByText("tester").first().waitFor();
      await sound(page, "en-gray-rule");
      await press(page, "Publish");
      await page.getByText("x-user = tester").waitFor();
      await page.getByRole("button", { name: "Add gray rule" }).click();
      await dialog(page).getByLabel("Rule name").fill("preview");
      await dialog(page).getByRole("radio", { name: "By lane" }).check();
      await dialog(page).getByLabel("Lane", { exact: true }).fill("red");
      await press(page, "Publish");
      await page.getByText("x-lane: red").waitFor();
      // What is for some requests is proposed a place before what takes all.
      const names = page.locator("td strong");
      expect(await names.allInnerTexts()).toEqual(["preview", "testers", "first"]);
      await page
        .getByRole("row", { name: /preview/ })
        .getByRole("button", { name: "Edit" })
        .click();
      await dialog(page).getByLabel("Priority").fill("1");
      await press(page, "Publish");
      await page.getByText("first takes all requests before it").waitFor();
      await sound(page, "en-gray");

      // Callers read it as configuration.
      const key = await page.request.get(
        `${engine.address}/v1/default/kie/kv?key=servicecomb.routeRule.basket&label=app:shop&label=environment:production`,
        { headers: { "x-domain-name": "default" } },
      );
      expect(await key.text()).toContain("tester");

      // Completed: all goes to the new version, and nothing else is left. Deleted: back to where it was.
      await row.getByRole("button", { name: "Complete" }).click();
      await dialog(page).getByText("the other gray rules of the microservice are deleted").waitFor();
      await sound(page, "en-gray-complete");
      await press(page, "Complete");
      await page.getByText("2.0.0 · 100%").waitFor();
      await row.getByText("Completed", { exact: true }).waitFor();
      await page.getByText("x-lane: red").waitFor({ state: "detached" });
      await row.getByRole("button", { name: "Delete" }).click();
      await dialog(page).getByText("servicecomb.routeRule.basket").waitFor();
      await sound(page, "en-gray-delete");
      await press(page, "Delete");
      await page.getByText("No gray rule yet").waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    },
    3 * minutes,
  );

  test(
    "security authentication is switched on with the password of root, accounts come and go, and it is switched off, in Chinese",
    async () => {
      const { page, context, complaints } = await open({ language: "zh-CN" }, `/engines/${engine.id}?tab=security`);
      const root = "Root-Password-1";
      await page.getByText("首次开启安全认证时会创建 root").waitFor();
      await page.getByRole("button", { name: "开启认证" }).click();
      await press(page, "开启认证");
      await dialog(page).getByText("请填写root 密码").waitFor();
      await dialog(page).getByLabel("root 密码", { exact: true }).fill("short");
      await dialog(page).getByLabel("确认密码", { exact: true }).fill("different");
      await dialog(page).getByText("两次输入的密码不一致").waitFor();
      await dialog(page).getByLabel("root 密码", { exact: true }).fill(root);
      await dialog(page).getByLabel("确认密码", { exact: true }).fill(root);
      await sound(page, "zh-authentication-on");
      await press(page, "开启认证");
      await page.getByText("已开启：服务须认证").waitFor({ timeout: minutes });
      await settled(page, "可用");
      await expect.poll(() => servicesAt(engine.address), { timeout: 10_000 }).toBe(401);
      expect(await servicesAt(engine.address, await tokenOf("root", root))).toContain("basket");

      // An account for services.
      const [first, second] = ["Shop-Password-1", "Shop-Password-2"];
      await page.getByRole("button", { name: "创建帐号" }).click();
      await dialog(page).getByLabel("帐号名称", { exact: true }).fill("shop");
      await dialog(page).getByLabel("密码", { exact: true }).fill(first);
      await dialog(page).getByLabel("确认密码", { exact: true }).fill(first);
      await pickOf(page, "角色", "developer");
      await sound(page, "zh-account-create");
      await press(page, "创建");
      const row = page.getByRole("row", { name: /shop/ });
      await row.getByText("允许访问").waitFor();
      await sound(page, "zh-security");
      const token = await until("The account", () => tokenOf("shop", first), { within: 10_000 });
      expect(await servicesAt(engine.address, token)).toContain("basket");

      const menu = async (name: string, entry: string) => {
        await page
          .getByRole("button", { name: `${name} 的更多操作` })
          .last()
          .click();
        await page.getByRole("menuitem", { name: entry }).click();
      };
      // The password that is replaced takes its tokens with it.
      await menu("shop", "重置密码");
      await dialog(page).getByLabel("密码", { exact: true }).fill(second);
      await dialog(page).getByLabel("确认密码", { exact: true }).fill(second);
      await press(page, "保存");
      await dialog(page).waitFor({ state: "detached" });
      await expect.poll(() => servicesAt(engine.address, token), { timeout: 10_000 }).toBe(401);
      await menu("shop", "编辑");
      await dialog(page).getByRole("switch").click();
      await press(page, "保存");
      await row.getByText("禁止访问").waitFor();
      await menu("shop", "删除");
      await press(page, "删除");
      await row.waitFor({ state: "detached" });

      // A role of one's own, narrowed; what every engine has stays, and says why.
      await page.getByRole("button", { name: "创建角色" }).click();
      await dialog(page).getByLabel("角色名称", { exact: true }).fill("readers");
      await press(page, "创建");
      await dialog(page).getByText("请填写资源").waitFor();
      await pickOf(page, "资源", "微服务");
      await sound(page, "zh-role-create");
      await press(page, "创建");
      const role = page.getByRole("row", { name: /^readers/ });
      await role.getByText("查看").waitFor();
      await menu("角色 readers", "编辑");
      await dialog(page).getByLabel("应用", { exact: true }).fill("shop");
      await press(page, "保存");
      await role.getByText("shop").waitFor();
      await menu("角色 readers", "删除");
      await press(page, "删除");
      await role.waitFor({ state: "detached" });
      await page.getByRole("button", { name: "角色 admin 的更多操作" }).click();
      await page.getByRole("menuitem", { name: /删除.*内置角色不能修改或删除/ }).waitFor();
      await page.keyboard.press("Escape");

      // root stays, and says why.
      await page.getByRole("button", { name: "root 的更多操作" }).click();
      await page.getByRole("menuitem", { name: /删除.*root 不能修改或删除/ }).waitFor();
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "关闭认证" }).click();
      await press(page, "关闭认证");
      await page.getByText("未开启：能访问引擎者均可使用").waitFor({ timeout: minutes });
      await expect.poll(() => servicesAt(engine.address), { timeout: 10_000 }).toContain("basket");
      expect(complaints).toEqual([]);
      await context.close();
    },
    3 * minutes,
  );

  test("a command that asks nothing first is not refused without a word", async () => {
    const admin = await askAsAdmin(it);
    const item = { engineId: engine.id, scope: "application", environment: "", key: "limit", value: "one" };
    const { createConfigurationItem } = await admin<{ createConfigurationItem: { id: string } }>(
      "mutation ($input: CreateConfigurationItemInput!) { createConfigurationItem(input: $input) { id } }",
      { input: item },
    );
    const { page, context } = await open({ language: "zh-CN" }, `/engines/${engine.id}/console?tab=configuration`);
    await page.getByRole("cell", { name: "limit", exact: true }).waitFor();
    const input = { engineId: engine.id, itemIds: [createConfigurationItem.id] };
    await admin(
      "mutation ($input: DeleteConfigurationItemsInput!) { deleteConfigurationItems(input: $input) { id } }",
      { input },
    );
    await page.getByRole("button", { name: "limit 的更多操作" }).click();
    await page.getByRole("menuitem", { name: "停用" }).click();
    await dialog(page).getByText("操作未执行").waitFor();
    await sound(page, "zh-not-carried-out");
    await press(page, "关闭");
    await dialog(page).waitFor({ state: "detached" });
    await context.close();
  });

  test(
    "who may only read sees everything, and each button says what is missing",
    async () => {
      const admin = await askAsAdmin(it);
      const reader = { name: "reader", password: "Seen-from-Outside-7" };
      const make = async (mutation: string, type: string, input: object) => {
        const text = `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { id } }`;
        return (await admin<{ made: { id: string } }>(text, { input })).made.id;
      };
      const userId = await make("createUser", "CreateUserInput", reader);
      const groupId = await make("createGroup", "CreateGroupInput", { name: "readers" });
      await admin("mutation ($input: AddGroupMembersInput!) { addGroupMembers(input: $input) { id } }", {
        input: { groupId, userIds: [userId] },
      });
      const { policies } = await admin<{ policies: { nodes: { id: string }[] } }>(
        '{ policies(search: "CSE Viewer") { nodes { id } } }',
      );
      await admin("mutation ($input: GrantPoliciesInput!) { grantPolicies(input: $input) { id } }", {
        input: { groupId, policyIds: policies.nodes.map(({ id }) => id) },
      });
      const serviceId = await register(engine.address, "basket");
      const { page, context, complaints } = await it.visit({ language: "en-US" });
      await page.goto("/sign-in");
      await it.signIn(page, reader);
      for (const [path, button, permission] of [
        [`/engines/${engine.id}?tab=backups`, "Create backup", "cse:engine:create"],
        [`/engines/${engine.id}?tab=security`, "Create account", "cse:engine:modify"],
        [`/engines/${engine.id}?tab=security`, "Create role", "cse:engine:modify"],
        [`/engines/${engine.id}/services/${serviceId}?tab=gray`, "Add gray rule", "cse:config:modify"],
        [`/engines/${engine.id}/services/${serviceId}?tab=configuration`, "Create item", "cse:config:modify"],
        ["/engines", "Create engine", "cse:engine:create"],
      ] as const) {
        await page.goto(path);
        const why = page.getByRole("note", { name: `Insufficient permissions: ${permission} is needed` });
        await why.filter({ has: page.getByRole("button", { name: button }) }).waitFor();
        expect(await page.getByRole("button", { name: button }).isDisabled(), path).toBe(true);
        expect(await barriers(page), path).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
    2 * minutes,
  );
});
