import { DomainError } from "@flyloft/functions/kernel";
import type { Context, Next } from "hono";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * A browser that acts from another site's page is refused, whatever it brings along (CSRF, also of the sign-in itself). Browsers
 * say where a page comes from by `Sec-Fetch-Site` and `Origin`; programs say neither. `publicUrl` counts as our own as well.
 */
export function refuseForeignOrigin(publicUrl: string) {
  const publicHost = hostOf(publicUrl);
  return async (c: Context, next: Next) => {
    if (!reading.has(c.req.method)) {
      const site = c.req.header("sec-fetch-site");
      const origin = c.req.header("origin");
      const own = [c.req.header("host") ?? new URL(c.req.url).host, publicHost];
      const foreign =
        (site !== undefined && site !== "same-origin" && site !== "none") ||
        (origin !== undefined && !own.includes(hostOf(origin)));
      if (foreign) throw new DomainError("forbidden", "Requests from other sites are refused");
    }
    await next();
  };
}
