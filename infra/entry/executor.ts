import { startExecutor } from "../executor/index.ts";

/** The job executor as a process: configured by its environment, ready when it prints a line, stopped by SIGTERM. */
const needed = (name: string): string => {
  const value = process.env[name];
  if (value) return value;
  console.error(`${name} is not set`);
  process.exit(1);
};

const executor = await startExecutor({
  databaseUrl: needed("DATABASE_URL"),
  host: process.env.EXECUTOR_HOST ?? "127.0.0.1",
  port: Number(process.env.EXECUTOR_PORT ?? 0),
  signingKey: needed("INNGEST_SIGNING_KEY"),
  signingKeyFallback: process.env.INNGEST_SIGNING_KEY_FALLBACK,
  eventKey: needed("INNGEST_EVENT_KEY"),
  apps: needed("APP_SERVE_URL")
    .split(",")
    .map((url) => ({ url: url.trim() })),
  scaleBackoff: Number(process.env.EXECUTOR_SCALE_BACKOFF ?? 1),
  log: (entry) => console.error(JSON.stringify({ at: new Date().toISOString(), ...entry })),
});

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    executor.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

console.log(JSON.stringify({ ready: true, url: executor.url }));
