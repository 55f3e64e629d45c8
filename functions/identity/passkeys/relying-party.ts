import type { Ctx } from "../../kernel/context.ts";

const loopback = /^(127(\.\d+){3}|\[::1\])$/;

/** The site that passkeys are made for. Browsers make them for names only: on one's own machine that is `localhost`. */
export function relyingPartyOf({ publicUrl }: Pick<Ctx, "publicUrl">): { id: string; origin: string } {
  const url = new URL(publicUrl);
  if (loopback.test(url.hostname)) url.hostname = "localhost";
  return { id: url.hostname, origin: url.origin };
}
