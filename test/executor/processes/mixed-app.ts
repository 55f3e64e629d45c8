import { effectsIn } from "../../chaos/jobs/effects.ts";
import { mixedWorkload } from "../../chaos/jobs/workload.ts";
import { openApp } from "../app.ts";

/** The app of the mixed chaos: what its steps do is written to a file, which outlives every process. */
const { PORT, EXECUTOR_URL = "", EFFECTS = "" } = process.env;
const opened = await openApp(Number(PORT));
opened.connect(EXECUTOR_URL, mixedWorkload(effectsIn(EFFECTS)));
// Whatever happens to the test, no process outlives it.
process.once("disconnect", () => process.exit());
process.send?.({ ready: true });
