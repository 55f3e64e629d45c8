import { join } from "node:path";
import type { Home } from "./home.ts";
import type { ObjectServer } from "./objects.ts";
import type { PostgresServer } from "./postgres.ts";
import type { Secrets } from "./secrets.ts";

export const databaseName = "flyloft";
export const bucket = "flyloft";
export const agentName = "local";
export const passwordFile = (home: Home) => join(home.path, "admin-password");
export const credentialsFile = (home: Home) => join(home.path, "agent-credentials.json");

export type Parts = {
  home: Home;
  secrets: Secrets;
  port: number;
  database: PostgresServer;
  objects: ObjectServer;
  jobsPort: number;
  /** Of the engines of the professional edition. */
  enginePort: number;
};

/** Nothing else of the caller's environment reaches the servers. */
const inherited = ["PATH", "HOME", "LANG", "TZ", "TMPDIR", "NODE_EXTRA_CA_CERTS"];
export const plain = () =>
  Object.fromEntries(inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

/** What the control plane is told; the values of `infra/env.ts`. */
export function planeEnvironment({ secrets, port, database, objects, jobsPort }: Parts, consoleDirectory: string) {
  const url = `http://127.0.0.1:${port}`;
  return {
    DATABASE_URL: database.url(databaseName),
    PUBLIC_URL: url,
    HOST: "127.0.0.1",
    PORT: String(port),
    BLOB_ENDPOINT: objects.endpoint,
    BLOB_REGION: "us-east-1",
    BLOB_BUCKET: bucket,
    BLOB_ACCESS_KEY_ID: secrets.objects.accessKeyId,
    BLOB_SECRET_ACCESS_KEY: secrets.objects.secretAccessKey,
    SECRET_KEYS: secrets.secretKeys,
    INNGEST_DEV: "0",
    INNGEST_BASE_URL: `http://127.0.0.1:${jobsPort}`,
    INNGEST_EVENT_KEY: secrets.jobs.eventKey,
    INNGEST_SIGNING_KEY: secrets.jobs.signingKey,
    INNGEST_SERVE_ORIGIN: url,
    INNGEST_ENABLE_UNAUTHED_SYNC: "false",
    CONSOLE_DIR: consoleDirectory,
    DEVELOPMENT: "1",
  };
}

export function jobsEnvironment({ secrets, port, database, jobsPort }: Parts) {
  return {
    DATABASE_URL: database.url(databaseName),
    EXECUTOR_PORT: String(jobsPort),
    // A control plane on this machine that died in the middle of a step is back within a second: 1.5 s instead of 15 s.
    EXECUTOR_SCALE_BACKOFF: "0.1",
    APP_SERVE_URL: `http://127.0.0.1:${port}/api/inngest`,
    INNGEST_BASE_URL: `http://127.0.0.1:${jobsPort}`,
    INNGEST_EVENT_KEY: secrets.jobs.eventKey,
    INNGEST_SIGNING_KEY: secrets.jobs.signingKey,
  };
}

export function enginesEnvironment({ secrets, database, enginePort }: Parts) {
  return {
    DATABASE_URL: database.url(databaseName),
    SECRET_KEYS: secrets.secretKeys,
    HOST: "127.0.0.1",
    HOST_IPV6: "::1",
    PORT: String(enginePort),
    ENGINE_HOST_ID: "local",
    // Services under development need no credentials: they are in the default project.
    ENGINE_ANONYMOUS_PROJECT: "first",
  };
}

export function agentEnvironment({ home, port }: Parts, node: string) {
  return {
    FLYLOFT_URL: `http://127.0.0.1:${port}`,
    FLYLOFT_CREDENTIALS_FILE: credentialsFile(home),
    FLYLOFT_AGENT_NAME: agentName,
    FLYLOFT_AGENT_HOME: join(home.data, "agent"),
    FLYLOFT_RUNTIME_ROOT: join(home.data, "application"),
    FLYLOFT_LOG_ROOT: join(home.data, "application-logs"),
    FLYLOFT_NODE: node,
    // Whoever stops the platform means its workloads too; killed or crashed, the agent leaves them running and adopts them.
    FLYLOFT_AGENT_STOP_WORKLOADS: "1",
  };
}
