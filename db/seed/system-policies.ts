import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { policies, type PolicyDocument } from "../schema/identity.ts";

const engineRead = ["cse:engine:list", "cse:engine:get"];
const allow = (...Action: string[]): PolicyDocument => ({
  Version: "1.1",
  Statement: [{ Effect: "Allow", Action }],
});

const written: { name: string; description: string; document: PolicyDocument }[] = [
  {
    name: "ServiceStage FullAccess",
    description: "Every permission of the platform and of microservice engines",
    document: allow("servicestage:*:*", "cse:*:*"),
  },
  {
    name: "ServiceStage Developer",
    description: "Operates applications, components and environments; neither approves nor creates infrastructure",
    document: allow(
      "servicestage:app:*",
      "servicestage:environment:*",
      "servicestage:assembling:*",
      "servicestage:pipeline:get",
      "servicestage:pipeline:create",
      "servicestage:pipeline:modify",
      "servicestage:pipeline:delete",
      "servicestage:pipeline:list",
      "servicestage:pipeline:execute",
      ...engineRead,
      "cse:registry:*",
      "cse:config:*",
      "cse:governance:*",
      "cse:dashboard:get",
    ),
  },
  {
    name: "ServiceStage ReadOnlyAccess",
    description: "Sees everything of the platform and changes nothing of it",
    document: allow(
      "servicestage:*:get",
      "servicestage:*:list",
      ...engineRead,
      "cse:registry:*",
      "cse:config:*",
      "cse:governance:get",
      "cse:dashboard:get",
    ),
  },
  {
    name: "CSE Admin",
    description: "Administrator of microservice engines",
    document: allow("cse:*:*"),
  },
  {
    name: "CSE Viewer",
    description: "Sees microservice engines and what is in them",
    document: allow(...engineRead, "cse:registry:get", "cse:config:get", "cse:governance:get", "cse:dashboard:get"),
  },
];

/** Fixed, so that a grant means the same policy in every installation: `pol_`, then the name filled up with zeros. */
const idOf = (name: string) => `pol_${name.toLowerCase().replaceAll(" ", "").padStart(26, "0")}`;

/** The policies that come with the platform, with the contents that IAM-08 binds. */
export const systemPolicies = written.map((one) => ({ id: idOf(one.name), ...one }));

/** Brings the system policies of a database to what this version says of them. */
export async function seedSystemPolicies(db: Db): Promise<void> {
  await db
    .insert(policies)
    .values(systemPolicies.map((one) => ({ ...one, kind: "policy" as const, accountId: null })))
    .onConflictDoUpdate({
      target: policies.id,
      set: { name: sql`excluded.name`, description: sql`excluded.description`, document: sql`excluded.document` },
    });
}
