import { startExecutor } from "@flyloft/infra/executor/index";
import { eventKey, openApp, signingKey } from "../app.ts";
import { emptyDatabase } from "../postgres.ts";

/** An engine as its users see it: an address, keys, and patience for its own pace. */
export type TestedEngine = {
  baseUrl: string;
  eventKey: string;
  /** None: a development server, which knows no signatures. */
  signingKey: string | undefined;
  patienceMs: number;
  foreign: boolean;
  close: () => Promise<void>;
};
type App = Awaited<ReturnType<typeof openApp>>;

const { INNGEST_TEST_SERVER, INNGEST_TEST_APP_HOST, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = process.env;

/** The engine that is configured, and the address at which it finds the app. */
export async function configuredEngine(): Promise<{ engine: TestedEngine; app: App }> {
  const app = await openApp(0, INNGEST_TEST_APP_HOST);
  return { engine: INNGEST_TEST_SERVER ? server(INNGEST_TEST_SERVER) : await embedded(app.url), app };
}

/** Its delays between attempts cannot be shortened: the first is 15 to 45 s. */
const server = (baseUrl: string): TestedEngine => ({
  baseUrl,
  eventKey: INNGEST_EVENT_KEY ?? "test",
  signingKey: INNGEST_SIGNING_KEY,
  patienceMs: 180_000,
  foreign: true,
  close: async () => {},
});

async function embedded(appUrl: string): Promise<TestedEngine> {
  const database = await emptyDatabase();
  const executor = await startExecutor({
    databaseUrl: database.url,
    host: "127.0.0.1",
    port: 0,
    signingKey,
    eventKey,
    apps: [{ url: appUrl }],
    scaleBackoff: 0.02,
  });
  const close = async () => {
    await executor.stop();
    await database.drop();
  };
  return { baseUrl: executor.url, eventKey, signingKey, patienceMs: 90_000, foreign: false, close };
}
