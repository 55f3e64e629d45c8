import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AgentEvent } from "@flyloft/functions/agents/protocol";

const mostWaiting = 5000;

/** Events that the control plane has not confirmed yet. They are on disk before they are told, so a killed agent loses none. */
export class EventQueue {
  readonly #file: string;
  #waiting: AgentEvent[] = [];

  constructor(home: string) {
    this.#file = join(home, "state", "events.jsonl");
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
    this.#waiting = readLines(this.#file);
  }

  add(event: Pick<AgentEvent, "workloadId" | "replicaId" | "type" | "reason" | "message">) {
    const whole = { ...event, message: event.message.slice(0, 2000), id: randomUUID(), at: new Date().toISOString() };
    this.#waiting.push(whole);
    try {
      appendFileSync(this.#file, `${JSON.stringify(whole)}\n`, { mode: 0o600 });
    } catch {
      // A full disk: the event is still told, as long as the agent lives.
    }
    if (this.#waiting.length > mostWaiting) this.confirm(this.#waiting.slice(0, mostWaiting / 10));
  }

  first(count: number): AgentEvent[] {
    return this.#waiting.slice(0, count);
  }

  /** Forgets events that were recorded over there. */
  confirm(events: AgentEvent[]) {
    if (events.length === 0) return;
    const done = new Set(events.map(({ id }) => id));
    this.#waiting = this.#waiting.filter(({ id }) => !done.has(id));
    try {
      writeFileSync(`${this.#file}.new`, this.#waiting.map((event) => `${JSON.stringify(event)}\n`).join(""), {
        mode: 0o600,
      });
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // At worst they are sent again after a restart, and recognised by their ids.
    }
  }
}

function readLines(file: string): AgentEvent[] {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line) => {
        try {
          return [JSON.parse(line) as AgentEvent];
        } catch {
          return [];
        }
      });
  } catch {
    return [];
  }
}
