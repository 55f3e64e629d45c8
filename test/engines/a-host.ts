import { createServer, type Server } from "node:http";
import { forgetHost, hearHost, readListeners, reportListeners, type Report } from "@flyloft/functions/engines";
import type { Ctx } from "@flyloft/functions/kernel";

export type Host = ReturnType<typeof aHost>;
type Opened = { generation: number; server: Server | null; report: Report };

/**
 * A process that serves engines, as far as their life is concerned: it really listens where it is told to, and answers
 * requests. `answer` is the status with which it does.
 */
export function aHost(ctx: Ctx, { id = ctx.newId("task"), answer = 200 }: { id?: string; answer?: number } = {}) {
  const { db } = ctx;
  const opened = new Map<string, Opened>();
  const settings = { answer, refuse: null as Report["failure"] };

  async function open(listenerId: string, { ip, family, port, generation }: Wish): Promise<Opened> {
    const at = ip ?? (family === "ipv6" ? "::1" : "127.0.0.1");
    const server = createServer((_, response) => response.writeHead(settings.answer).end("{}"));
    const failure = settings.refuse ?? (await listen(server, at, port));
    const url = failure ? null : `http://${family === "ipv6" ? `[${at}]` : at}:${port}`;
    return { generation, server: failure ? null : server, report: { listenerId, generation, url, failure } };
  }

  return {
    id,
    settings,
    /** What it listens at now. */
    urls: () => [...opened.values()].flatMap(({ report }) => report.url ?? []).sort(),
    /** Does what is wished of it and says so. */
    async obey() {
      await hearHost(db, { id, url: "http://127.0.0.1:1" }, ctx.now());
      const wished = await readListeners(db);
      for (const [listenerId, { server }] of opened) {
        if (wished.some(({ listener }) => listener.id === listenerId)) continue;
        await close(server);
        opened.delete(listenerId);
      }
      for (const { listener } of wished) {
        const before = opened.get(listener.id);
        if (before?.generation === listener.generation) continue;
        await close(before?.server ?? null);
        const gone = { listenerId: listener.id, generation: listener.generation, url: null, failure: null };
        opened.set(
          listener.id,
          listener.wish === "open"
            ? await open(listener.id, listener)
            : { generation: listener.generation, server: null, report: gone },
        );
      }
      await reportListeners(
        db,
        id,
        [...opened.values()].map(({ report }) => report),
      );
    },
    /** It ends, as by SIGTERM. */
    async end() {
      for (const { server } of opened.values()) await close(server);
      opened.clear();
      await forgetHost(db, id);
    },
  };
}

type Wish = { ip: string | null; family: "ipv4" | "ipv6"; port: number; generation: number };

const listen = (server: Server, host: string, port: number) =>
  new Promise<Report["failure"]>((resolve) => {
    server.once("error", ({ code = "", message }: NodeJS.ErrnoException) =>
      resolve({ code, message, service: "engine host" }),
    );
    server.listen({ host, port, exclusive: true }, () => resolve(null));
  });

const close = async (server: Server | null) => {
  server?.closeAllConnections();
  if (server) await new Promise((resolve) => server.close(resolve));
};
