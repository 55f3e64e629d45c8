import { sessions } from "@flyloft/db";
import { z } from "zod";

/** What is told of a session; nothing of what proves it. */
export const sessionColumns = {
  id: sessions.id,
  method: sessions.method,
  mfa: sessions.mfa,
  client: sessions.client,
  sourceIp: sessions.sourceIp,
  createdAt: sessions.createdAt,
  renewedAt: sessions.renewedAt,
  expiresAt: sessions.expiresAt,
};
export const sessionShape = z.object({
  id: z.string(),
  current: z.boolean(),
  method: z.enum(sessions.method.enumValues),
  mfa: z.boolean(),
  client: z.string().nullable(),
  sourceIp: z.string().nullable(),
  createdAt: z.date(),
  renewedAt: z.date(),
  expiresAt: z.date(),
});
export type OwnSession = z.output<typeof sessionShape>;
