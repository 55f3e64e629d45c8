import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@flyloft/infra/local/bundle";
import { expect, test } from "vitest";

const web = join(root, "web");
type Texts = { [key: string]: string | Texts };

/** Every text of a language by its full key. */
function textsOf(language: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (texts: Texts, path: string) => {
    for (const [key, value] of Object.entries(texts)) {
      if (typeof value === "string") found.set(`${path}.${key}`, value);
      else walk(value, `${path}.${key}`);
    }
  };
  const folder = join(web, "locale", language);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")))
    walk(JSON.parse(readFileSync(join(folder, file), "utf8")), file.slice(0, -5));
  return found;
}

const sources = readdirSync(web, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/^(node_modules|generated|dist)\//.test(path))
  .map((path) => readFileSync(join(web, path), "utf8"))
  .join("\n");
const written = new Set([...sources.matchAll(/"([a-z]+\.[\w.]+)"/g)].map(([, key]) => key!));
const patterns = [...sources.matchAll(/\bt\(`([^`]+)`/g)].map(
  ([, made]) =>
    new RegExp(
      `^${made!
        .replace(/\$\{[^}]*\}/g, "§")
        .replace(/[.]/g, "\\.")
        .replaceAll("§", "[^.]+")}$`,
    ),
);

/** Chinese has one plural form, English two. */
const singular = (key: string) => key.replace(/_(one|other)$/, "");
const en = textsOf("en");
const zh = textsOf("zh-CN");
const keys = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(singular))].sort();

test("both languages have the same keys", () => {
  expect(keys(zh)).toEqual(keys(en));
  expect(en.size).toBeGreaterThan(300);
});

test("no text is empty, and every placeholder of one language is in the other", () => {
  const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
  for (const [key, text] of [...en, ...zh]) expect(text.trim(), key).not.toBe("");
  const differing = [...zh].filter(([key, text]) => {
    const other = en.get(key) ?? en.get(`${key}_other`)!;
    return placeholders(text).join() !== placeholders(other).join();
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});

test("Chinese texts are Chinese", () => {
  // Names that are the same in every language.
  const same = new Set([
    "layout.product",
    "environments.kind.vpc",
    "environments.engine.kubernetes",
    "environments.attribute.agentId",
    "components.types.web",
    "components.python.module",
    "components.python.variable",
    "operations.title",
    "operations.readyOf",
    "access.id",
  ]);
  expect([...zh].filter(([key, text]) => !/[\u4e00-\u9fff]/.test(text) && !same.has(key)).map(([key]) => key)).toEqual(
    [],
  );
});

test("every key that the console asks for exists", () => {
  const asked = [...sources.matchAll(/\bt\("([^"]+)"/g)].map(([, key]) => key!);
  const known = new Set(keys(en));
  expect(asked.length).toBeGreaterThan(300);
  expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
});

test("no text is left that nobody asks for", () => {
  expect(keys(en).filter((key) => !written.has(key) && !patterns.some((one) => one.test(key)))).toEqual([]);
});

test("components hold no text of their own", () => {
  const pages = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".tsx") && !/^(node_modules|generated|dist)\//.test(path),
  );
  const found = pages.flatMap((path) => {
    const code = readFileSync(join(web, path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    return [
      ...code.matchAll(/>\s*([A-Za-z][A-Za-z ,.]{3,})\s*<\/|(?:aria-label|title|placeholder)="([A-Z][^"]*)"/g),
    ].map(([text]) => `${path}: ${text}`);
  });
  expect(found).toEqual([]);
});
