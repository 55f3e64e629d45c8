import { type Db } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { tooMany } from "../rate.ts";

/**
 * Takes one of the requests that a token may make in a minute, of which a minute's worth may be saved up; throws
 * `limit_reached` when none is left. Counted in the database, so that the rate holds on however many servers; a token that was
 * made by another takes its turns from that one too, so that nobody goes faster by making many.
 */
export async function takeTurn(db: Db, tokenId: string, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [short] = await db.execute<{ wait: number | null }>(sql`
    with recursive family as (
      select id, parent_id from api_tokens where id = ${tokenId}
      union all select above.id, above.parent_id from api_tokens above join family on above.id = family.parent_id
    ), held as (
      select id, requests_per_minute as rate, turns, turns_at from api_tokens
      where requests_per_minute is not null and id in (select id from family) order by id for no key update
    ), there as (
      select id, rate,
        least(rate, coalesce(turns + greatest(0, extract(epoch from ${at} - turns_at)) * rate / 60.0, rate)) as turns
      from held
    ), taken as (
      update api_tokens set turns = there.turns - 1, turns_at = greatest(api_tokens.turns_at, ${at})
      from there where api_tokens.id = there.id and (select min(turns) from there) >= 1
    )
    select max(ceil((1 - turns) * 60 / rate))::int as wait from there where turns < 1`);
  if (typeof short?.wait === "number") throw tooMany(short.wait);
}
