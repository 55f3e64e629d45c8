import { startExecutor } from "@flyloft/infra/executor/index";
import { eventKey, signingKey } from "../app.ts";

/** An executor of its own process; `DIE_AT=<place>` kills it, as a power cut would, at the third passing of a place. */
const { DATABASE_URL = "", PORT, APP_URL = "", DIE_AT, CHECKPOINTING, LEASE_MS } = process.env;
const dieAtPassing = 3;
let passings = 0;

const executor = await startExecutor({
  databaseUrl: DATABASE_URL,
  host: "127.0.0.1",
  port: Number(PORT),
  signingKey,
  eventKey,
  apps: [{ url: APP_URL }],
  scaleBackoff: 0.005,
  leaseMs: Number(LEASE_MS ?? 2_000),
  checkpointing: CHECKPOINTING === "1",
  log: (entry) => process.send?.({ log: entry }),
  failpoint: (place) => {
    if (place === DIE_AT && ++passings >= dieAtPassing) process.kill(process.pid, "SIGKILL");
  },
});
process.on("SIGTERM", () => void executor.stop().then(() => process.exit(0)));
// Whatever happens to the test, no process outlives it.
process.once("disconnect", () => process.exit());
process.send?.({ ready: true });
