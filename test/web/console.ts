import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "@flyloft/infra/local/bundle";
import { packDirectory } from "@flyloft/infra/local/pack";
import { until } from "@flyloft/infra/local/wait";
import type { Page } from "playwright-core";
import { startPlatform } from "../kit/platform.ts";
import { openBrowser, openPage, type Options } from "./browser.ts";

export const minutes = 60_000;
export type Person = { name: string; password: string };
export type Console = Awaited<ReturnType<typeof startConsole>>;

/** The platform with its console, and a browser in front of it; close it at the end. */
export async function startConsole({ quickStart = false } = {}) {
  const platform = await startPlatform({ quickStart });
  const packages = mkdtempSync(join(tmpdir(), "flyloft-packages-"));
  const browser = await openBrowser();
  const built = async () => (await (await fetch(platform.url)).text()).includes('id="root"') || null;
  await until("The console", built, { within: minutes });
  const password = await platform.password();
  return {
    platform,
    password,
    visit: (options: Options) => openPage(browser, platform.url, options),
    /** Fills in the sign-in page that is shown; as the administrator unless told otherwise. */
    signIn: (page: Page, as: Person = { name: platform.adminUser, password }) => signIn(page, as),
    pack: (version: string, change?: (server: string) => string) => pack(packages, version, change),
    async close() {
      await browser.close();
      await platform.remove();
      rmSync(packages, { recursive: true, force: true });
    },
  };
}

async function signIn(page: Page, { name, password }: Person) {
  await page.locator("#account").fill("flyloft");
  await page.locator("#user").fill(name);
  await page.locator("#password").fill(password);
  await page.locator("button[type=submit]").click();
  await page.locator("#main h1").waitFor();
}

/** The sample, as somebody would pack it: one file per version. */
async function pack(packages: string, version: string, change = (server: string) => server): Promise<string> {
  const folder = join(packages, version);
  cpSync(join(root, "infra/local/sample"), folder, { recursive: true });
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...about, version }));
  writeFileSync(join(folder, "server.js"), change(readFileSync(join(folder, "server.js"), "utf8")));
  const file = join(packages, `hello-${version}.zip`);
  writeFileSync(file, await packDirectory(folder));
  return file;
}

/** The state beside the page's name. */
export const settled = (page: Page, state: string) =>
  page.locator(".page-head").getByText(state, { exact: true }).waitFor({ timeout: minutes });
export const dialog = (page: Page) => page.getByRole("dialog");
