import { hostname, loadavg } from "node:os";
import { noteOnce } from "../../agent/journal.ts";
import { pause } from "../../agent/time.ts";
import { type EngineClient, pathProject } from "../engine/client.ts";
import type { Registration } from "../engine/registration.ts";
import type { Settings } from "../settings.ts";
import type { Breakers } from "../guards/breakers.ts";
import type { Metrics } from "./metrics.ts";
import { type Figures, MetricsWindow } from "./window.ts";

/** One operation in the words of the dashboard (protocol §5). */
export function interfaceInfo(name: string, figures: Figures, seconds: number, open: boolean) {
  const { total, failure, latency, percentiles, shortCircuited, rejected, timeouts } = figures;
  return {
    name,
    desc: name,
    qps: round(total / seconds),
    latency: round(latency),
    ...Object.fromEntries(Object.entries(percentiles).map(([key, value]) => [key, round(value)])),
    rate: total === 0 ? 1 : round((total - failure) / total),
    failureRate: total === 0 ? 0 : round(failure / total),
    total,
    circuitBreakerOpen: open,
    failure,
    shortCircuited,
    semaphoreRejected: rejected,
    threadPoolRejected: 0,
    countTimeout: timeouts,
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Sends what happened to the dashboard, every interval; a window that could not be sent is lost, as the SDKs do. */
export class Reporter {
  readonly #client: EngineClient;
  readonly #settings: Settings;
  readonly #registration: Registration;
  readonly #metrics: Metrics;
  readonly #breakers: Breakers;
  readonly #stop = new AbortController();
  #processor = process.cpuUsage();

  constructor(
    client: EngineClient,
    settings: Settings,
    registration: Registration,
    metrics: Metrics,
    breakers: Breakers,
  ) {
    this.#client = client;
    this.#settings = settings;
    this.#registration = registration;
    this.#metrics = metrics;
    this.#breakers = breakers;
  }

  stop() {
    this.#stop.abort();
  }

  async follow() {
    const { signal } = this.#stop;
    await this.#registration.registered();
    for (let began = performance.now(); !signal.aborted;) {
      await pause(this.#settings.reportSeconds * 1000, signal);
      const now = performance.now();
      await this.#send((now - began) / 1000).catch((error) =>
        noteOnce(`The dashboard is not reached: ${error.message}`),
      );
      began = now;
    }
  }

  async #send(seconds: number) {
    const { service } = this.#settings;
    const body = this.#body(seconds);
    if (!body) return;
    const path = `/v2/${pathProject}/csemonitor/metric?service=${encodeURIComponent(service)}`;
    const { status } = await this.#client.ask(path, { method: "POST", body });
    if (status !== 200) noteOnce(`The dashboard answered ${status}`);
  }

  #body(seconds: number) {
    const identity = this.#registration.identity;
    if (!identity) return null;
    const { application, version, service, environment } = this.#settings;
    const { heapTotal, heapUsed, rss, external } = process.memoryUsage();
    const { user, system } = process.cpuUsage(this.#processor);
    this.#processor = process.cpuUsage();
    return {
      appId: application,
      version,
      name: service,
      ...identity,
      environment,
      instance: hostname(),
      threadCount: 1,
      cpu: round((user + system) / 1e6 / Math.max(seconds, 0.001)),
      loadAverage: loadavg()[0] ?? 0,
      uptime: Math.round(process.uptime() * 1000),
      memory: {
        heapInit: heapTotal,
        headMax: heapTotal,
        heapCommit: heapTotal,
        heapUsed,
        nonHeapInit: 0,
        nonHeapCommit: rss - heapTotal,
        nonHeapUsed: external,
      },
      interfaces: this.#interfaces(seconds),
    };
  }

  /** What was called, and what cannot be called because its circuit is open. */
  #interfaces(seconds: number) {
    const states = this.#breakers.states(performance.now());
    const isOpen = (name: string) => (states.get(name) ?? "closed") !== "closed";
    const figures = this.#metrics.take();
    for (const name of states.keys())
      if (isOpen(name) && name.startsWith("Consumer.") && !figures.has(name))
        figures.set(name, new MetricsWindow().take());
    return [...figures].map(([name, one]) => interfaceInfo(name, one, seconds, isOpen(name)));
  }
}
