import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lanes } from "../kit/lanes.ts";
import { askAsAdmin, makeSubnet, register } from "./an-engine.ts";
import { pick, shoot } from "./browser.ts";
import { type Console, dialog, minutes, startConsole } from "./console.ts";

let it: Console;

const becomes = (page: Page, state: string) =>
  page.locator(".page-head").getByText(state, { exact: true }).waitFor({ timeout: minutes });

describe.skipIf(!lanes.chromium.found)("microservice engines in the console", () => {
  beforeAll(async () => {
    it = await startConsole();
    await makeSubnet(await askAsAdmin(it));
  }, 3 * minutes);
  afterAll(() => it?.close(), minutes);

  test(
    "an engine is made, watched, configured, looked into, resized and deleted, in Chinese",
    async () => {
      const { page, context, complaints } = await it.visit({ language: "zh-CN" });
      await page.goto("/sign-in");
      await it.signIn(page);
      const confirm = (name: string) => dialog(page).getByRole("button", { name, exact: true }).click();

      await page.goto("/engines");

      // Two steps: what is missing is told in the first, all of it is seen in the second.
      await page.getByRole("link", { name: "创建微服务引擎" }).first().click();
      await page.getByRole("button", { name: "下一步" }).click();
      await page.getByText("请填写引擎名称").waitFor();
      await page.getByLabel("引擎名称").fill("orders");
      await page.getByRole("radio", { name: /^非高可用/ }).check();
      await page.locator("#zones").fill("az1");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      await pick(page, "虚拟私有云（VPC）", "default-vpc");
      await pick(page, "子网", "subnet-a");
      await page.reload();
      expect(await page.getByLabel("引擎名称").inputValue()).toBe("orders");
      await page.getByRole("button", { name: "下一步" }).click();
      await page.getByText("引擎将在后台以最新版本创建").waitFor();
      await shoot(page, "zh-engine-confirm");
      await page.getByRole("button", { name: "提交" }).click();
      await page.getByRole("heading", { name: "orders" }).waitFor();
      await becomes(page, "可用");
      const address = await page.locator(".lines .mono").first().innerText();
      await shoot(page, "zh-engine");

      await page.getByRole("tab", { name: "其他操作" }).click();
      await page.getByRole("cell", { name: "成功" }).waitFor();
      await page.locator(".ant-table-row-expand-icon").first().click();
      await page.getByRole("log", { name: "操作日志" }).locator("li").first().waitFor();
      await shoot(page, "zh-engine-operations");

      // Services register; the catalogue shows them with what they offer.
      for (const name of ["basket", "payment"]) await register(address, name);
      await page.getByRole("link", { name: "查看控制台" }).click();
      await page.getByRole("link", { name: "basket" }).click();
      await page.getByRole("cell", { name: "basket-1", exact: true }).waitFor();
      await page.getByText("在线", { exact: true }).waitFor();
      await page.getByRole("tab", { name: "服务契约" }).click();
      await page.getByText("/orders/{id}").click();
      await page.getByRole("cell", { name: "The order" }).waitFor();
      await shoot(page, "zh-contract");

      // An instance is taken out of service, and comes back.
      await page.getByRole("tab", { name: "实例列表" }).click();
      await page.getByRole("button", { name: "basket-1 的更多操作" }).click();
      await page.getByRole("menuitem", { name: "摘机" }).click();
      await confirm("摘机");
      await page.getByRole("cell", { name: "摘机", exact: true }).waitFor();
      await page.getByRole("button", { name: "在线", exact: true }).click();
      await page.getByRole("cell", { name: "在线", exact: true }).waitFor();
      await page.getByRole("tab", { name: "标签" }).click();
      await page.getByRole("button", { name: "添加标签" }).click();
      await dialog(page).getByLabel("键", { exact: true }).fill("team");
      await dialog(page).getByLabel("值", { exact: true }).fill("shop");
      await confirm("添加");
      await page.getByRole("cell", { name: "team", exact: true }).waitFor();

      // A rule by the form of its kind, with the keys that it publishes.
      await page.getByRole("tab", { name: "服务治理" }).click();
      await page.getByRole("button", { name: "新增" }).click();
      await page.getByRole("menuitem", { name: "限流" }).click();
      await pick(page, "限流对象", "payment");
      await dialog(page).getByLabel("QPS").fill("100");
      await dialog(page).getByText("servicecomb.flowcontrol.Provider.qps.limit.payment").waitFor();
      await shoot(page, "zh-rule");
      await confirm("发布");
      await page.getByRole("cell", { name: "限流", exact: true }).waitFor();
      await page.getByRole("tab", { name: "动态配置" }).click();
      await page
        .getByRole("cell", { name: "servicecomb.flowcontrol.Provider.qps.limit.payment", exact: true })
        .waitFor();
      await page.getByRole("tab", { name: "服务治理" }).click();
      await page.getByRole("button", { name: "删除" }).last().click();
      await dialog(page).getByText("servicecomb.flowcontrol.Provider.qps.limit.payment").waitFor();
      await confirm("删除");
      await page.getByText("该微服务还没有治理规则").waitFor();

      // Dynamic configuration of the one, with its history.
      await page.getByRole("tab", { name: "动态配置" }).click();
      await page.getByText("明文存储").waitFor();
      await page.getByRole("button", { name: "创建配置项" }).click();
      await dialog(page).getByLabel("键", { exact: true }).fill("limit");
      await dialog(page).getByLabel("值", { exact: true }).fill("one");
      await confirm("创建");
      await page.getByRole("cell", { name: "limit", exact: true }).waitFor();
      const menu = async (item: string, entry: string) => {
        await page.getByRole("button", { name: `${item} 的更多操作` }).click();
        await page.getByRole("menuitem", { name: entry }).click();
      };
      await menu("limit", "编辑");
      await dialog(page).getByLabel("值", { exact: true }).fill("two");
      await confirm("保存");
      await page.getByRole("cell", { name: "two", exact: true }).waitFor();
      await menu("limit", "历史版本");
      await page.getByRole("button", { name: "与上一版本比较" }).click();
      await page.locator(".difference [data-change=removed]").getByText("one").waitFor();
      await shoot(page, "zh-configuration-history");
      await page.getByRole("button", { name: "回退" }).last().click();
      await page.locator(".ant-modal").getByRole("button", { name: "回退", exact: true }).click();
      await page.getByRole("cell", { name: "one", exact: true }).waitFor();
      await page.locator(".ant-drawer-close").click();

      // Larger, and then away for good.
      await page.getByRole("link", { name: "orders", exact: true }).click();
      await page.getByRole("button", { name: "orders 的更多操作" }).click();
      await page.getByRole("menuitem", { name: "变更规格" }).click();
      await dialog(page).getByRole("radio", { name: "500" }).check();
      await confirm("变更规格");
      await page.getByText("500", { exact: true }).waitFor({ timeout: minutes });
      await becomes(page, "可用");
      await page.getByRole("button", { name: "orders 的更多操作" }).click();
      await page.getByRole("menuitem", { name: "删除" }).click();
      expect(await dialog(page).getByRole("button", { name: "删除", exact: true }).isDisabled()).toBe(true);
      await dialog(page).getByPlaceholder("DELETE").fill("DELETE");
      await confirm("删除");
      await page.goto("/engines");
      await page.getByRole("link", { name: "orders" }).waitFor({ state: "detached", timeout: minutes });
      expect(complaints).toEqual([]);
      await context.close();
    },
    5 * minutes,
  );
});
