import { accessKeys, auditSeals, type Db, engineSigningKeys, resources, signingKeys, totpSecrets } from "@flyloft/db";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { SecretBox } from "./secrets.ts";

type Row = Record<string, unknown>;
type SealedColumn = {
  table: PgTable;
  column: PgColumn;
  /** What names a row; the first column orders the walk. */
  key: [PgColumn, ...PgColumn[]];
  /** Where a text belongs; in a JSON document, `field` says under which name it stands. */
  place: (key: Row, field: string) => string;
};

/** Every column that holds sealed texts. A test finds those that are missing here. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: signingKeys, column: signingKeys.privateJwk, key: [signingKeys.id], place: ({ id }) => `signing_key/${id}` },
  { table: accessKeys, column: accessKeys.secret, key: [accessKeys.id], place: ({ id }) => `access_key/${id}` },
  {
    table: totpSecrets,
    column: totpSecrets.secret,
    key: [totpSecrets.userId],
    place: (key) => `totp/${key["user_id"]}`,
  },
  {
    table: engineSigningKeys,
    column: engineSigningKeys.privateKey,
    key: [engineSigningKeys.engineId],
    place: (key) => `engine_signing_key/${key["engine_id"]}`,
  },
  {
    table: auditSeals,
    column: auditSeals.sealed,
    key: [auditSeals.chain, auditSeals.position],
    place: ({ chain, position }) => `audit/${chain}/${position}`,
  },
  {
    table: resources,
    column: resources.attributes,
    key: [resources.id],
    place: ({ id }, field) => `resource/${id}/${field}`,
  },
];

const batch = 200;
const isJson = ({ columnType }: PgColumn) => columnType === "PgJson";

/** A text, or the text of a JSON document, with everything in it sealed under the current key. */
function renewed(box: SecretBox, { column, place }: SealedColumn, text: string, key: Row): string {
  const renew = (sealed: string, field: string) => box.seal(box.open(sealed, place(key, field)), place(key, field));
  if (!isJson(column)) return renew(text, "");
  const document = JSON.parse(text) as Row;
  const fields = Object.entries(document).map(([field, value]) =>
    typeof value === "string" && box.isOutdated(value) ? [field, renew(value, field)] : [field, value],
  );
  return JSON.stringify(Object.fromEntries(fields));
}

export type Resealed = { resealed: number; failed: string[] };

/**
 * Seals everything anew that was sealed under another key than the current one, while the platform runs: a text that changes
 * meanwhile is left to whoever changed it. Names the rows that could not be opened.
 */
export async function resealEverything({ db, secrets }: { db: Db; secrets: SecretBox }): Promise<Resealed> {
  const done: Resealed = { resealed: 0, failed: [] };
  for (const one of sealedColumns) {
    for (let after: unknown = null; ;) {
      const rows = await outdated(db, secrets, one, after);
      for (const { before, ...key } of rows) await reseal(db, secrets, one, { before: String(before), key }, done);
      if (rows.length < batch) break;
      after = rows.at(-1)![one.key[0].name];
    }
  }
  return done;
}

async function outdated(
  db: Db,
  secrets: SecretBox,
  { table, column, key }: SealedColumn,
  after: unknown,
): Promise<Row[]> {
  const asText = sql<string>`${column}::text`;
  const columns = { ...Object.fromEntries(key.map((part) => [part.name, part])), before: asText };
  const beyond = after === null ? undefined : gt(key[0], after);
  return db
    .select(columns)
    .from(table)
    .where(and(sql`${asText} ~ ${secrets.outdatedPattern(isJson(column))}`, beyond))
    .orderBy(asc(key[0]))
    .limit(batch) as Promise<Row[]>;
}

async function reseal(
  db: Db,
  secrets: SecretBox,
  one: SealedColumn,
  { before, key }: { before: string; key: Row },
  done: Resealed,
) {
  const { table, column } = one;
  let after: string;
  try {
    after = renewed(secrets, one, before, key);
  } catch {
    done.failed.push(`${column.name} of ${Object.values(key).join("/")}`);
    return;
  }
  const unchanged: SQL[] = one.key.map((part) => eq(part, key[part.name]));
  const value = isJson(column) ? sql`${after}::json` : sql`${after}`;
  const rows = await db.execute(
    sql`update ${table} set ${sql.identifier(column.name)} = ${value} where ${and(...unchanged)} and ${column}::text = ${before} returning 1 as done`,
  );
  done.resealed += rows.length;
}
