import { instances, revisions, tasks } from "@flyloft/db";
import { and, desc, eq, ilike } from "drizzle-orm";
import { z } from "zod";
import { idOf, search } from "../kernel/fields.ts";
import { containing, pageInput, readPage } from "../kernel/page.ts";
import { defineQuery } from "../kernel/verb.ts";
import { instanceShape, revisionShape, taskShape } from "./instance-shape.ts";

/** The cards of an environment or an application (APP-07). */
export const listInstances = defineQuery({
  name: "listInstances",
  title: "Component instances, newest first",
  action: "servicestage:app:get",
  input: z.object({
    ...pageInput,
    environmentId: idOf("an environment").optional(),
    applicationId: idOf("an application").optional(),
    componentId: idOf("a component").optional(),
    search,
  }),
  on: ["project"],
  lists: "instance",
  output: instanceShape,
  run({ db, actor, columns, visible }, { environmentId, applicationId, componentId, search: text, ...page }) {
    const where = and(
      eq(instances.projectId, actor.projectId),
      environmentId ? eq(instances.environmentId, environmentId) : undefined,
      applicationId ? eq(instances.applicationId, applicationId) : undefined,
      componentId ? eq(instances.componentId, componentId) : undefined,
      text ? ilike(instances.name, containing(text)) : undefined,
    );
    return readPage({ db, columns, visible }, instances, { ...page, where });
  },
});

const ofInstance = { instanceId: idOf("the instance") };

export const getInstance = defineQuery({
  name: "getInstance",
  title: "One component instance",
  action: "servicestage:app:get",
  input: z.object(ofInstance),
  on: ["instance", "instanceId"],
  output: instanceShape,
  async run({ db }, { instanceId }) {
    const [row] = await db.select().from(instances).where(eq(instances.id, instanceId));
    return row!;
  },
});

/** OPS-04: what can be rolled back to, newest first. */
export const listRevisions = defineQuery({
  name: "listRevisions",
  title: "The versions that an instance had",
  action: "servicestage:app:get",
  input: z.object(ofInstance),
  on: ["instance", "instanceId"],
  output: z.array(revisionShape),
  run: ({ db }, { instanceId }) =>
    db.select().from(revisions).where(eq(revisions.instanceId, instanceId)).orderBy(desc(revisions.number)),
});

/** CON-07: long operations with their state, newest first. */
export const listTasks = defineQuery({
  name: "listTasks",
  title: "Long operations, newest first",
  action: "servicestage:app:get",
  input: z.object({
    ...pageInput,
    instanceId: idOf("an instance").optional(),
    state: z.enum(["running", "succeeded", "failed", "superseded"]).meta({ id: "TaskState" }).optional(),
  }),
  on: ["project"],
  lists: "task",
  output: taskShape,
  run({ db, actor, columns, visible }, { instanceId, state, ...page }) {
    const where = and(
      eq(tasks.projectId, actor.projectId),
      instanceId ? eq(tasks.instanceId, instanceId) : undefined,
      state ? eq(tasks.state, state) : undefined,
    );
    return readPage({ db, columns, visible }, tasks, { ...page, where });
  },
});

export const getTask = defineQuery({
  name: "getTask",
  title: "One long operation",
  action: "servicestage:app:get",
  input: z.object({ taskId: idOf("the task") }),
  on: ["task", "taskId"],
  output: taskShape,
  async run({ db }, { taskId }) {
    const [row] = await db.select().from(tasks).where(eq(tasks.id, taskId));
    return row!;
  },
});
