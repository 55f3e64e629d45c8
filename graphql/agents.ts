import { type Agent as Row, listAgents, loadAgents } from "@flyloft/functions/agents";
import { agentWorks } from "@flyloft/functions/environments";
import { builder } from "./builder.ts";
import { list } from "./doors.ts";

const HostRuntime = builder.objectRef<{ family: string; version: string }>("HostRuntime").implement({
  description: "A runtime that a machine has",
  fields: (t) => ({
    family: t.exposeString("family", { description: "java, tomcat, node, php, python, go, dotnet or static" }),
    version: t.exposeString("version", { description: "Its version" }),
  }),
});

export const Agent = builder.loadableObjectRef<Row, string>("Agent", { load: (ids, ctx) => loadAgents(ctx, ids) });
Agent.implement({
  description: "A program that runs workloads where it is installed (AGT-02)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "Unique in the project" }),
    version: t.exposeString("version", { description: "Its version" }),
    online: t.boolean({
      description: "Whether it was heard from lately",
      resolve: (agent, _args, ctx) => agentWorks(agent, ctx.now()),
    }),
    capabilities: t.exposeStringList("capabilities", { description: "What it can do" }),
    hostname: t.string({ description: "The machine", resolve: ({ host }) => host.hostname }),
    runtimes: t.expose("runtimes", { type: [HostRuntime], description: "What the machine can run" }),
    lastSeenAt: t.expose("lastSeenAt", { type: "DateTime", description: "When it was last heard from" }),
  }),
});

list("agents", listAgents, "Agent", Agent);
