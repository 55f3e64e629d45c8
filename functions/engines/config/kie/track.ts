import type { PlaneCall } from "../../plane/call.ts";
import { json, type PlaneReply } from "../../plane/reply.ts";
import type { EngineMemory } from "../../store/memory.ts";
import { listOf } from "./document.ts";
import { itemPage } from "./item-filter.ts";

/** Who has read what, of those that name their session; as this copy has seen it. */
type Polling = { tenant: string; shown: Record<string, unknown> };
const kept = 1000;
const all = new WeakMap<EngineMemory, Map<string, Polling>>();
const brief = (text: string | null) => (text ?? "").slice(0, 256);

/** Remembers the latest answer to each list that a session reads (protocol §2.1). */
export function track(call: PlaneCall, revision: number) {
  const session = brief(call.header("x-session-id"));
  if (session === "") return;
  const asked = call.query.getAll("label").sort().join("&").slice(0, 1024);
  const polls = all.get(call.memory) ?? new Map<string, Polling>();
  all.set(call.memory, polls);
  const id = [call.tenant, session, call.path, asked].join("\n");
  polls.delete(id);
  polls.set(id, {
    tenant: call.tenant,
    shown: {
      session_id: session,
      session_group: brief(call.header("x-session-group")),
      polling_data: { revision: brief(call.query.get("revision")), wait: brief(call.query.get("wait")), labels: asked },
      revision: String(revision),
      ip: call.sourceIp ?? "",
      user_agent: brief(call.header("user-agent")),
      url_path: `${call.method} ${call.path}`,
      response_code: 200,
      timestamp: call.now().toISOString(),
    },
  });
  for (const oldest of polls.keys()) {
    if (polls.size <= kept) break;
    polls.delete(oldest);
  }
}

const filters = {
  sessionId: "session_id",
  sessionGroup: "session_group",
  revision: "revision",
  ip: "ip",
  urlPath: "url_path",
  userAgent: "user_agent",
} as const;

export function listPollings(call: PlaneCall): PlaneReply {
  const asked = Object.entries(filters).flatMap(([name, field]) => {
    const wanted = call.query.get(name);
    return wanted ? [[field, wanted] as const] : [];
  });
  const found = [...(all.get(call.memory)?.values() ?? [])]
    .filter(({ tenant, shown }) => tenant === call.tenant && asked.every(([field, wanted]) => shown[field] === wanted))
    .map(({ shown }) => shown)
    .reverse();
  const page = itemPage(call.query);
  return json(listOf(page ? found.slice(page.from, page.to) : found, found.length));
}
