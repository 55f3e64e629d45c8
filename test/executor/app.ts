import { createServer, type RequestListener, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { Hono } from "hono";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/hono";

export const signingKey = `signkey-test-${"0123456789abcdef".repeat(4)}`;
export const eventKey = "event-key-of-the-tests";

type NodeServer = { getRequestListener: (fetch: Hono["fetch"]) => RequestListener };
const fromInfra = createRequire(new URL("../../infra/package.json", import.meta.url));
const { getRequestListener } = (await import(pathToFileURL(fromInfra.resolve("@hono/node-server")).href)) as NodeServer;

export type App = {
  url: string;
  server: Server;
  client: Inngest;
  serve: (functions: InngestFunction.Any[]) => void;
  stop: () => Promise<void>;
};
export type Functions = (client: Inngest) => InngestFunction.Any[];

const silent = { info() {}, warn() {}, error() {}, debug() {} };

/**
 * The real SDK behind Hono, as the platform serves it. Functions are given once the executor's address is known.
 * An executor elsewhere reaches it by the name of a host that leads here.
 */
export async function openApp(
  port = 0,
  host = "127.0.0.1",
): Promise<{
  url: string;
  connect: (executor: string, functions: Functions, options?: object) => App;
  close: () => Promise<void>;
}> {
  let listener: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(port, host === "127.0.0.1" ? host : "0.0.0.0", resolve));
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  const url = `${origin}/api/inngest`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };

  function connect(executor: string, functions: Functions, options: object = {}): App {
    const client = new Inngest({
      id: "probe",
      baseUrl: executor,
      eventKey,
      signingKey,
      isDev: false,
      logger: silent,
      ...options,
    });
    const mount = (all: InngestFunction.Any[]) => {
      const hono = new Hono();
      hono.on(["GET", "PUT", "POST"], "/api/inngest", serve({ client, functions: all, serveOrigin: origin }));
      listener = getRequestListener(hono.fetch);
    };
    mount(functions(client));
    return { url, server, client, serve: mount, stop: close };
  }
  return { url, connect, close };
}
