import {
  type Action,
  type Ctx,
  DomainError,
  isDomainError,
  kindOfId,
  notFound,
  ofAccount,
  permitted,
  recordAudit,
  type ThingKind,
} from "@flyloft/functions/kernel";
import { loadApplications } from "@flyloft/functions/apps";
import { loadComponents, loadPackages } from "@flyloft/functions/components";
import { loadAgents } from "@flyloft/functions/agents";
import { loadInstances, loadTasks } from "@flyloft/functions/deployments";
import { loadEngines, loadOperations } from "@flyloft/functions/engines";
import { loadEnvironments, loadResources } from "@flyloft/functions/environments";
import { loadDelegations, loadGroups, loadPolicies, loadProjects, loadUsers } from "@flyloft/functions/identity";
import { Agent } from "./agents.ts";
import { Application } from "./apps.ts";
import { builder } from "./builder.ts";
import { Component } from "./components.ts";
import { Instance, Task } from "./deployments.ts";
import { Engine, Operation } from "./engines.ts";
import { Environment, Resource } from "./environments.ts";
import { Delegation } from "./identity-delegations.ts";
import { Policy } from "./identity-policies.ts";
import { Group, User } from "./identity-users.ts";
import { Project } from "./identity.ts";
import { Package } from "./packages.ts";

type Found = { id: string };
type Kind = { type: { name: string }; action: Action; load: (ctx: Ctx, ids: string[]) => Promise<(Found | Error)[]> };
const seeing = "servicestage:app:get";
const listing = "servicestage:app:list";
/** Everything that can be found by its id alone, and the right that reading it needs. */
const kinds: Record<ThingKind, Kind> = {
  application: { type: Application as never, action: seeing, load: loadApplications },
  environment: { type: Environment as never, action: listing, load: loadEnvironments },
  resource: { type: Resource as never, action: listing, load: loadResources },
  component: { type: Component as never, action: seeing, load: loadComponents },
  package: { type: Package as never, action: seeing, load: loadPackages },
  instance: { type: Instance as never, action: seeing, load: loadInstances },
  task: { type: Task as never, action: seeing, load: loadTasks },
  agent: { type: Agent as never, action: listing, load: loadAgents },
  engine: { type: Engine as never, action: "cse:engine:get", load: loadEngines },
  operation: { type: Operation as never, action: "cse:engine:get", load: loadOperations },
  project: { type: Project as never, action: "iam:identity:get", load: loadProjects },
  user: { type: User as never, action: "iam:user:list", load: loadUsers },
  group: { type: Group as never, action: "iam:group:list", load: loadGroups },
  policy: { type: Policy as never, action: "iam:policy:list", load: loadPolicies },
  delegation: { type: Delegation as never, action: "iam:delegation:list", load: loadDelegations },
};

const kindNamed = (id: string) => {
  const name = kindOfId(id) as ThingKind | null;
  return name !== null && Object.hasOwn(kinds, name) ? { name, ...kinds[name] } : null;
};

const Node = builder.unionType("Node", {
  description: "Anything that has an id of its own",
  types: Object.values(kinds).map((kind) => kind.type) as never,
  resolveType: (thing) => kindNamed((thing as Found).id)?.type as never,
});

builder.queryField("node", (t) =>
  t.field({
    type: Node,
    description: "Find anything of the project or the account by its id",
    args: { id: t.arg.id({ description: "Any id; it says of itself what it names" }) },
    resolve: (async (_root: unknown, { id }: { id: string }, ctx: Ctx) => {
      if (ctx.actor.kind === "anonymous") throw new DomainError("unauthenticated", "Sign in first");
      const kind = kindNamed(id);
      if (!kind) throw notFound("thing", id);
      const [found] = permitted(ctx.actor, kind.action, kind.name, await kind.load(ctx, [id]));
      if (!(found instanceof Error)) return found;
      const refusal = { operation: "node", target: { kind: kind.name, id }, ofAccount: ofAccount(kind.name) };
      if (isDomainError(found) && found.code === "forbidden")
        await recordAudit(ctx.db, ctx, { ...refusal, result: found.code });
      throw found;
    }) as never,
  }),
);
