import { users } from "@flyloft/db";
import type { Actor, Ctx } from "../../kernel/context.ts";
import type { Statement } from "../../kernel/policy.ts";

export type Given = Pick<Ctx, "db" | "now">;
/** Somebody known, but for the circumstances of the request. */
export type Identified = Omit<Actor, "facts"> & { mfa: boolean; sessionId: string | null };

/** What is read of the user behind a session, key or token. */
export const owner = {
  id: users.id,
  name: users.name,
  accountId: users.accountId,
  administrator: users.administrator,
};
export type Owner = { id: string; name: string; accountId: string; administrator: boolean };

/** The administrator is the account itself and holds every right (IAM-01); everybody else holds what was granted (IAM-02). */
export async function statementsOf(_given: Given, user: Owner, _projectId: string): Promise<Statement[]> {
  if (!user.administrator) return [];
  const on = `account/${user.accountId}`;
  return [{ effect: "Allow", action: ["*:*:*"], resource: ["*"], on, source: "the account itself" }];
}
