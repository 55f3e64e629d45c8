import { DomainError, type HttpEnv } from "@flyloft/functions/kernel";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Refuses bodies of more bytes before they are read whole. */
export const atMost = (bytes: number): MiddlewareHandler<HttpEnv> =>
  bodyLimit({
    maxSize: bytes,
    onError: (c: Context<HttpEnv>) =>
      c.json(
        {
          code: "limit_reached",
          message: `A request has at most ${bytes} bytes`,
          limit: bytes,
          requestId: c.get("requestId"),
        },
        413,
      ),
  });

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** A browser that sends our cookie from another site's page is refused (CSRF); so is one that does not say which page. */
export const refuseForeignOrigin: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const origin = c.req.header("origin");
  const own = c.req.header("host") ?? new URL(c.req.url).host;
  const harmless = c.req.method === "GET" || c.req.method === "HEAD";
  if (origin && c.req.header("cookie") && !harmless && hostOf(origin) !== own)
    throw new DomainError("forbidden", "Requests from other sites are refused");
  await next();
};
