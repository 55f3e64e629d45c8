import { Hono } from "hono";
import { isDomainError, notFound } from "../../kernel/errors.ts";
import type { HttpEnv } from "../../kernel/http.ts";
import { dropCookie, isSecure, keepCookie, keepSession, openIdCookies, readCookie } from "../sessions/cookies.ts";
import { isSecondStep } from "../sign-in/second-step.ts";
import { ticketSeconds } from "../sign-in/tickets.ts";
import { beginOpenIdSignIn, completeOpenIdSignIn } from "./open-id-sign-in.ts";
import type { OpenIdProvider } from "./provider.ts";

const path = "/v1/sign-in";
/** Only to a page of ours: anything else would make this address a way to anywhere. */
const ownPage = (next: string | undefined) =>
  next && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) && !next.includes("\\") ? next : "/";

/** Signing in by an OpenID provider, for browsers; the providers are the operator's. */
export function openIdRoutes(providers: readonly OpenIdProvider[]) {
  const find = (id: string) => {
    const provider = providers.find((one) => one.id === id);
    if (!provider) throw notFound("sign-in service", id);
    return provider;
  };
  return new Hono<HttpEnv>()
    .get("/sign-in/providers", (c) =>
      c.json({ nodes: providers.map(({ id, name, account }) => ({ id, name, account })) }),
    )
    .get("/sign-in/openid/:provider", async (c) => {
      const provider = find(c.req.param("provider"));
      const { address, ticket } = await beginOpenIdSignIn(c.get("ctx"), provider, ownPage(c.req.query("next")));
      // The browser comes back from another site, and must bring this along.
      keepCookie(c, openIdCookies, ticket, { secure: isSecure(c), seconds: ticketSeconds, path, sameSite: "Lax" });
      return c.redirect(address);
    })
    .get("/sign-in/openid/:provider/callback", async (c) => {
      const provider = find(c.req.param("provider"));
      const ticket = readCookie(c.req.raw.headers, openIdCookies) ?? "";
      const answer = new URL(c.req.url).searchParams;
      const client = c.req.header("user-agent") ?? null;
      dropCookie(c, openIdCookies, { secure: isSecure(c), path });
      try {
        const { opened, next } = await completeOpenIdSignIn(c.get("ctx"), provider, { ticket, answer, client });
        if (isSecondStep(opened)) {
          const given = new URLSearchParams({
            ticket: opened.ticket,
            secondFactor: opened.secondFactor.join(","),
            next,
          });
          // Behind the #, so that no log and no other site sees the ticket.
          return c.redirect(`/sign-in#${given}`);
        }
        keepSession(c, opened, isSecure(c));
        return c.redirect(next);
      } catch (error) {
        if (!isDomainError(error) || !(c.req.header("accept") ?? "").includes("text/html")) throw error;
        return c.redirect(`/sign-in#${new URLSearchParams({ problem: error.code, message: error.message })}`);
      }
    });
}
