import { createHash } from "node:crypto";
import { createGraphQLError, type Plugin } from "graphql-yoga";
import type { Serving } from "./gateway.ts";

const most = 1000;
const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Documents by their SHA-256, as `extensions.persistedQuery` (Apollo's automatic persisted queries). Those who are signed in
 * bring a document once; then its digest will do, also in a GET. Kept in the memory of this process: who is answered
 * `PersistedQueryNotFound` sends the document along.
 */
export function persistedDocuments(): Plugin {
  const known = new Map<string, string>();
  return {
    onParams({ params, setParams, context }) {
      const asked = (params.extensions as { persistedQuery?: { sha256Hash?: unknown } } | undefined)?.persistedQuery;
      if (!asked) return;
      const hash = typeof asked.sha256Hash === "string" ? asked.sha256Hash.toLowerCase() : "";
      if (!params.query) {
        const query = known.get(hash);
        if (!query) throw createGraphQLError("PersistedQueryNotFound", { extensions: { code: "not_found" } });
        return setParams({ ...params, query });
      }
      if (digest(params.query) !== hash)
        throw createGraphQLError("The digest is not that of the document", { extensions: { code: "invalid" } });
      if ((context as unknown as Serving).ctx.actor.kind === "anonymous") return;
      if (known.size >= most) known.delete(known.keys().next().value!);
      known.set(hash, params.query);
    },
  };
}
