import { createHash } from "node:crypto";
import { jitterOf } from "../cron/jitter.ts";
import { nextFire } from "../cron/next.ts";
import { parseCron } from "../cron/parse.ts";
import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import { canonical } from "../protocol/canonical.ts";
import { ConfigRefused, readConfig } from "./config.ts";
import type { Config } from "./config-shape.ts";

export type AppReport = { appId: string; url: string; sdk: string; functions: unknown[] };

/** Takes an app's functions over, all or none. Throws ConfigRefused. */
export async function storeApp(
  engine: Engine,
  { appId, url, sdk, functions }: AppReport,
): Promise<{ modified: boolean }> {
  const configs = functions.map(readConfig);
  const foreign = configs.find(({ id }) => !id.startsWith(`${appId}-`));
  if (foreign) throw new ConfigRefused(`${foreign.id} does not belong to app ${appId}`);
  if (new Set(configs.map(({ id }) => id)).size !== configs.length)
    throw new ConfigRefused("two functions have the same id");
  const checksum = createHash("sha256")
    .update(canonical([url, sdk, configs]))
    .digest("hex");
  const modified = await engine.transact(async (tx) => {
    await tx`
      insert into engine.apps(id, url, checksum) values (${appId}, ${url}, '') on conflict (id) do nothing`;
    const [app] = await tx<{ checksum: string }[]>`select checksum from engine.apps where id = ${appId} for update`;
    if (app?.checksum === checksum) return false;
    for (const config of configs) await storeFunction(tx, appId, config);
    await archiveOthers(
      tx,
      appId,
      configs.map(({ id }) => id),
    );
    await tx`
      update engine.apps set url = ${url}, sdk = ${sdk}, checksum = ${checksum}, synced_at = clock_timestamp() where id = ${appId}`;
    return true;
  });
  await appIsBack(engine, url);
  return { modified };
}

async function storeFunction(tx: Tx, appId: string, config: Config): Promise<void> {
  const cfg = canonical(config);
  await tx`
    insert into engine.fns as f (id, app_id, cfg) values (${config.id}, ${appId}, ${cfg})
    on conflict (id) do update set app_id = excluded.app_id, cfg = excluded.cfg, archived_at = null,
      version = f.version + case when f.cfg::text = excluded.cfg::text then 0 else 1 end`;
  await tx`delete from engine.triggers where fn_id = ${config.id}`;
  const triggers = config.triggers.map(({ pattern, expr }, ord) => ({
    fn_id: config.id,
    ord,
    pattern,
    expr: expr ?? null,
  }));
  if (triggers.length > 0) await tx`insert into engine.triggers ${tx(triggers)}`;
  await storeCrons(tx, config);
}

/** A schedule that stays keeps its next time: a deployment must not make it miss one. */
async function storeCrons(tx: Tx, { id, crons }: Config): Promise<void> {
  await tx`delete from engine.crons where fn_id = ${id} and not (expr = any(${crons.map(({ expr }) => expr)}::text[]))`;
  for (const { expr, jitterMs } of crons) {
    const fireMs = nextFire(parseCron(expr), Date.now());
    if (fireMs === undefined) throw new ConfigRefused(`${id}: cron "${expr}" never fires`);
    const next = new Date(fireMs + jitterOf(id, expr, fireMs, jitterMs));
    await tx`
      insert into engine.crons(fn_id, expr, jitter_ms, fire_at, next_at)
      values (${id}, ${expr}, ${jitterMs}, ${new Date(fireMs)}, ${next})
      on conflict (fn_id, expr) do update set jitter_ms = excluded.jitter_ms`;
  }
}

/** Functions the app no longer lists start nothing more; their open runs go on. */
async function archiveOthers(tx: Tx, appId: string, ids: string[]): Promise<void> {
  const gone = await tx<{ id: string }[]>`
    update engine.fns set archived_at = clock_timestamp()
    where app_id = ${appId} and archived_at is null and not (id = any(${ids}::text[])) returning id`;
  if (gone.length === 0) return;
  const archived = gone.map(({ id }) => id);
  await tx`delete from engine.triggers where fn_id = any(${archived})`;
  await tx`delete from engine.crons where fn_id = any(${archived})`;
}

/** Calls that found the app away are made at once instead of after their delay. */
export async function appIsBack(engine: Engine, url: string): Promise<void> {
  await engine.sql`update engine.apps set unreachable_since = null where url = ${url} and unreachable_since is not null`;
  await engine.sql`
    update engine.jobs j set run_at = clock_timestamp()
    where j.state = 'later' and j.refused > 0 and j.run_at > clock_timestamp() and exists (
      select 1 from engine.runs r join engine.fns f on f.id = r.fn_id join engine.apps a on a.id = f.app_id
      where r.id = j.run_id and a.url = ${url})`;
  engine.wake();
}

export async function appIsAway(engine: Engine, url: string): Promise<void> {
  await engine.sql`
    update engine.apps set unreachable_since = clock_timestamp() where url = ${url} and unreachable_since is null`;
}
