import type { Db } from "@flyloft/db";
import { type OpenIdProvider, readProviders } from "@flyloft/functions/identity";
import {
  anonymous,
  type Blobs,
  type Ctx,
  defaultLimits,
  type JobEngine,
  type Limits,
  makeNewId,
  makeSecretBox,
  type Notices,
} from "@flyloft/functions/kernel";
import { s3 } from "./adapters/blobs/s3.ts";
import { engines } from "./adapters/engines/index.ts";
import { readRanges } from "./doorway/source-address.ts";
import type { Env } from "./env.ts";

/** What stays the same from request to request. */
export type Platform = {
  /** The address under which users reach the platform. */
  publicUrl: string;
  /** Where browsers send packages to. */
  uploadOrigin: string;
  /** Proxies whose word on where a request comes from is believed. */
  trustedProxies: readonly string[];
  openIdProviders: readonly OpenIdProvider[];
  blobs: Blobs;
  jobEngine: JobEngine;
  limits: Limits;
  secrets: Ctx["secrets"];
  newId: Ctx["newId"];
  now: () => Date;
};
/** What one request is given: its own connection on the edge, a pool's on Node. */
export type Connection = { db: Db; notices: Notices };

export function openPlatform(env: Env): Platform {
  const now = () => new Date();
  return {
    publicUrl: env.PUBLIC_URL,
    uploadOrigin: new URL(env.BLOB_ENDPOINT).origin,
    trustedProxies: readRanges(env.TRUSTED_PROXIES),
    openIdProviders: readProviders(env.OPENID_PROVIDERS),
    blobs: s3.open({
      endpoint: env.BLOB_ENDPOINT,
      region: env.BLOB_REGION,
      bucket: env.BLOB_BUCKET,
      accessKeyId: env.BLOB_ACCESS_KEY_ID,
      secretAccessKey: env.BLOB_SECRET_ACCESS_KEY,
    }),
    jobEngine: openEngine(env),
    limits: { ...defaultLimits, ...(JSON.parse(env.LIMITS) as Partial<Limits>) },
    secrets: makeSecretBox(env.SECRET_KEYS),
    newId: makeNewId(now),
    now,
  };
}

/** Where the runs of the step functions are looked at; they themselves run alike on both. */
function openEngine(env: Env): JobEngine {
  const { settings, open } = engines[env.JOB_ENGINE];
  const { INNGEST_BASE_URL: baseUrl, INNGEST_SIGNING_KEY: signingKey, INNGEST_SIGNING_KEY_FALLBACK: fallback } = env;
  return open(settings.parse({ baseUrl, signingKey, signingKeyFallback: fallback }) as never);
}

/** The context of a request by nobody yet; whoever authenticates it puts the actor in. */
export function contextOf(
  platform: Platform,
  { db, notices }: Connection,
  request: { requestId: string; sourceIp: string | null; idempotencyKey: string | null },
): Ctx {
  const { blobs, jobEngine, limits, secrets, publicUrl, newId, now } = platform;
  const ports = { blobs, notices, jobEngine };
  return { actor: anonymous, db, ports, limits, secrets, publicUrl, newId, now, ...request };
}
