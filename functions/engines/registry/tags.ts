import { z } from "zod";
import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { done, json } from "../plane/reply.ts";
import { serviceToChange, theService } from "./look-up.ts";
import { type Service, tagKey } from "./service.ts";
import { bodyLimit, objectOf, readBody } from "./shapes.ts";

/** Of one service (protocol §1.8). */
export const mostTags = 100;
type Tags = Record<string, string>;

/** Whether a service has all of `key:value,…`; nothing asked for is had by all. */
export function hasTags({ tags = {} }: Service, wanted: string | null): boolean {
  if (!wanted) return true;
  return wanted.split(",").every((one) => {
    const colon = one.indexOf(":");
    return colon < 0 ? one in tags : tags[one.slice(0, colon)] === one.slice(colon + 1);
  });
}

const missing = (key: string) => new PlaneError(planeCodes.tagMissing, "Tag does not exist", `There is no tag ${key}`);

async function change(call: PlaneCall, make: (tags: Tags) => Tags) {
  await call.commit((memory) => {
    const { service } = serviceToChange(memory, call.tenant, call.params.serviceId!);
    const tags = make(service.tags ?? {});
    if (Object.keys(tags).length > mostTags)
      throw new PlaneError(planeCodes.quota, "No quota", `A service has at most ${mostTags} tags`);
    return { changes: [{ kind: "service", key: service.serviceId, value: { ...service, tags } }], answer: undefined };
  });
  return done;
}

const added = objectOf({ tags: z.record(tagKey, tagKey).optional() });

async function addTags(call: PlaneCall) {
  const { tags = {} } = readBody(added, await call.json(bodyLimit));
  return change(call, (before) => ({ ...before, ...tags }));
}

async function listTags(call: PlaneCall) {
  const { tags = {} } = (await theService(call)).service;
  return json(Object.keys(tags).length > 0 ? { tags } : {});
}

function putTag(call: PlaneCall) {
  const key = call.params.key!;
  const value = readBody(tagKey, call.query.get("value") ?? "");
  return change(call, (tags) => {
    if (!(key in tags)) throw missing(key);
    return { ...tags, [key]: value };
  });
}

function deleteTags(call: PlaneCall) {
  const keys = call.params.key!.split(",");
  return change(call, (tags) => {
    for (const key of keys) if (!(key in tags)) throw missing(key);
    return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
  });
}

const path = "/microservices/:serviceId/tags";
export const tagRoutes: PlaneRoute[] = [
  { method: "POST", path, handle: addTags },
  { method: "GET", path, handle: listTags },
  { method: "PUT", path: `${path}/:key`, handle: putTag },
  { method: "DELETE", path: `${path}/:key`, handle: deleteTags },
];
