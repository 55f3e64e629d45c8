/**
 * A short-lived process that brings the database up to date and makes the first account. It is apart from the supervisor
 * so that what it loads does not stay in memory. Prints one line of JSON.
 */
import { migrate } from "@flyloft/db/migrate";
import postgres from "postgres";
import { bootstrap } from "../entry/bootstrap.ts";
import { writeWhole } from "./write-whole.ts";

const { DATABASE_URL = "", SECRET_KEYS = "", PASSWORD_FILE = "", CREDENTIALS_FILE = "" } = process.env;

const address = new URL(DATABASE_URL);
const name = address.pathname.slice(1);
address.pathname = "/postgres";
const server = postgres(address.href, { max: 1, onnotice: () => {} });
if ((await server`select 1 from pg_database where datname = ${name}`).length === 0)
  await server`create database ${server(name)}`;
await server.end();

await migrate(DATABASE_URL);
const made = await bootstrap({
  databaseUrl: DATABASE_URL,
  secretKeys: SECRET_KEYS,
  // Before the account exists: whoever is killed in between finds either both or neither.
  async keep({ password, agentKey }) {
    await writeWhole(PASSWORD_FILE, `${password}\n`);
    await writeWhole(CREDENTIALS_FILE, JSON.stringify(agentKey));
  },
});
console.log(JSON.stringify({ account: made.account, adminUser: made.adminUser, first: made.adminPassword !== null }));
