import type { PlaneCall, PlaneChannel, PlaneRequest, PlaneRoute, PlaneSocket, PlaneSpace } from "./call.ts";
import { PlaneError, planeCodes } from "./errors.ts";
import { Paths } from "./paths.ts";
import { type PlaneReply, json, replyOf } from "./reply.ts";
import { tenantOf } from "./tenant.ts";

export type DispatchOptions = {
  routes: readonly PlaneRoute[];
  channels?: readonly PlaneChannel[];
  /** Refuses a call by throwing, before its handler sees it; not asked where a route is open. */
  authenticate?: (call: PlaneCall) => void | Promise<void>;
};
type Place = { methods: Map<string, PlaneRoute>; channel: PlaneChannel | null };

/** What a door does with an upgrade: tells a refusal over HTTP, or opens the socket and hands it over. */
export type Upgrade = { refused: PlaneReply } | { serve: (socket: PlaneSocket) => void };

/** From a request to its reply, for every engine and both doors. */
export class Dispatcher {
  readonly #paths = new Paths<Place>();
  readonly #authenticate: DispatchOptions["authenticate"];

  constructor({ routes, channels = [], authenticate }: DispatchOptions) {
    this.#authenticate = authenticate;
    const place = (path: string) => this.#paths.at(path, () => ({ methods: new Map(), channel: null }));
    for (const route of routes) {
      const { methods } = place(route.path);
      if (methods.has(route.method)) throw new Error(`${route.method} ${route.path} is served twice`);
      methods.set(route.method, route);
    }
    for (const channel of channels) place(channel.path).channel = channel;
  }

  /** Never throws; waits only when the handler does. */
  reply(space: PlaneSpace, request: PlaneRequest): PlaneReply | Promise<PlaneReply> {
    let route: PlaneRoute | undefined;
    const failed = (error: unknown) => {
      const reply = replyOf(error);
      if (!(error instanceof PlaneError))
        space.memory.alarms.raise(
          "InternalError",
          `${request.method} ${request.path.slice(0, 200)} failed: see the log`,
        );
      return route?.soften?.(reply) ?? reply;
    };
    try {
      const found = this.#paths.find(request.path);
      if (!found) throw new PlaneError(planeCodes.addressMissing, "Page not found", request.path.slice(0, 200));
      route = found.value.methods.get(request.method);
      if (!route) return withoutRoute(found.value, request.method);
      const call = callOf(space, request, found.params);
      const { open, handle } = route;
      const checked = open ? undefined : this.#authenticate?.(call);
      const replied = checked ? checked.then(() => handle(call)) : handle(call);
      return replied instanceof Promise ? replied.catch(failed) : replied;
    } catch (error) {
      return failed(error);
    }
  }

  /** What a request is told that came to no engine: as much as its client survives. */
  refused({ method, path }: Pick<PlaneRequest, "method" | "path">, error: unknown): PlaneReply {
    const reply = replyOf(error);
    try {
      return this.#paths.find(path)?.value.methods.get(method)?.soften?.(reply) ?? reply;
    } catch {
      return reply;
    }
  }

  /** As `reply`, for a WebSocket. */
  async upgrade(space: PlaneSpace, request: PlaneRequest): Promise<Upgrade> {
    try {
      const found = this.#paths.find(request.path);
      const channel = found?.value.channel;
      if (!channel) throw new PlaneError(planeCodes.addressMissing, "Page not found", request.path.slice(0, 200));
      const call = callOf(space, request, found.params);
      if (!channel.open) await this.#authenticate?.(call);
      if (!space.room()) throw new PlaneError(planeCodes.tooMany, "Too many wait already");
      return {
        serve: (socket) =>
          void (async () => channel.serve(call, socket))().catch((error: unknown) => {
            socket.send(replyOf(error).body ?? "");
            socket.close(1011, "");
          }),
      };
    } catch (error) {
      return { refused: replyOf(error) };
    }
  }
}

function withoutRoute({ methods, channel }: Place, method: string): PlaneReply {
  if (channel && method === "GET")
    throw new PlaneError(planeCodes.invalid, "Invalid parameter(s)", "A WebSocket is served here");
  const allowed = [...methods.keys(), ...(channel ? ["GET"] : [])].sort().join(", ");
  const { code, message } = new PlaneError(planeCodes.methodNotAllowed, "Method not allowed");
  return json({ errorCode: code, errorMessage: message, detail: `Allowed: ${allowed}` }, [["Allow", allowed]], 405);
}

/** A request together with the engine that was asked. */
function callOf(space: PlaneSpace, request: PlaneRequest, params: Record<string, string>): PlaneCall {
  const { method, path, header, json: body, text, sourceIp } = request;
  return {
    ...space,
    method,
    path,
    header,
    json: body,
    text,
    sourceIp,
    params,
    tenant: tenantOf(request, params),
    // Asked for by few handlers, and made when they do.
    get query() {
      return request.query;
    },
    get signal() {
      return request.signal;
    },
  };
}
