import { users } from "@flyloft/db";
import type { Actor, Ctx } from "../../kernel/context.ts";

export type Given = Pick<Ctx, "db" | "now">;
/** Somebody known, but for the circumstances of the request. */
export type Identified = Omit<Actor, "facts"> & { userId: string; mfa: boolean; sessionId: string | null };

/** What is read of the user behind a session, key or token. */
export const owner = {
  id: users.id,
  name: users.name,
  accountId: users.accountId,
  administrator: users.administrator,
};
