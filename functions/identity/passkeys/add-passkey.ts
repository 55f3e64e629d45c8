import { passkeys } from "@flyloft/db";
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { invalid, isUniqueViolation } from "../../kernel/errors.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { defineEffect } from "../../kernel/verb.ts";
import { ownerOf } from "../actors/owner.ts";
import { confirmation, confirmIdentity } from "../sign-in/confirm.ts";
import { giveTicket, readTicket, spendTicket } from "../sign-in/tickets.ts";
import { ceremony, passkeyColumns, passkeyShape, ticketField } from "./passkey-shape.ts";
import { relyingPartyOf } from "./relying-party.ts";

const mostPasskeys = 10;
type Begun = { userId: string; challenge: string };

export const beginPasskey = defineEffect({
  name: "beginPasskey",
  title: "Begin to add a passkey: what the browser must know",
  action: "iam:credential:modify",
  input: z.object(confirmation),
  on: ["project"],
  output: z.object({ ticket: z.string(), options: ceremony }),
  async run(call, proof) {
    const { user, account } = await confirmIdentity(call, proof);
    const own = await call.db.select({ id: passkeys.credentialId }).from(passkeys).where(eq(passkeys.userId, user.id));
    const options = await generateRegistrationOptions({
      rpName: "Flyloft",
      rpID: relyingPartyOf(call).id,
      userID: new TextEncoder().encode(user.id),
      userName: `${user.name}@${account}`,
      attestationType: "none",
      excludeCredentials: own,
      authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
    });
    const begun: Begun = { userId: user.id, challenge: options.challenge };
    return {
      ticket: giveTicket(call, "passkey registration", begun),
      options: options as unknown as Record<string, unknown>,
    };
  },
});
export type CeremonyBegun = Awaited<ReturnType<typeof beginPasskey>>;

/** BEY-03. From now on a sign-in by password asks for a second step. */
export const addPasskey = defineEffect({
  name: "addPasskey",
  title: "Add the passkey that the browser made",
  action: "iam:credential:modify",
  input: z.object({
    ticket: ticketField,
    name: z.string().trim().min(1).max(64).describe("What you call this device"),
    response: ceremony.describe("What the browser answered"),
  }),
  on: ["project"],
  output: passkeyShape,
  async run(call, { ticket, name, response }) {
    const { db, actor, newId } = call;
    const { userId, challenge } = readTicket<Begun>(call, "passkey registration", ticket);
    const { id: expectedRPID, origin: expectedOrigin } = relyingPartyOf(call);
    const wrong = invalid("response", "This passkey was not accepted");
    if (userId !== ownerOf(actor)) throw wrong;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: false,
    }).catch(() => ({ verified: false, registrationInfo: undefined }));
    if (!verified || !registrationInfo) throw wrong;
    await spendTicket(call, ticket);
    const { id: credentialId, publicKey, counter, transports = [] } = registrationInfo.credential;
    const key = { credentialId, publicKey: Buffer.from(publicKey).toString("base64url"), counter, transports };
    return db
      .transaction(async (tx) => {
        await holdLimit(tx, {
          table: passkeys,
          where: eq(passkeys.userId, userId),
          limit: mostPasskeys,
          scope: userId,
          subject: "passkeys",
        });
        const [row] = await tx
          .insert(passkeys)
          .values({ id: newId("passkey"), userId, name, ...key })
          .returning(passkeyColumns);
        return row!;
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? wrong : error;
      });
  },
});
