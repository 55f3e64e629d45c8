import { type Passkey, passkeys } from "@flyloft/db";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type WebAuthnCredential,
} from "@simplewebauthn/server";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { DomainError } from "../../kernel/errors.ts";
import type { Doorway, Session } from "../sessions/open-session.ts";
import { attempt, byAddress, proved } from "../sign-in/attempts.ts";
import { finishSignIn, type Halfway } from "../sign-in/second-step.ts";
import { giveTicket, readTicket, ticketSeconds } from "../sign-in/tickets.ts";
import { ceremony, ticketField } from "./passkey-shape.ts";
import { relyingPartyOf } from "./relying-party.ts";

/** `halfway`: after a password; without it the passkey is the only proof, so it must have asked for its owner. */
type Begun = { challenge: string; halfway: Halfway | null };
const refused = () => new DomainError("unauthenticated", "This passkey was not accepted");
const transportsOf = ({ transports }: Passkey) => transports as NonNullable<WebAuthnCredential["transports"]>;

export const passkeyOptionsInput = z.object({
  ticket: ticketField.optional().describe("From the first step, when this is the second"),
});

/** What the browser must know to sign in by passkey: with a ticket as the second step, without one as the only one. */
export async function beginPasskeySignIn(ctx: Doorway, raw: z.input<typeof passkeyOptionsInput>) {
  const parsed = passkeyOptionsInput.safeParse(raw);
  if (!parsed.success) throw refused();
  const { ticket } = parsed.data;
  const halfway = ticket === undefined ? null : readTicket<Halfway>(ctx, "second factor", ticket);
  const keys = halfway ? await ctx.db.select().from(passkeys).where(eq(passkeys.userId, halfway.userId)) : [];
  const options = await generateAuthenticationOptions({
    rpID: relyingPartyOf(ctx).id,
    allowCredentials: keys.map((key) => ({ id: key.credentialId, transports: transportsOf(key) })),
    userVerification: halfway ? "preferred" : "required",
  });
  const begun: Begun = { challenge: options.challenge, halfway };
  return { ticket: giveTicket(ctx, "passkey sign-in", begun), options, expiresIn: ticketSeconds };
}

export const passkeySignInInput = z.object({ ticket: ticketField, response: ceremony });

/** Opens a session for whoever holds the passkey that answered (BEY-03). */
export async function completePasskeySignIn(
  ctx: Doorway,
  raw: z.input<typeof passkeySignInInput>,
  clientName: string | null = null,
): Promise<Session> {
  const parsed = passkeySignInInput.safeParse(raw);
  if (!parsed.success) throw refused();
  const { ticket, response } = parsed.data;
  const { challenge, halfway } = readTicket<Begun>(ctx, "passkey sign-in", ticket);
  const counter = ctx.sourceIp ? byAddress(ctx.sourceIp) : null;
  if (counter) await attempt(ctx, counter);
  const credentialId = /^[\w-]{1,1400}$/.exec(String(response["id"]))?.[0] ?? "";
  const ofUser = halfway ? eq(passkeys.userId, halfway.userId) : undefined;
  const [key] = await ctx.db
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.credentialId, credentialId), ofUser));
  const newCounter = key ? await counterAfter(ctx, key, { response, challenge, verifyUser: halfway === null }) : null;
  if (!key || newCounter === null) throw refused();
  await ctx.db.update(passkeys).set({ counter: newCounter, lastUsedAt: ctx.now() }).where(eq(passkeys.id, key.id));
  const session = await finishSignIn(ctx, halfway ?? { userId: key.userId, method: "passkey" }, ticket, clientName);
  if (counter) await proved(ctx, counter);
  return session;
}

/** The signature counter after this answer; null when the answer is not right. */
async function counterAfter(
  ctx: Doorway,
  key: Passkey,
  { response, challenge, verifyUser }: { response: Record<string, unknown>; challenge: string; verifyUser: boolean },
): Promise<number | null> {
  const { id: expectedRPID, origin: expectedOrigin } = relyingPartyOf(ctx);
  const publicKey = new Uint8Array(Buffer.from(key.publicKey, "base64url"));
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: verifyUser,
      credential: { id: key.credentialId, publicKey, counter: key.counter, transports: transportsOf(key) },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws for everything that is not as it should be: all of it was written by the one who asks.
    return null;
  }
}
