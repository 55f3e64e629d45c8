import { createHmac, timingSafeEqual } from "node:crypto";
import { accessKeys, type Db, engines, type Engine, projects } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { userOfKey } from "../../identity/actors/of-key.ts";
import type { Action } from "../../kernel/actions.ts";
import { decideFor, pathOf } from "../../kernel/authorize.ts";
import type { Actor } from "../../kernel/context.ts";
import type { SecretBox } from "../../kernel/secrets.ts";
import type { PlaneRequest } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";

/** Who stands behind credentials, and the shared engine as its project has it. */
export type ProjectOfEngine = { engine: Engine; actor: Actor };
type Given = { db: Db; secrets: SecretBox; now: () => Date };

const refused = () =>
  new PlaneError(planeCodes.unauthorised, "Unauthorized request", "Access key or signature is wrong");
/** ERR-02: what services are told whose project was renamed. */
export const unknownProject = "Project id or name is not existed";

/**
 * The project that a request to the shared engine is for (ENG-27), by the credentials that clients add (protocol §1.1): an access
 * key, its HMAC-SHA256 under the secret, and a project of the key's account by name or id.
 */
export async function projectByCredentials(
  given: Given,
  { header }: Pick<PlaneRequest, "header">,
): Promise<ProjectOfEngine> {
  const { db, secrets, now } = given;
  const keyId = header("x-service-ak") ?? "";
  const [row] = await db.select({ secret: accessKeys.secret }).from(accessKeys).where(eq(accessKeys.id, keyId));
  const secret = row ? secrets.open(row.secret, `access_key/${keyId}`) : "";
  if (!row || !isSignature(header("x-service-shaaksk") ?? "", secret, keyId)) throw refused();
  const identified = await userOfKey(given, keyId);
  if (!identified) throw refused();
  const { accountId } = identified;
  const wanted = projectNameOf(header("x-service-project"));
  const rows = await db
    .select({ engine: engines, name: projects.name })
    .from(projects)
    .innerJoin(engines, and(eq(engines.projectId, projects.id), eq(engines.edition, "professional")))
    .where(eq(projects.accountId, accountId));
  const found = rows.find(({ engine, name }) => name === wanted || engine.projectId === wanted);
  if (!found) throw new PlaneError(planeCodes.unauthorised, unknownProject);
  const facts = { sourceIp: null, at: now(), mfa: false, tags: {} };
  return { engine: found.engine, actor: { ...identified, projectId: found.engine.projectId, facts } };
}

function isSignature(given: string, secret: string, keyId: string): boolean {
  const right = createHmac("sha256", secret).update(keyId).digest();
  const told = Buffer.from(given, "hex");
  return told.length === right.length && timingSafeEqual(told, right);
}

function projectNameOf(header: string | null): string {
  try {
    return decodeURIComponent(header || "default");
  } catch {
    throw new PlaneError(planeCodes.unauthorised, unknownProject);
  }
}

const isConfiguration = /^\/v[13]\/[^/]+\/(kie|configuration)\//;

/** IAM-08.29, IAM-08.30: what a request to the shared engine needs of whoever stands behind it. */
export function assertMayAsk(
  { actor, engine }: ProjectOfEngine,
  { method, path }: Pick<PlaneRequest, "method" | "path">,
): void {
  const what = isConfiguration.test(path) ? "config" : "registry";
  const action: Action = `cse:${what}:${method === "GET" ? "get" : "modify"}`;
  const decision = decideFor(actor, action, pathOf(actor, { kind: "engine", id: engine.id }, engine));
  if (!decision.allowed)
    throw new PlaneError(planeCodes.noPermission, "Insufficient permissions", `${action} is needed`);
}
