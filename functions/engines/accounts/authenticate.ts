import type { PlaneCall } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import type { Account } from "./account.ts";
import { AccountsMemory } from "./accounts-memory.ts";
import { covers, wantedBy } from "./permissions.ts";
import { expired, seenToken, type TokenClaims, unauthorised, verifyToken } from "./tokens.ts";

/** Whoever only asks what it may do itself, and changes its own password, needs no permission. */
const ownAffairs = /^\/v4\/(self-perms|accounts\/[^/]+\/password)$/;

/** Lets a call pass whose account may do it, where the engine wants authentication (protocol §1.9). Waits only for tokens that are new. */
export function authenticateCall(call: PlaneCall): void | Promise<void> {
  if (!call.engine.authentication) return;
  const token = tokenOf(call);
  const claims = seenToken(call, token);
  if (claims) return assertMay(call, claims);
  return verifyToken(call, token).then((fresh) => assertMay(call, fresh));
}

function tokenOf({ header }: PlaneCall): string {
  const given = header("authorization");
  if (!given) throw new PlaneError(planeCodes.tokenMissing, "No authorization header", "Get a token at /v4/token");
  const [, token] = /^Bearer ([\w.-]+)$/.exec(given) ?? [];
  if (!token) throw unauthorised("The header is `Authorization: Bearer <token>`");
  return token;
}

/** The account behind a token, as it is now: what was taken away is gone at once. */
export function accountOf({ memory }: Pick<PlaneCall, "memory">, { account: name, passwordAt }: TokenClaims): Account {
  const account = memory.part(AccountsMemory).accounts.get(name);
  if (!account) throw new PlaneError(planeCodes.ownerDeleted, "Token owner is deleted", name);
  if (account.status !== "active") throw unauthorised(`The account ${name} is inactive`);
  // By the password, not by a clock: what was got a moment before a change ends with it too.
  if (passwordAt !== account.passwordAt) throw expired();
  return account;
}

function assertMay(call: PlaneCall, claims: TokenClaims): void | Promise<void> {
  const { roles } = accountOf(call, claims);
  if (ownAffairs.test(call.path)) return;
  const held = call.memory.part(AccountsMemory).roles;
  const wanted = wantedBy(call);
  const perms = roles.flatMap((role) => held.get(role)?.perms ?? []);
  const refuse = (covered: boolean) => {
    if (covered) return;
    throw new PlaneError(planeCodes.noPermission, "No permission(s)", `${wanted.verb} ${wanted.type} is needed`);
  };
  const covered = covers(perms, wanted, call);
  return covered instanceof Promise ? covered.then(refuse) : refuse(covered);
}

/** Who asks; known to have been let in. Null where nobody has to say. */
export async function askerOf(call: PlaneCall): Promise<Account | null> {
  if (!call.engine.authentication) return null;
  const token = tokenOf(call);
  return accountOf(call, seenToken(call, token) ?? (await verifyToken(call, token)));
}
