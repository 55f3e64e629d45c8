import type { Engine } from "../engine.ts";
import { isDict, parseJson } from "../protocol/canonical.ts";
import { ConfigRefused } from "../sync/config.ts";
import { storeApp } from "../sync/store.ts";
import type { Watch } from "../sync/watch.ts";
import { problem, type Ask, type Reply, type Route } from "./server.ts";

/** `POST /fn/register` for apps that sync out of band, `POST /fn/sync` to sync now, `GET /health`. */
export const appRoutes = (engine: Engine, watches: Watch[]): Route[] => [
  { method: "POST", path: "/fn/register", handle: (ask) => register(engine, watches, ask) },
  // Open: it only makes the executor ask the apps it was configured with.
  { method: "POST", path: "/fn/sync", open: true, handle: () => syncAll(watches) },
  {
    method: "GET",
    path: "/health",
    open: true,
    handle: async () => ({ status: 200, body: { status: 200, message: "OK" } }),
  },
];

const addressOf = (url: string) => {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
};

async function register(engine: Engine, watches: Watch[], { headers, body }: Ask): Promise<Reply> {
  const refuse = (status: number, reason: string) => problem(status, reason, { ok: false });
  const expected = headers["x-inngest-expected-server-kind"];
  if (expected !== undefined && expected !== "cloud")
    return refuse(400, `this server is of kind cloud, not ${String(expected)}`);
  const report = parseJson(body);
  if (
    !isDict(report) ||
    typeof report.appName !== "string" ||
    typeof report.url !== "string" ||
    !Array.isArray(report.functions)
  ) {
    return refuse(400, "appName, url and functions are needed");
  }
  // The address in the body comes from whoever sent the app a PUT: only those we were configured with are called.
  const reported = URL.canParse(report.url) ? addressOf(report.url) : "";
  const watch = watches.find(({ url }) => addressOf(url) === reported);
  if (!watch) return refuse(403, `${report.url} is not an address this executor serves`);
  try {
    const { modified } = await storeApp(engine, {
      appId: report.appName,
      url: watch.url,
      sdk: String(report.sdk ?? ""),
      functions: report.functions,
    });
    return { status: 200, body: { ok: true, modified } };
  } catch (error) {
    if (error instanceof ConfigRefused) return refuse(400, error.message);
    throw error;
  }
}

async function syncAll(watches: Watch[]): Promise<Reply> {
  const results = await Promise.allSettled(watches.map((watch) => watch.sync()));
  const failed = results.flatMap((one, i) =>
    one.status === "rejected" ? [`${watches[i]?.url}: ${(one.reason as Error).message}`] : [],
  );
  return failed.length > 0 ? problem(502, failed.join("; "), { ok: false }) : { status: 200, body: { ok: true } };
}
