import { type Ctx, type IdKind, kindOfId, notFound } from "@flyloft/functions/kernel";
import { loadApplications } from "@flyloft/functions/apps";
import { loadComponents, loadPackages } from "@flyloft/functions/components";
import { loadAgents } from "@flyloft/functions/agents";
import { loadInstances, loadTasks } from "@flyloft/functions/deployments";
import { loadEnvironments, loadResources } from "@flyloft/functions/environments";
import { Agent } from "./agents.ts";
import { Application } from "./apps.ts";
import { builder } from "./builder.ts";
import { Component } from "./components.ts";
import { Instance, Task } from "./deployments.ts";
import { Environment, Resource } from "./environments.ts";
import { Package } from "./packages.ts";

type Kind = { type: { name: string }; load: (ctx: Ctx, ids: string[]) => Promise<unknown[]> };
/** Everything that can be found by its id alone. */
const kinds: Partial<Record<IdKind, Kind>> = {
  application: { type: Application as never, load: loadApplications },
  environment: { type: Environment as never, load: loadEnvironments },
  resource: { type: Resource as never, load: loadResources },
  component: { type: Component as never, load: loadComponents },
  package: { type: Package as never, load: loadPackages },
  instance: { type: Instance as never, load: loadInstances },
  task: { type: Task as never, load: loadTasks },
  agent: { type: Agent as never, load: loadAgents },
};

const Node = builder.unionType("Node", {
  description: "Anything that has an id of its own",
  types: Object.values(kinds).map((kind) => kind!.type) as never,
  resolveType: (thing) => kinds[kindOfId((thing as { id: string }).id) ?? "account"]?.type as never,
});

builder.queryField("node", (t) =>
  t.field({
    type: Node,
    description: "Find anything of the project by its id",
    args: { id: t.arg.id({ description: "Any id; it says of itself what it names" }) },
    resolve: (async (_root: unknown, { id }: { id: string }, ctx: Ctx) => {
      const kind = kinds[kindOfId(id) ?? "account"];
      if (!kind) throw notFound("thing", id);
      const [found] = await kind.load(ctx, [id]);
      if (found instanceof Error) throw found;
      return found;
    }) as never,
  }));
