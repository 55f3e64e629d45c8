import { openDatabase } from "@flyloft/db";
import { openAccount } from "@flyloft/functions/identity";
import {
  type Actor,
  type Blobs,
  type Ctx,
  defaultLimits,
  type JobEngine,
  type Limits,
  makeNewId,
  makeSecretBox,
  type Notices,
  notFound,
  type Statement,
} from "@flyloft/functions/kernel";
import { sharedNotices } from "@flyloft/infra/adapters/notices/postgres";
import { freshDatabase } from "./postgres.ts";

const secretKeys = `test:${Buffer.alloc(32, 7).toString("base64")}`;
let opened: Promise<Opened> | undefined;
type Opened = { url: string; db: Ctx["db"]; notices: Notices; statements: string[] };

/** One database for the whole test file, cloned from the migrated template. */
async function database(): Promise<Opened> {
  opened ??= (async () => {
    const { url } = await freshDatabase();
    const statements: string[] = [];
    const { db, client } = openDatabase(url, {
      connections: 8,
      prepare: true,
      onStatement: (one) => void statements.push(one),
    });
    return { url, db, notices: sharedNotices(client), statements };
  })();
  return opened;
}

const noBlobs = new Proxy(
  {},
  {
    get: () => {
      throw new Error("This world has no object storage: hand one in");
    },
  },
) as Blobs;
/** An engine that was never given anything to run. */
const idleEngine: JobEngine = {
  listRuns: async () => ({ runs: [], hasNextPage: false, total: async () => 0 }),
  getRun: async () => null,
  cancel: async (id) => Promise.reject(notFound("job_run", id)),
  rerun: async (id) => Promise.reject(notFound("job_run", id)),
  stats: async () => ({
    queuedRuns: 0,
    runningRuns: 0,
    completedInADay: 0,
    failedInADay: 0,
    dueCalls: 0,
    callsUnderWay: 0,
    callsBehindKeys: 0,
    callsToRepeat: 0,
    timers: 0,
    lagMs: 0,
    appUnreachableSince: null,
  }),
};
let count = 0;

/** A permission on everything below a place. */
export const allowing = (action: string[], on: string): Statement => ({
  effect: "Allow",
  action,
  resource: ["*"],
  on,
  source: "the test",
});

export type World = Awaited<ReturnType<typeof world>>;

/** A fresh account with an owner who may do everything, in a real database. Nothing is cleaned up and nothing collides. */
export async function world({
  blobs = noBlobs,
  jobEngine = idleEngine,
  limits = {},
}: { blobs?: Blobs; jobEngine?: JobEngine; limits?: Partial<Limits> } = {}) {
  const { url, db, notices, statements } = await database();
  const clock = { offset: 0 };
  const now = () => new Date(Date.now() + clock.offset);
  const newId = makeNewId(now);
  const name = `account-${++count}-${process.pid}`;
  const made = await db.transaction((tx) =>
    openAccount({ tx, newId }, { account: name, project: "default", user: "owner", password: "correct horse battery" }),
  );
  const actor = (given: Partial<Actor> = {}): Actor => ({
    kind: "user",
    id: made.userId,
    name: "owner",
    accountId: made.accountId,
    projectId: made.projectId,
    statements: [allowing(["*:*:*"], `account/${made.accountId}`)],
    boundary: null,
    facts: { sourceIp: "127.0.0.1", at: now(), mfa: false, tags: {} },
    ...given,
  });
  const as = (given: Partial<Actor> = {}): Ctx => ({
    actor: actor(given),
    db,
    ports: { blobs, notices, jobEngine },
    secrets: makeSecretBox(secretKeys),
    limits: { ...defaultLimits, ...limits },
    now,
    newId,
    publicUrl: "http://flyloft.test",
    requestId: "req_test",
    sourceIp: "127.0.0.1",
    idempotencyKey: null,
  });
  return {
    ...made,
    account: name,
    databaseUrl: url,
    secretKeys,
    db,
    owner: as(),
    nobody: as({ id: "usr_nobody", name: "nobody", statements: [] }),
    as,
    statements,
    clock,
  };
}
