import postgres from "postgres";
import { openApp } from "../app.ts";
import { workload } from "../workload.ts";

/** The app of the crash tests in a process of its own. */
const { DATABASE_URL = "", PORT, EXECUTOR_URL = "" } = process.env;
const sql = postgres(DATABASE_URL, { max: 2 });
const opened = await openApp(Number(PORT));
opened.connect(
  EXECUTOR_URL,
  workload(async (runId, step) => {
    await sql`insert into effects(run_id, step) values (${runId}, ${step})`;
  }),
);
// Whatever happens to the test, no process outlives it.
process.once("disconnect", () => process.exit());
process.send?.({ ready: true });
