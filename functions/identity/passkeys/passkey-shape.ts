import { passkeys } from "@flyloft/db";
import { z } from "zod";

export const passkeyColumns = {
  id: passkeys.id,
  name: passkeys.name,
  lastUsedAt: passkeys.lastUsedAt,
  createdAt: passkeys.createdAt,
};
export const passkeyShape = z.object({
  id: z.string(),
  name: z.string(),
  lastUsedAt: z.date().nullable(),
  createdAt: z.date(),
});
export type OwnPasskey = z.output<typeof passkeyShape>;

/** What a browser's `navigator.credentials` takes and gives, as JSON (WebAuthn level 3); checked where it is read. */
export const ceremony = z.record(z.string(), z.unknown());
export const ticketField = z.string().min(1).max(4096).describe("From the step before");
