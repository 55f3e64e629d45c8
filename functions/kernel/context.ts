import type { Db, IdKind } from "@flyloft/db";
import type { Facts, Statement } from "./policy.ts";
import type { Ports } from "./ports.ts";
import type { SecretBox } from "./secrets.ts";

/** Who asks: a signed-in user, a program with a key, or the platform's own workflows. */
export type Actor = {
  kind: "user" | "key" | "token" | "system" | "anonymous";
  id: string;
  name: string;
  accountId: string;
  projectId: string;
  statements: readonly Statement[];
  /** What a token may do at most, of all that its owner may (BEY-02); null where nothing is held back. */
  boundary: readonly Statement[] | null;
  /** The circumstances that conditions look at. */
  facts: Facts;
  /** The user behind it: itself, or the owner of the key or token. */
  userId?: string;
  /** The session that a signed-in user acts by. */
  sessionId?: string | null;
};

/** Counts that a project may not exceed (features LIM-01 to LIM-04); an operator may set others. */
export type Limits = {
  applications: number;
  components: number;
  environments: number;
  /** Exclusive ones. */
  engines: number;
  instances: number;
  /** Of one package, in bytes. */
  packageBytes: number;
  /** Of one user, key or token, to one process of the control plane. */
  requestsPerSecond: number;
};
export const defaultLimits: Limits = {
  applications: 1000,
  components: 1000,
  environments: 1000,
  engines: 1000,
  instances: 5000,
  packageBytes: 2 * 1024 ** 3,
  requestsPerSecond: 1000,
};

/** Which columns of listed rows the caller will look at; null for all. Ids are always there. */
export type Columns = ReadonlySet<string> | null;

/** All that a verb is given: who asks, and every way out of pure computation. */
export type Ctx = {
  actor: Actor;
  db: Db;
  ports: Ports;
  secrets: SecretBox;
  limits: Limits;
  now: () => Date;
  newId: (kind: IdKind) => string;
  /** The address under which users reach the platform. */
  publicUrl: string;
  requestId: string;
  sourceIp: string | null;
  idempotencyKey: string | null;
  columns?: Columns;
};

const noFacts: Facts = { sourceIp: null, at: new Date(0), mfa: false, tags: {} };

/** The platform itself, at work in one project. */
export const systemActor = (project: { accountId: string; projectId: string }): Actor => ({
  kind: "system",
  id: "system",
  name: "system",
  ...project,
  statements: [
    {
      effect: "Allow",
      action: ["*:*:*"],
      resource: ["*"],
      on: `project/${project.projectId}`,
      source: "the platform itself",
    },
  ],
  boundary: null,
  facts: { ...noFacts, at: new Date() },
});

/** Nobody yet: may sign in and nothing else. */
export const anonymous: Actor = {
  kind: "anonymous",
  id: "anonymous",
  name: "anonymous",
  accountId: "-",
  projectId: "-",
  statements: [],
  boundary: null,
  facts: noFacts,
};
