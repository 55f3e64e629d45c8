import { z } from "zod";
import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { PlaneError } from "../plane/errors.ts";
import { json } from "../plane/reply.ts";
import type { KnownService } from "./catalogue-memory.ts";
import { discover, providerMissing, providerOf, rememberDependency } from "./discover.ts";
import { orLater, theInstance, theService } from "./look-up.ts";
import { bodyLimit, invalid, objectOf, readBody } from "./shapes.ts";

const short = z.string().max(300);
const question = objectOf({
  consumerServiceId: short.optional(),
  services: z
    .array(
      objectOf({
        service: objectOf({
          appId: short.optional(),
          serviceName: short,
          version: short.optional(),
          environment: short.optional(),
        }),
        rev: short.optional(),
      }),
    )
    .max(1_000)
    .optional(),
  instances: z
    .array(objectOf({ instance: objectOf({ serviceId: short, instanceId: short }), rev: short.optional() }))
    .max(1_000)
    .optional(),
});

type Found = { revision: string; told: string };
type Failed = { errorCode: string; errorMessage: string; detail: string };

/** Answers for each question where it belongs: found and changed, found and not, not to be had and why. */
async function sorted<Q extends { rev?: string | undefined }>(
  questions: readonly Q[],
  find: (one: Q) => Promise<Found>,
) {
  const updated: string[] = [];
  const notModified: number[] = [];
  const failures = new Map<string, { indexes: number[]; error: Failed }>();
  for (const [index, one] of questions.entries()) {
    try {
      const { revision, told } = await find(one);
      if (one.rev === revision) notModified.push(index);
      else updated.push(`{"index":${index},"rev":${JSON.stringify(revision)},${told.slice(1)}`);
    } catch (error) {
      if (!(error instanceof PlaneError)) throw error;
      const { code: errorCode, message: errorMessage, detail } = error;
      const failure = failures.get(errorCode) ?? { indexes: [], error: { errorCode, errorMessage, detail } };
      failure.indexes.push(index);
      failures.set(errorCode, failure);
    }
  }
  const members = [
    ...(failures.size > 0 ? [`"failed":${JSON.stringify([...failures.values()])}`] : []),
    ...(notModified.length > 0 ? [`"notModified":${JSON.stringify(notModified)}`] : []),
    ...(updated.length > 0 ? [`"updated":[${updated.join(",")}]`] : []),
  ];
  return `{${members.join(",")}}`;
}

/** Many discoveries at once, as Go clients ask (protocol §1.6); the answer is 200 whatever is missing. */
async function findMany(call: PlaneCall) {
  if (call.query.get("type") !== "query") throw invalid("type is query");
  const { consumerServiceId = "", services = [], instances = [] } = readBody(question, await call.json(bodyLimit));
  if (services.length + instances.length === 0) throw invalid("services and instances are empty");
  const consumerId = call.header("x-consumerid") || consumerServiceId;
  const consumer = consumerId ? await theService(call, consumerId) : null;
  const ofServices = await sorted(services, ({ service }) => findOne(call, consumer, service));
  const ofInstances = await sorted(instances, async ({ instance }) => {
    const { revision, told } = await theInstance(call, instance);
    return { revision: `${revision}.1`, told: `{"instances":[${told}]}` };
  });
  const members = [
    ...(services.length > 0 ? [`"services":${ofServices}`] : []),
    ...(instances.length > 0 ? [`"instances":${ofInstances}`] : []),
  ];
  return { ...json({}), body: `{${members.join(",")}}` };
}

type Key = {
  appId?: string | undefined;
  serviceName: string;
  version?: string | undefined;
  environment?: string | undefined;
};

async function findOne(call: PlaneCall, consumer: KnownService | null, key: Key): Promise<Found> {
  const { appId = "default", serviceName, version = null, environment = "" } = key;
  const wanted = { appId, serviceName, version, environment, tags: null };
  const versions = await orLater(
    call,
    () => providerOf(call, consumer, wanted),
    () => providerMissing(wanted),
  );
  if (consumer) await rememberDependency(call, consumer, versions);
  return discover(versions, wanted);
}

export const findManyRoutes: PlaneRoute[] = [{ method: "POST", path: "/instances/action", handle: findMany }];
