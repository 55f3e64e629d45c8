import type { Tx } from "@flyloft/db";
import { z } from "zod";
import { conflict, DomainError, notFound } from "../../kernel/errors.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { tagKey } from "../registry/service.ts";
import { mostTags } from "../registry/tags.ts";
import { secondsOf } from "../registry/time.ts";
import { writeChanges } from "../store/entries.ts";
import { engineId, serviceId } from "./catalogue-fields.ts";
import { findMicroservice } from "./get-microservice.ts";
import { holdService } from "./hold-service.ts";
import { microserviceShape } from "./microservice-shape.ts";

type Tags = Record<string, string>;
const key = tagKey.describe("A letter, then letters, digits, _ - .; at most 64");
const value = tagKey.describe("As the key");
const common = { action: "cse:registry:modify", on: ["engine", "engineId"], output: microserviceShape } as const;

async function change(
  { tx, now }: { tx: Tx; now: () => Date },
  at: { engineId: string; serviceId: string },
  make: (tags: Tags) => Tags,
) {
  const { revision, service } = await holdService(tx, at);
  const changed = { ...service, tags: make(service.tags ?? {}), modTimestamp: secondsOf(now()) };
  await writeChanges(tx, { engineId: at.engineId, revision }, [{ kind: "service", key: at.serviceId, value: changed }]);
  return findMicroservice(tx, at);
}

/** SVC-06. */
export const addMicroserviceTag = defineCommand({
  ...common,
  name: "addMicroserviceTag",
  title: "Add a tag to a microservice",
  input: z.object({ engineId, serviceId, key, value }),
  run: (call, { key: name, value: text, ...at }) =>
    change(call, at, (tags) => {
      if (name in tags) throw conflict(`There is a tag ${name} already`, { fields: { key: ["Taken"] } });
      if (Object.keys(tags).length >= mostTags)
        throw new DomainError("limit_reached", `At most ${mostTags} tags: delete one first`, { limit: mostTags });
      return { ...tags, [name]: text };
    }),
});

export const updateMicroserviceTag = defineCommand({
  ...common,
  name: "updateMicroserviceTag",
  title: "Change the value of a tag of a microservice",
  input: z.object({ engineId, serviceId, key, value }),
  run: (call, { key: name, value: text, ...at }) =>
    change(call, at, (tags) => {
      if (!(name in tags)) throw notFound("tag", name);
      return { ...tags, [name]: text };
    }),
});

export const deleteMicroserviceTag = defineCommand({
  ...common,
  name: "deleteMicroserviceTag",
  title: "Delete a tag of a microservice",
  input: z.object({ engineId, serviceId, key }),
  run: (call, { key: name, ...at }) =>
    change(call, at, ({ [name]: there, ...rest }) => {
      if (there === undefined) throw notFound("tag", name);
      return rest;
    }),
});
