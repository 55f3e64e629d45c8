import { canonical, isDict, type Dict } from "../protocol/canonical.ts";
import { limits } from "../protocol/limits.ts";

/** An event as it is stored: its internal id, what the producer called it, and its canonical text. */
export type StoredEvent = { iid: string; extId: string | null; name: string; body: string; value: Dict };

/** Why an event was not taken; answered with 400. */
export class EventRefused extends Error {
  override readonly name = "EventRefused";
}

const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2100, 0, 1);
// eslint-disable-next-line no-control-regex -- PostgreSQL's text takes every character but this one.
const nul = /\u0000/;

function shortText(value: unknown, what: string): string {
  if (typeof value !== "string" || value === "" || value.length > 255)
    throw new EventRefused(`${what} has 1 to 255 characters`);
  if (nul.test(value)) throw new EventRefused(`${what} contains a NUL character`);
  return value.toWellFormed();
}

/** Checks an event from outside and gives it its final form. Throws EventRefused. */
export function readEvent(raw: unknown, iid: string, nowMs: number): StoredEvent {
  if (!isDict(raw)) throw new EventRefused("an event is not an object");
  const name = shortText(raw.name, "an event's name");
  if (/^inngest\//i.test(name)) throw new EventRefused(`event names starting with inngest/ are reserved: ${name}`);
  const data = raw.data ?? {};
  if (!isDict(data)) throw new EventRefused("an event's data is not an object");
  const { _inngest: _reserved, ...clean } = data;
  const extId = raw.id === undefined || raw.id === null || raw.id === "" ? null : shortText(raw.id, "an event's id");
  return storedEvent(iid, extId, {
    name,
    data: clean,
    ts: readTime(raw.ts, nowMs),
    user: raw.user ?? {},
    v: raw.v,
    meta: raw.meta,
  });
}

function readTime(ts: unknown, nowMs: number): number {
  if (ts === undefined || ts === null || ts === 0) return nowMs;
  if (typeof ts !== "number" || !Number.isInteger(ts) || ts < earliest || ts > latest) {
    throw new EventRefused("an event's ts is not a time in milliseconds between 1980 and 2100");
  }
  return ts;
}

/** An event of the executor itself, or one already checked. Throws EventRefused when it is too large or too deep. */
export function storedEvent(iid: string, extId: string | null, value: Dict & { name: string }): StoredEvent {
  const body = bodyOf({ ...value, id: extId ?? iid });
  if (Buffer.byteLength(body) > limits.eventBytes)
    throw new EventRefused(`an event is larger than ${limits.eventBytes} bytes`);
  return { iid, extId, name: value.name, body, value: JSON.parse(body) as Dict };
}

function bodyOf(value: Dict): string {
  try {
    return canonical(value);
  } catch (error) {
    throw new EventRefused((error as Error).message);
  }
}
