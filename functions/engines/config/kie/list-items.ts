import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { json, notModified, type PlaneReply } from "../../plane/reply.ts";
import { type ItemQuery, topicsOf } from "../items/item-query.ts";
import { ItemsPart } from "../items/items-part.ts";
import { labelFormat, type Labels } from "../items/labels.ts";
import { hearOf, waitForItems } from "../items/waiting-for-items.ts";
import { documentOf, listOf } from "./document.ts";
import { itemFilter, itemPage } from "./item-filter.ts";
import { readDuration } from "./read-duration.ts";
import { track } from "./track.ts";

const longestWait = 5 * 60_000;
const wrong = (message: string) => new PlaneError(planeCodes.invalid, message);

/**
 * Items by their labels (protocol §2.1). Somebody who knows the current revision already is told so, at once or, when it may
 * wait, with the first change that concerns it.
 */
export async function listItems(call: PlaneCall): Promise<PlaneReply> {
  const { query } = call;
  const asked = { tenant: call.tenant, labels: labelsIn(query), exact: query.get("match") === "exact" };
  // Refuses before anybody waits.
  const answer = answerTo(call, asked);
  const wait = waitIn(query);
  const known = revisionIn(query);
  if (known !== null) await hearOf(call, known);
  const revision = call.memory.part(ItemsPart).tally.revision;
  const upToDate = known === null ? wait !== null : known === revision;
  if (!upToDate) return answer();
  if (wait === null) return notModified();
  if (query.get("key")) throw wrong("No key is asked for while waiting");
  if (wait > longestWait) throw new PlaneError("400003", "Nobody waits longer than 5m");
  return (await waitForItems(call, topicsOf(asked), wait, call.signal)) === "news" ? answer() : notModified();
}

function answerTo(call: PlaneCall, asked: ItemQuery): () => PlaneReply {
  const filter = itemFilter(call.query);
  const page = itemPage(call.query);
  const items = call.memory.part(ItemsPart);
  const question = `kie\n${asked.tenant}\n${asked.exact}\n${labelFormat(asked.labels)}`;
  const body = () => {
    const found = items.find(asked);
    const wanted = filter ? found.filter(filter) : found;
    const shown = page ? wanted.slice(page.from, page.to) : wanted;
    return JSON.stringify(listOf(shown.map(documentOf), wanted.length));
  };
  return () => {
    const { revision } = items.tally;
    track(call, revision);
    const text = filter || page ? body() : items.ready(question, body);
    return { ...json(null, [["X-Kie-Revision", String(revision)]]), body: text };
  };
}

function labelsIn(query: URLSearchParams): Labels {
  const labels: Record<string, string> = {};
  for (const text of query.getAll("label")) {
    const [key = "", value, ...more] = text.split(":");
    if (key === "" || value === undefined || more.length > 0) throw wrong("A label is written name:value");
    labels[key] = value;
  }
  if (Object.keys(labels).length > 8) throw wrong("At most 8 labels");
  return labels;
}

function waitIn(query: URLSearchParams): number | null {
  const text = query.get("wait") ?? "";
  if (text === "") return null;
  const wait = readDuration(text);
  if (wait === null) throw wrong("wait is a number with a unit, such as 5s or 100ms, and at most 5m");
  return wait;
}

function revisionIn(query: URLSearchParams): number | null {
  const text = query.get("revision") ?? "";
  if (text === "") return null;
  if (!/^[+-]?\d{1,15}$/.test(text)) throw wrong("revision is a whole number");
  return Number(text);
}
