import { createHash } from "node:crypto";
import { usedNonces } from "@flyloft/db";
import type { Ctx } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";

type Sealing = Pick<Ctx, "secrets" | "now">;
/** What stands between two steps; whoever brings a ticket back goes on where it was given. */
export type TicketKind =
  | "second factor"
  | "passkey registration"
  | "passkey sign-in"
  | "passkey second step"
  | "openid";

export const ticketSeconds = 300;
const place = (kind: TicketKind) => `ticket/${kind}`;
const over = () => new DomainError("unauthenticated", "This took too long or was done before: start again");

/** Seals what the next step must know. The server keeps nothing until the ticket is spent. */
export const giveTicket = <T extends object>({ secrets, now }: Sealing, kind: TicketKind, content: T): string =>
  secrets.seal(JSON.stringify({ content, until: now().getTime() + ticketSeconds * 1000 }), place(kind));

/** Reads a ticket that is still good; throws `unauthenticated` for every other text. */
export function readTicket<T>({ secrets, now }: Sealing, kind: TicketKind, ticket: string): T {
  let read: { content: T; until: number };
  try {
    read = JSON.parse(secrets.open(ticket, place(kind))) as typeof read;
  } catch {
    throw over();
  }
  if (read.until < now().getTime()) throw over();
  return read.content;
}

/** A ticket works once. */
export async function spendTicket({ db, now }: Pick<Ctx, "db" | "now">, ticket: string): Promise<void> {
  const nonce = createHash("sha256").update(ticket).digest("base64url");
  const expiresAt = new Date(now().getTime() + ticketSeconds * 1000);
  const [spent] = await db
    .insert(usedNonces)
    .values({ keyId: "ticket", nonce, expiresAt })
    .onConflictDoNothing()
    .returning({ nonce: usedNonces.nonce });
  if (!spent) throw over();
}
