import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, stepAt } from "../../functions/identity/totp/codes.ts";
import { lanes } from "../kit/lanes.ts";
import { pick, shoot } from "./browser.ts";
import { type Console, dialog, minutes, startConsole } from "./console.ts";

let it: Console;

/** What an authenticator app makes of a secret in base 32. */
function secretOf(text: string): Buffer {
  const bits = [...text].map((one) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one).toString(2).padStart(5, "0"));
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

/** A device that keeps passkeys and whose owner always consents. */
async function giveDevice(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe.skipIf(!lanes.chromium.found)("users, rights and credentials in the console", () => {
  beforeAll(async () => void (it = await startConsole()), 3 * minutes);
  afterAll(() => it?.close(), minutes);

  test(
    "a group is granted a policy, a user of it sees and may not create, and the reason is found, in Chinese",
    async () => {
      const { page, context, complaints } = await it.visit({ language: "zh-CN" });
      await page.goto("/sign-in");
      await it.signIn(page);
      const confirm = (name: string) => dialog(page).getByRole("button", { name, exact: true }).click();

      await page.goto("/groups");
      await page.getByRole("button", { name: "创建用户组" }).first().click();
      await dialog(page).getByLabel("用户组名称").fill("readers");
      await confirm("创建");
      await page.getByRole("heading", { name: "readers" }).waitFor();
      await page.getByRole("button", { name: "授权", exact: true }).click();
      await pick(page, "策略", "ServiceStage ReadOnlyAccess");
      await page.keyboard.press("Escape");
      await dialog(page)
        .getByRole("radio", { name: /所有项目/ })
        .check();
      await shoot(page, "zh-grant-policies");
      await confirm("确定授权");
      await page.getByRole("cell", { name: "ServiceStage ReadOnlyAccess" }).waitFor();

      // A new user has no right; the group gives it some.
      await page.getByRole("link", { name: "用户", exact: true }).click();
      await page.getByRole("button", { name: "创建用户" }).click();
      await dialog(page).getByLabel("用户名").fill("li.wei");
      await dialog(page).getByLabel("密码", { exact: true }).fill("Seen-from-Outside-7");
      await dialog(page).getByLabel("再次输入新密码").fill("Seen-from-Outside-8");
      await confirm("创建");
      await dialog(page).getByText("两次输入不一致").waitFor();
      await dialog(page).getByLabel("再次输入新密码").fill("Seen-from-Outside-7");
      await confirm("创建");
      await page.getByRole("heading", { name: "li.wei" }).waitFor();
      await page.getByText("该用户目前没有任何权限").waitFor();
      await page.getByRole("button", { name: "加入用户组" }).click();
      await pick(page, "用户组", "readers");
      await confirm("添加");
      await page.getByRole("link", { name: "readers" }).waitFor();
      await shoot(page, "zh-user");

      // IAM-09: who may only read is told what is missing, before pressing and after.
      const reader = await it.visit({ language: "zh-CN" });
      await reader.page.goto("/sign-in");
      await it.signIn(reader.page, { name: "li.wei", password: "Seen-from-Outside-7" });
      await reader.page.goto("/applications");
      await reader.page
        .getByRole("note", { name: /servicestage:app:create/ })
        .first()
        .waitFor();
      expect(await reader.page.getByRole("button", { name: "创建应用" }).first().isDisabled()).toBe(true);
      await reader.page.goto("/applications?tab=new");
      await dialog(reader.page).getByLabel("应用名称").fill("shop");
      await dialog(reader.page).getByRole("button", { name: "创建", exact: true }).click();
      await dialog(reader.page).getByText("需要 servicestage:app:create 权限").waitFor();
      await shoot(reader.page, "zh-refused");
      await reader.page.goto("/users");
      await reader.page.getByRole("note", { name: /iam:user:/ }).waitFor();
      await reader.context.close();

      // Why? Nothing allows the one, the policy of the group allows the other.
      await page.getByRole("link", { name: "权限分析" }).last().click();
      await pick(page, "操作", "servicestage:app:create");
      await page.getByRole("button", { name: "查询" }).click();
      await page.getByText("没有任何授权允许 servicestage:app:create").waitFor();
      await pick(page, "操作", "servicestage:app:get");
      await page.getByRole("button", { name: "查询" }).click();
      await page.locator(".verdict").getByText("允许").waitFor();
      await page.getByRole("link", { name: "readers" }).waitFor();
      await shoot(page, "zh-explain");

      // What was refused is in the trail, which is whole.
      await page.goto("/audit");
      await page.getByLabel("操作者", { exact: true }).fill("li.wei");
      await page.getByLabel("操作", { exact: true }).fill("createApplication");
      await page.getByRole("button", { name: "筛选" }).click();
      await page.getByRole("cell", { name: "权限不足" }).waitFor();
      expect(await page.getByRole("cell", { name: "createApplication" }).count()).toBe(1);
      await page.getByRole("button", { name: "校验日志链" }).click();
      await page.getByText("条记录均未被篡改").waitFor();
      const saving = page.waitForEvent("download");
      await page.getByRole("button", { name: "导出 NDJSON" }).click();
      const lines = (await readFile(await (await saving).path(), "utf8")).trim().split("\n");
      expect(lines.map((line) => JSON.parse(line).operation)).toEqual(["createApplication"]);
      await shoot(page, "zh-audit");

      // Found from anywhere.
      await page.getByRole("heading", { name: "审计日志" }).click();
      await page.keyboard.press("/");
      await dialog(page).getByLabel("搜索").fill("li.w");
      await dialog(page).getByRole("link", { name: "li.wei" }).click();
      await page.getByRole("heading", { name: "li.wei" }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    },
    3 * minutes,
  );

  test(
    "a policy is put together without its syntax, with what its actions depend on; a list keeps its columns",
    async () => {
      const { page, context, complaints } = await it.visit({ language: "en-US" });
      await page.goto("/sign-in");
      await it.signIn(page);
      await page.goto("/policies/new");
      await page.getByLabel("Policy name").fill("engine-makers");
      await pick(page, "Service", "Microservice engine");
      await page.getByRole("checkbox", { name: "cse:engine:create" }).check();
      expect(await page.getByRole("checkbox", { name: "cse:engine:get" }).isChecked()).toBe(true);
      await page.getByText("needed by cse:engine:create").first().waitFor();
      await page.getByRole("button", { name: "Add condition" }).click();
      await page.getByLabel("Values").fill("10.0.0.0/8");
      await page.keyboard.press("Enter");
      await page.getByText("Added automatically").waitFor();
      await shoot(page, "en-policy-visual");
      await page.getByRole("tab", { name: "JSON view" }).click();
      const editor = page.getByRole("textbox", { name: "Policy document" });
      await editor.waitFor();
      expect(await editor.innerText()).toContain("cse:engine:list");
      await shoot(page, "en-policy-json");
      await page.getByRole("button", { name: "Create", exact: true }).click();
      await page.getByRole("heading", { name: "engine-makers" }).waitFor();
      const document = JSON.parse(await page.getByLabel("Policy document").innerText());
      expect(document).toEqual({
        Version: "1.1",
        Statement: [
          {
            Effect: "Allow",
            Action: ["cse:engine:create", "cse:engine:list", "cse:engine:get"],
            Condition: { IpAddress: { SourceIp: ["10.0.0.0/8"] } },
          },
        ],
      });

      await page.goto("/policies");
      await page.getByRole("button", { name: "Choose columns" }).click();
      await page.getByRole("checkbox", { name: "Kind" }).check();
      await page.reload();
      await page.getByRole("columnheader", { name: "Kind" }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    },
    minutes,
  );

  test(
    "a key is made by whoever knows the password and told once; codes and a passkey guard the sign-in",
    async () => {
      // Passkeys are for names, and on one's own machine that is localhost.
      const { page, context, complaints } = await it.visit({ language: "en-US", host: "localhost" });
      await giveDevice(context, page);
      await page.goto("/sign-in");
      await it.signIn(page);
      await page.goto("/credentials?tab=keys");
      const confirm = (name: string) => dialog(page).getByRole("button", { name, exact: true }).click();
      const password = () => dialog(page).getByLabel("Password", { exact: true });
      await page.getByRole("button", { name: "Add access key" }).click();
      await password().fill("not the password");
      await confirm("Create");
      await dialog(page).getByText("This is not right").waitFor();
      await password().fill(it.password);
      await confirm("Create");
      const saving = page.waitForEvent("download");
      await confirm("Save credentials.csv");
      const csv = await readFile(await (await saving).path(), "utf8");
      expect(csv).toMatch(/^User Name,Access Key Id,Secret Access Key\nadmin,\w+,\S+\n$/);
      await shoot(page, "en-key");
      await confirm("I have kept it");
      const secret = csv.trim().split(",").at(-1)!;
      expect(await page.content()).not.toContain(secret);

      await page.getByRole("tab", { name: "API tokens" }).click();
      await page.getByRole("button", { name: "Create API token" }).click();
      await dialog(page).getByLabel("Name", { exact: true }).fill("partner");
      await dialog(page).getByLabel("Actions").fill("servicestage:app:get");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      await confirm("Create");
      await dialog(page).getByText("shown this once").waitFor();
      await confirm("I have kept it");
      await page.getByRole("cell", { name: "Valid" }).waitFor();

      // One-time codes.
      await page.getByRole("tab", { name: "Security settings" }).click();
      await page.getByRole("button", { name: "Set up" }).click();
      await password().fill(it.password);
      await confirm("Next");
      await dialog(page).getByText("Scan this").waitFor();
      const totp = secretOf(await dialog(page).locator("p .mono").innerText());
      await shoot(page, "en-totp");
      await dialog(page)
        .getByLabel("Code that the app shows")
        .fill(codeOf(totp, stepAt(new Date())));
      await confirm("Set up");
      await dialog(page).getByText("Each works once").waitFor();
      const recovery = (await dialog(page).locator("dd .mono").innerText()).split(" ")[0]!;
      await confirm("I have kept it");

      await page.getByRole("button", { name: "Add passkey" }).click();
      await dialog(page).getByLabel("Name", { exact: true }).fill("This laptop");
      await password().fill(it.password);
      await confirm("Add");
      await page.getByText("This laptop").waitFor();
      await shoot(page, "en-security");

      // The password alone suffices no more; a recovery code works, and so does the device alone.
      const leave = async () => {
        await page.getByRole("button", { name: "Signed in as admin" }).click();
        await page.getByRole("button", { name: "Sign out" }).click();
        await page.waitForURL(/sign-in/);
      };
      await leave();
      await page.locator("#account").fill("flyloft");
      await page.locator("#user").fill("admin");
      await page.locator("#password").fill(it.password);
      await page.locator("button[type=submit]").click();
      await page.getByRole("heading", { name: "Second step" }).waitFor();
      await shoot(page, "en-second-step");
      await page.locator("#code").fill(recovery);
      await page.locator("button[type=submit]").click();
      await page.locator("#main h1").waitFor();
      await leave();
      await page.getByRole("button", { name: "Sign in with a passkey" }).click();
      await page.locator("#main h1").waitFor();
      await page.goto("/credentials?tab=sessions");
      await page
        .getByRole("row", { name: /Passkey.*/ })
        .getByText("This one")
        .waitFor();
      await shoot(page, "en-sessions");
      expect(complaints).toEqual([]);
      await context.close();
    },
    2 * minutes,
  );
});
