import { cacheExchange, Client, fetchExchange } from "urql";
import { projectHeader } from "./project.ts";
import { askToSignIn, renewSession } from "./session.ts";

const signedOut = (body: string) => body.includes('"unauthenticated"');

/** Asks; when the session has run out, renews it once and asks again. */
const ask: typeof fetch = async (address, options) => {
  const first = await fetch(address, options);
  const body = await first.clone().text();
  if (!signedOut(body)) return first;
  if (await renewSession()) return fetch(address, options);
  askToSignIn();
  return first;
};

export const client = new Client({
  url: "/graphql",
  preferGetMethod: false,
  // What is known is shown at once, and is asked for again all the same.
  requestPolicy: "cache-and-network",
  exchanges: [cacheExchange, fetchExchange],
  fetch: ask,
  fetchOptions: () => ({ headers: { accept: "application/json", ...projectHeader() } }),
});
