import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lanes } from "../kit/lanes.ts";
import { pick, shoot } from "./browser.ts";
import { type Console, dialog, minutes, settled, startConsole } from "./console.ts";

let it: Console;

describe.skipIf(!lanes.chromium.found)("a walk through the console", () => {
  beforeAll(async () => void (it = await startConsole()), 3 * minutes);
  afterAll(() => it?.close(), minutes);

  test(
    "from nothing to an application that is upgraded, rolled back, scaled, stopped and deleted, in Chinese",
    async () => {
      const { page, context, complaints } = await it.visit({ language: "zh-CN" });

      // Whoever is not signed in is asked to, and comes back to where they wanted to go.
      await page.goto("/environments");
      await page.waitForURL(/sign-in\?next=%2Fenvironments/);
      await page.locator("button[type=submit]").click();
      await page.getByText("请填写帐号").waitFor();
      await page.locator("#account").fill("flyloft");
      await page.locator("#user").fill("admin");
      await page.locator("#password").fill("wrong");
      await page.locator("button[type=submit]").click();
      await page.getByText("帐号、用户名或密码不正确").waitFor();
      await shoot(page, "zh-sign-in");
      await page.locator("#password").fill(it.password);
      await page.locator("button[type=submit]").click();
      await page.waitForURL(/\/environments$/);

      // An environment of the cluster that this machine brings along.
      await page.getByRole("link", { name: "创建环境" }).first().click();
      await page.getByRole("button", { name: "创建", exact: true }).click();
      await page.getByText("请填写环境名称").waitFor();
      await page.getByLabel("环境名称").fill("test-env");
      await pick(page, "VPC", "default-vpc");
      await page.getByRole("checkbox", { name: /集群/ }).check();
      await shoot(page, "zh-create-environment");
      await page.getByRole("button", { name: "创建", exact: true }).click();
      await page.getByText("test-env", { exact: true }).waitFor();

      await page.getByRole("link", { name: "总览" }).click();
      await page.getByText("快速入门").waitFor();
      await shoot(page, "zh-overview-empty");

      // A name that is taken is refused at its field, by the server.
      await page.getByRole("link", { name: "应用列表" }).click();
      const create = async (name: string) => {
        await page.getByRole("button", { name: "创建应用" }).first().click();
        await dialog(page).getByLabel("应用名称").fill(name);
        await dialog(page).getByRole("button", { name: "创建", exact: true }).click();
      };
      await page.getByRole("heading", { name: "应用列表" }).waitFor();
      await create("商城");
      await page.getByRole("heading", { name: "商城" }).waitFor();
      await page.getByRole("link", { name: "应用列表" }).first().click();
      await page.getByRole("heading", { name: "应用列表" }).waitFor();
      await create("商城");
      await dialog(page).getByText("名称已存在").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: "新增组件" }).click();

      // A component of an uploaded package; a file that is none is refused with the reason.
      await pick(page, "运行时", "Node.js 24");
      await page.getByRole("button", { name: "下一步" }).click();
      await page.locator("#name").fill("hello");
      const upload = page.locator("input[data-upload=zip]");
      await upload.setInputFiles({
        name: "broken.zip",
        mimeType: "application/zip",
        buffer: Buffer.from("hello, ".repeat(9000)),
      });
      await page.getByText("软件包不符合要求").waitFor();
      await upload.setInputFiles(await it.pack("1.0.0"));
      await page.getByText(/hello-1\.0\.0\.zip ·/).waitFor();
      await shoot(page, "zh-create-component");
      await page.reload();
      // What was entered survives a reload.
      await page.getByRole("button", { name: "下一步" }).click();
      expect(await page.locator("#name").inputValue()).toBe("hello");
      await page.getByRole("button", { name: "创建并部署" }).click();

      // Deploy.
      await page.getByRole("heading", { name: "部署 hello" }).waitFor();
      await pick(page, "环境", "test-env");
      await page.getByText("local (进程)").waitFor();
      await page.locator("#version").fill("one");
      await page.getByRole("button", { name: "下一步" }).click();
      await page.getByText("2～4 段数字").first().waitFor();
      await page.locator("#version").fill("1.0.0");
      await page.getByRole("button", { name: "下一步" }).click();
      await page.getByRole("button", { name: "添加环境变量" }).click();
      await page.getByLabel("键", { exact: true }).fill("GREETING");
      await page.getByLabel("值", { exact: true }).fill("你好");
      await page.getByRole("button", { name: "部署配置" }).click();
      await page.getByLabel("最大无效实例数").fill("1");
      await page.getByRole("button", { name: "运维监控" }).click();
      await page.locator("#readiness_on").click();
      await page.locator("#readiness_check_path").fill("/ready");
      await page.locator("#readiness_period").fill("1");
      await shoot(page, "zh-deploy-configuration");
      await page.getByRole("button", { name: "下一步" }).click();
      await page.getByText("GREETING").waitFor();
      await shoot(page, "zh-deploy-confirm");
      await page.getByRole("button", { name: "部署", exact: true }).click();

      // It becomes ready while one watches, with the task's log.
      await page.getByRole("log", { name: "任务日志" }).waitFor();
      await settled(page, "运行中");
      await shoot(page, "zh-instance");

      // An address that answers.
      await page.getByRole("tab", { name: "访问方式" }).click();
      await page.getByRole("button", { name: "添加服务" }).click();
      await dialog(page).getByRole("button", { name: "确定", exact: true }).click();
      const link = page.locator("td a[href^='http://']");
      const address = await link.getAttribute("href");
      const version = async () => ((await (await fetch(`${address}/version`)).json()) as { version: string }).version;
      expect(await until("The address", () => version().catch(() => null), { within: minutes })).toBe("1.0.0");

      // The run log, live.
      await page.getByRole("tab", { name: "运行日志" }).click();
      await page.locator(".log-line").first().waitFor();
      await fetch(`${address}/rest/helloworld?name=found-in-the-log`);
      await page.locator(".log-line", { hasText: "/rest/helloworld" }).first().waitFor();
      await page.getByPlaceholder("搜索关键字").fill("helloworld");
      await page.keyboard.press("Enter");
      await page.locator(".log-line mark").first().waitFor();
      await shoot(page, "zh-run-log");

      // Upgrade to an uploaded package.
      await page.getByRole("button", { name: "升级", exact: true }).click();
      await page.getByText("版本号未修改").waitFor();
      await page.getByRole("button", { name: "部署配置" }).click();
      expect(await page.getByLabel("最大无效实例数").inputValue()).toBe("1");
      await page.locator("#version").fill("1.1.0");
      await page.locator("input[data-upload=zip]").setInputFiles(await it.pack("1.1.0"));
      await page.getByText(/hello-1\.1\.0\.zip ·/).waitFor();
      await page.getByRole("button", { name: "重新部署" }).click();
      await page.getByRole("tab", { name: "概览" }).waitFor();
      await until("The new version", async () => (await version()) === "1.1.0" || null, { within: minutes });
      await settled(page, "运行中");

      // And back.
      await page.getByRole("tab", { name: "历史版本" }).click();
      await page
        .getByRole("row", { name: /1\.0\.0/ })
        .getByRole("button", { name: "回退到该版本" })
        .click();
      await dialog(page).getByRole("button", { name: "回退", exact: true }).click();
      await until("The former version", async () => (await version()) === "1.0.0" || null, { within: minutes });
      await settled(page, "运行中");
      await shoot(page, "zh-versions");

      // Scale, stop and start from the card in the environment view.
      await page.getByRole("link", { name: "商城" }).click();
      await page.getByRole("tab", { name: "环境视图" }).click();
      const card = page.locator(".ant-card", { hasText: "hello" });
      const operate = async (operation: string, button: string) => {
        await card.getByRole("button", { name: "hello 的更多操作" }).click();
        await page.getByRole("menuitem", { name: operation, exact: true }).click();
        if (operation === "伸缩") await dialog(page).getByLabel("实例数量").fill("2");
        await dialog(page).getByRole("button", { name: button, exact: true }).click();
        await dialog(page).waitFor({ state: "detached" });
      };
      await operate("伸缩", "伸缩");
      await card.getByText("2 / 2").waitFor({ timeout: minutes });
      await card.getByText("运行中").waitFor({ timeout: minutes });
      await shoot(page, "zh-environment-view");
      await operate("停止", "停止");
      await card.getByText("停止", { exact: true }).first().waitFor({ timeout: minutes });
      await card.getByText("0 / 2").waitFor({ timeout: minutes });
      await operate("启动", "启动");
      await card.getByText("2 / 2").waitFor({ timeout: minutes });

      // Deletion wants the name typed.
      await card.getByRole("link", { name: "hello", exact: true }).click();
      await settled(page, "运行中");
      const name = (await page.locator("dd .mono").first().textContent())!;
      await page.getByRole("button", { name: "hello 的更多操作" }).click();
      await page.getByRole("menuitem", { name: "删除" }).click();
      expect(await dialog(page).getByRole("button", { name: "删除", exact: true }).isDisabled()).toBe(true);
      await dialog(page).getByPlaceholder(name).fill(name);
      await dialog(page).getByRole("button", { name: "删除", exact: true }).click();
      await until(
        "The end of the workload",
        () =>
          version().then(
            () => null,
            () => true,
          ),
        { within: minutes },
      );

      await page.getByRole("link", { name: "应用列表" }).first().click();
      await page.getByRole("link", { name: "商城" }).click();
      await page.getByText("未部署").waitFor({ timeout: minutes });
      await page.getByRole("button", { name: "hello 的更多操作" }).click();
      await page.getByRole("menuitem", { name: "删除" }).click();
      await dialog(page).getByRole("button", { name: "删除", exact: true }).click();
      await page.getByText("还没有组件").waitFor();
      await page.getByRole("button", { name: "删除", exact: true }).click();
      await dialog(page).getByRole("button", { name: "删除", exact: true }).click();
      await page.waitForURL(/\/applications$/);
      await page.getByText("还没有应用").waitFor();

      expect(complaints).toEqual([]);
      await context.close();
    },
    6 * minutes,
  );
});
