import { afterAll, beforeAll } from "vitest";
import { anEngine } from "../engines/an-engine.ts";
import { serve } from "../engines/serve.ts";
import { restOf } from "../kit/rest.ts";
import { world } from "../kit/world.ts";
import { build, type Framework, frameworks, type Program } from "./build.ts";
import { type Client, startClient } from "./client.ts";

export const minute = 60_000;
export type Role = "provider" | "consumer";

const programs = new Map<Framework, Program>();
const wanted = process.env.FRAMEWORKS?.split(",") ?? Object.keys(frameworks);
for (const framework of wanted as Framework[]) {
  const found = await build(framework);
  if ("missing" in found) console.log(`Lane ${framework} skipped (a real client of the engine): ${found.missing}`);
  else programs.set(framework, found);
}
/** The frameworks whose clients can be built here; said in one line for each of the others why not. */
export const present: readonly Framework[] = [...programs.keys()];

/**
 * An engine with services of every framework that is present: for each a provider in these versions and a consumer. They start
 * before the tests of the file and end after them.
 */
export async function stage({ versions = ["1.0.0"] }: { versions?: string[] } = {}) {
  const w = await world();
  const { id: engineId, ...engine } = await anEngine(w.owner);
  const at = await serve(w, { id: engineId, ...engine });
  const rest = await restOf(w);
  const clients = new Map<string, Client>();
  const keyOf = (framework: Framework, role: Role, version: string) => `${framework}-${role}@${version}`;

  async function start(framework: Framework, role: Role, version: string) {
    const name = `${framework}-${role}`;
    const started = await startClient(programs.get(framework)!, { framework, engine: at.url, name, version });
    clients.set(keyOf(framework, role, version), started);
  }
  beforeAll(async () => {
    for (const framework of present)
      await Promise.all([
        start(framework, "consumer", "1.0.0"),
        ...versions.map((version) => start(framework, "provider", version)),
      ]);
  }, 5 * minute);
  afterAll(async () => {
    await Promise.all([...clients.values()].map((one) => one.stop()));
  }, minute);

  /** A verb over REST; anything but a success is an error here. */
  async function verb(method: string, path: string, body?: object) {
    const answer = await rest(method, `/engines/${engineId}${path}`, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  return {
    ...w,
    engineId,
    url: at.url,
    verb,
    client: (framework: Framework, role: Role, version = "1.0.0") => clients.get(keyOf(framework, role, version))!,
    /** The id of a microservice, as the console finds it. */
    async serviceId(name: string): Promise<string> {
      const { nodes } = await verb("GET", `/microservices?${new URLSearchParams({ microservice: name })}`);
      return (nodes as { id: string }[])[0]!.id;
    },
  };
}
