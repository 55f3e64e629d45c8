import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What the first screen may load, in bytes of gzip of script. */
export const budget = 250 * 1000;

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; isEntry?: boolean };
type Manifest = Record<string, Chunk>;

/** The first pages, and the rooms whose words they speak. */
const pages = {
  "identity/sign-in.tsx": [],
  "overview/overview.tsx": ["operations", "overview"],
} as const;
type FirstPage = keyof typeof pages;

/** Beside the entry, what it asks for at once: its language, its words of parts, and the page that is opened. */
const alwaysLoaded = (page: FirstPage, language: "zh-CN" | "en") => [
  page,
  `locale/${language}/index.ts`,
  ...pages[page].map((room) => `locale/${language}/${room}.json`),
  language === "en" ? "en_US.js" : "zh_CN.js",
];

/** The bytes of gzip that a page needs before it can be used. */
export function firstScreen(dist: string, page: FirstPage, language: "zh-CN" | "en"): number {
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Manifest;
  const files = new Set<string>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(add);
  };
  const wanted = alwaysLoaded(page, language);
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry || wanted.some((one) => key.endsWith(one))) add(key);
  }
  return [...files]
    .filter((file) => file.endsWith(".js"))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
}

if (import.meta.main) {
  const dist = process.argv[2] ?? join(import.meta.dirname, "dist");
  let over = false;
  for (const page of Object.keys(pages) as FirstPage[]) {
    const size = Math.max(firstScreen(dist, page, "zh-CN"), firstScreen(dist, page, "en"));
    console.log(`${page.padEnd(24)} ${(size / 1000).toFixed(1).padStart(7)} kB gzip of ${budget / 1000} kB`);
    over ||= size > budget;
  }
  process.exitCode = over ? 1 : 0;
}
