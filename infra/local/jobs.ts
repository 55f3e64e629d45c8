/** The embedded job engine and the relay that feeds it, in one process for the sake of memory. */
import "../entry/executor.ts";
import { startRelay } from "../entry/relay.ts";

const { DATABASE_URL = "", INNGEST_BASE_URL = "", INNGEST_EVENT_KEY = "" } = process.env;
const relay = await startRelay({ databaseUrl: DATABASE_URL, baseUrl: INNGEST_BASE_URL, eventKey: INNGEST_EVENT_KEY });
for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => void relay.stop());
