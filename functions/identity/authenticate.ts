import { accessKeys, projects, sessions, usedNonces, users } from "@flyloft/db";
import { and, eq, isNull } from "drizzle-orm";
import type { Actor, Ctx } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import type { Facts, Statement } from "../kernel/policy.ts";
import { readSignature, signatureMatches } from "./http-signature.ts";
import { readAccessToken } from "./tokens.ts";

type Doorway = Pick<Ctx, "db" | "now" | "secrets" | "sourceIp">;
export type Authenticated = Actor & { sessionId: string | null };

const unauthenticated = (message: string) => new DomainError("unauthenticated", message);
/** How far the clock of a signer may be off, in seconds. */
const signatureWindow = 300;

/** The administrator is the account itself and holds every right (IAM-01); everybody else holds none (IAM-02). */
const statementsOf = (user: { administrator: boolean; accountId: string }): Statement[] =>
  user.administrator
    ? [
        {
          effect: "Allow",
          action: ["*:*:*"],
          resource: ["*"],
          on: `account/${user.accountId}`,
          source: "the account itself",
        },
      ]
    : [];

const factsOf = ({ sourceIp, now }: Doorway): Facts => ({ sourceIp, at: now(), mfa: false, tags: {} });

/** Who sends this request: a session (Bearer or cookie), or a signing key. Throws `unauthenticated` for everybody else. */
export async function authenticate(ctx: Doorway, request: Request, body: Uint8Array | null): Promise<Authenticated> {
  const { headers } = request;
  if (headers.has("signature-input")) return withKey(ctx, request, body ?? new Uint8Array());
  const bearer = /^Bearer (\S+)$/.exec(headers.get("authorization") ?? "")?.[1];
  const token = bearer ?? readCookie(headers, "flyloft_access");
  if (!token) throw unauthenticated("Sign in first");
  const claims = await readAccessToken(ctx, token);
  if (!claims) throw unauthenticated("This session is over: sign in again");
  const [row] = await ctx.db
    .select({ user: users, projectId: sessions.projectId })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, claims.sessionId), isNull(sessions.endedAt), eq(users.enabled, true)));
  if (!row || row.user.id !== claims.userId) throw unauthenticated("This session is over: sign in again");
  const projectId = await chosenProject(ctx, headers, row.user.accountId, row.projectId);
  const { id, name, accountId } = row.user;
  return {
    kind: "user",
    id,
    name,
    accountId,
    projectId,
    statements: statementsOf(row.user),
    boundary: null,
    facts: factsOf(ctx),
    sessionId: claims.sessionId,
  };
}

/** The project that the header names, if it is one of the account's. */
async function chosenProject({ db }: Doorway, headers: Headers, accountId: string, fallback: string): Promise<string> {
  const wanted = headers.get("x-project-id");
  if (!wanted || wanted === fallback) return fallback;
  const [project] = await db
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.id, wanted), eq(projects.accountId, accountId)));
  if (!project) throw new DomainError("not_found", `There is no project ${wanted}`, { kind: "project" });
  return project.id;
}

async function withKey(ctx: Doorway, request: Request, body: Uint8Array): Promise<Authenticated> {
  const wrong = unauthenticated("The signature is not valid: check key, secret and what was signed");
  const input = readSignature(request.headers);
  if (!input) throw wrong;
  const now = ctx.now();
  if (Math.abs(now.getTime() / 1000 - input.created) > signatureWindow) {
    throw unauthenticated("The signature is too old or from the future: set the clock of the machine that signs");
  }
  const [row] = await ctx.db
    .select({ key: accessKeys, user: users })
    .from(accessKeys)
    .innerJoin(users, eq(users.id, accessKeys.userId))
    .where(and(eq(accessKeys.id, input.keyId), eq(accessKeys.enabled, true), eq(users.enabled, true)));
  if (!row) throw wrong;
  const secret = ctx.secrets.open(row.key.secret, `access_key/${row.key.id}`);
  const { method, url, headers } = request;
  if (!signatureMatches({ method, url, body }, headers.get("content-digest"), input, secret)) throw wrong;
  const expiresAt = new Date((input.created + 2 * signatureWindow) * 1000);
  const [fresh] = await ctx.db
    .insert(usedNonces)
    .values({ keyId: row.key.id, nonce: input.nonce, expiresAt })
    .onConflictDoNothing()
    .returning();
  if (!fresh) throw unauthenticated("This request was sent before: sign each one with a new nonce");
  const { accountId } = row.user;
  return {
    kind: "key",
    id: row.key.id,
    name: row.user.name,
    accountId,
    projectId: row.key.projectId,
    statements: statementsOf(row.user),
    boundary: null,
    facts: factsOf(ctx),
    sessionId: null,
  };
}

export const readCookie = (headers: Headers, name: string): string | null =>
  new RegExp(`(?:^|;\\s*)${name}=([^;]+)`).exec(headers.get("cookie") ?? "")?.[1] ?? null;
