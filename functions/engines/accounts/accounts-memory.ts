import type { Changed, MemoryPart } from "../store/memory.ts";
import type { Account, KeptRole } from "./account.ts";

/** Accounts and roles of an engine. */
export class AccountsMemory implements MemoryPart {
  readonly kinds = ["account", "role"] as const;
  readonly accounts = new Map<string, Account>();
  readonly roles = new Map<string, KeptRole>();

  apply({ kind, key, value }: Changed) {
    const held = (kind === "account" ? this.accounts : this.roles) as Map<string, unknown>;
    if (value === null) held.delete(key);
    else held.set(key, value);
  }
}
