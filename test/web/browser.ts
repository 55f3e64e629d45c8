import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "@flyloft/infra/local/bundle";
import { type Browser, chromium, type Page, type Request } from "playwright-core";
import { onTestFailed } from "vitest";

const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const shots = join(root, "test-results/web");

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: "/usr/bin/chromium", args: flags.split(" ") });

export type Options = {
  language: "zh-CN" | "en-US";
  shade?: "light" | "dark";
  width?: number;
  height?: number;
  /** The name under which the platform is visited, in place of its address. */
  host?: string;
};

/** A page of a fresh visitor. What the console complains of is collected: nothing should be there at the end. */
export async function openPage(
  browser: Browser,
  platform: string,
  { language, shade = "light", width = 1400, height = 900, host }: Options,
) {
  const address = new URL(platform);
  if (host) address.hostname = host;
  const context = await browser.newContext({
    baseURL: address.origin,
    locale: language,
    colorScheme: shade,
    // What is clicked while a panel still opens may be something else by then.
    reducedMotion: "reduce",
    viewport: { width, height },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  onTestFailed(() => shoot(page, `failed-${language}`));
  const streams = new Set<Request>();
  page.on("request", (request) => request.headers()["accept"] === "text/event-stream" && streams.add(request));
  page.on("requestfinished", (request) => streams.delete(request));
  page.on("requestfailed", (request) => streams.delete(request));
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (
      message.type() === "error" &&
      !/status of 4\d\d|ERR_ABORTED|ERR_CONNECTION|ERR_NETWORK|ERR_INCOMPLETE/.test(message.text())
    )
      complaints.push(message.text());
  });
  return { page, context, complaints, openStreams: () => streams.size };
}

/** Kept as an artefact of the run, to be looked at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), animations: "disabled" });
}

/** Picks from a list that opens. */
export async function pick(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true });
  await box.click();
  // A long list shows only a part of itself; those that can be searched are.
  if (await box.isEditable()) await box.fill(option);
  await page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", { hasText: option })
    .first()
    .click();
}

const interactive = new Set([
  "button",
  "link",
  "textbox",
  "searchbox",
  "combobox",
  "checkbox",
  "radio",
  "switch",
  "tab",
  "menuitem",
  "spinbutton",
]);
type Node = { role?: { value: string }; name?: { value: string }; ignored: boolean; backendDOMNodeId?: number };

/** What can be operated but has no name, as a screen reader would find it. */
export async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as { nodes: Node[] };
  const bad = nodes.filter(
    ({ ignored, role, name }) => !ignored && interactive.has(role?.value ?? "") && !name?.value.trim(),
  );
  const told = await Promise.all(
    bad.map(async ({ role, backendDOMNodeId }) => {
      const { outerHTML } = (await session.send("DOM.getOuterHTML", { backendNodeId: backendDOMNodeId! })) as {
        outerHTML: string;
      };
      return `${role?.value}: ${outerHTML.slice(0, 160)}`;
    }),
  );
  await session.detach();
  return told;
}
