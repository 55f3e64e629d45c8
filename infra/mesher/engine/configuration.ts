import { z } from "zod";
import { noteOnce } from "../../agent/journal.ts";
import { backOff, pause } from "../../agent/time.ts";
import { entriesOf } from "../properties/documents.ts";
import { Properties } from "../properties/properties.ts";
import type { Settings } from "../settings.ts";
import { type EngineClient, pathProject } from "./client.ts";

const documents = z.object({
  data: z
    .array(
      z.object({
        key: z.string(),
        value: z.string().default(""),
        value_type: z.string().optional(),
        status: z.string().optional(),
        update_time: z.number().optional(),
      }),
    )
    .nullish(),
});

const firstPause = 500;
const longestPause = 10_000;
/** A poll must not turn into a loop when an engine does not hold it. */
const shortestPollMs = 200;

type Dimension = { labels: [string, string][]; exact: boolean };

/** The dimensions of a service, the weakest first (protocol §2.2). */
export function dimensionsOf(settings: Settings): Dimension[] {
  const { application, environment, service, version, customLabel, customLabelValue } = settings;
  const app: [string, string][] = [
    ["app", application],
    ["environment", environment],
  ];
  const own: [string, string][] = [...app, ["service", service]];
  const dimensions: Dimension[] = [
    { labels: app, exact: true },
    { labels: own, exact: true },
    { labels: [...own, ["version", version]], exact: true },
  ];
  if (customLabel !== "") dimensions.push({ labels: [[customLabel, customLabelValue]], exact: false });
  return dimensions;
}

/** The configuration of the local service, followed by one long poll for each dimension. */
export class Configuration {
  readonly #client: EngineClient;
  readonly #settings: Settings;
  readonly #dimensions: Dimension[];
  readonly #layers: ReadonlyMap<string, string>[];
  readonly #changed: (properties: Properties) => void;
  readonly #stop = new AbortController();
  readonly #revisions: number[];

  constructor(client: EngineClient, settings: Settings, changed: (properties: Properties) => void) {
    this.#client = client;
    this.#settings = settings;
    this.#dimensions = dimensionsOf(settings);
    this.#layers = [new Map(Object.entries(settings.properties)), ...this.#dimensions.map(() => new Map())];
    this.#revisions = this.#dimensions.map(() => -1);
    this.#changed = changed;
  }

  get properties() {
    return new Properties(this.#layers);
  }

  /** How many items there are, by dimension. */
  get counts(): number[] {
    return this.#layers.slice(1).map(({ size }) => size);
  }

  stop() {
    this.#stop.abort();
  }

  /** Resolves when every dimension was read once; the polls go on until they are stopped. */
  async follow(): Promise<void> {
    await Promise.all(this.#dimensions.map((_, index) => new Promise<void>((read) => void this.#poll(index, read))));
  }

  async #poll(index: number, read: () => void) {
    const { signal } = this.#stop;
    for (let failures = 0; !signal.aborted;) {
      const began = performance.now();
      try {
        await this.#once(index);
        failures = 0;
        read();
        await pause(shortestPollMs - (performance.now() - began), signal);
      } catch (error) {
        if (signal.aborted) return;
        failures++;
        noteOnce(`The configuration is not reached: ${(error as Error).message}`);
        await pause(backOff(failures, firstPause, longestPause), signal);
      }
    }
  }

  async #once(index: number) {
    const { labels, exact } = this.#dimensions[index]!;
    const seconds = this.#settings.pollSeconds;
    const query = new URLSearchParams(labels.map(([key, value]) => ["label", `${key}:${value}`]));
    query.set("revision", String(this.#revisions[index]));
    if (exact) query.set("match", "exact");
    query.set("wait", `${Math.max(1, Math.round(seconds))}s`);
    const path = `/v1/${pathProject}/kie/kv?${query}`;
    const reply = await this.#client.ask(path, { timeoutMs: seconds * 2000 + 5000, signal: this.#stop.signal });
    if (reply.status === 304 || reply.status === 429) return;
    if (reply.status !== 200) throw new Error(`The engine answered ${reply.status}`);
    this.#revisions[index] = Number(reply.headers["x-kie-revision"] ?? -1);
    this.#take(index, entriesOf(documents.parse(reply.body).data ?? []));
  }

  /** The revision counts changes everywhere: most of them change nothing here. */
  #take(index: number, entries: ReadonlyMap<string, string>) {
    const before = this.#layers[index + 1]!;
    const same = before.size === entries.size && [...entries].every(([key, value]) => before.get(key) === value);
    if (same) return;
    this.#layers[index + 1] = entries;
    this.#changed(this.properties);
  }
}
