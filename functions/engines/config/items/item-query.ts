import { exactFormat, hasOnly, labelFormat, type Labels, subsets } from "./labels.ts";

/** Which items somebody asks for: of one tenant, with exactly these labels or at least these (protocol §2.1). */
export type ItemQuery = { tenant: string; labels: Labels; exact: boolean };

/** Something that happens to items and that somebody may wait for. */
export type Topic = string;
const topic = (tenant: string, ...words: string[]): Topic => [tenant, ...words].join("\n");

export const isGlobal = (labels: Labels) => hasOnly(labels, "environment");
const environmentOf = (labels: Labels) => labels["environment"] ?? "";

/**
 * Clients never ask for what is for everybody: it goes along with what they read of their application (protocol §2.6). Of one
 * environment, or of all when the query names none and is not exact, as the oldest clients do.
 */
export function globalsFor({ labels, exact }: ItemQuery): { environment: string | null } | null {
  if (!("app" in labels) || !hasOnly(labels, "app", "environment")) return null;
  return { environment: exact || "environment" in labels ? environmentOf(labels) : null };
}

/** Without labels there is nothing to be exact about. */
export const isExact = ({ labels, exact }: ItemQuery) => exact && Object.keys(labels).length > 0;

/**
 * What is to be looked for, strongest first. Go Chassis says `appId` and `serviceName`, and asks for a service and its version
 * at once: it gets what is kept under exactly these labels, and what the protocol's own labels name.
 */
export function meaningsOf(query: ItemQuery): ItemQuery[] {
  const { appId: app, serviceName: service, version, ...rest } = query.labels;
  if (!isExact(query) || app === undefined || "app" in rest) return [query];
  const mean = (labels: Labels): ItemQuery => ({ ...query, labels: { ...rest, app, ...labels } });
  if (service === undefined) return [query, mean({})];
  return [query, ...(version === undefined ? [] : [mean({ service, version })]), mean({ service })];
}

/** What a query waits for. */
export const topicsOf = (query: ItemQuery): Topic[] => meaningsOf(query).flatMap(topicsOfOne);

function topicsOfOne(query: ItemQuery): Topic[] {
  const { tenant, labels } = query;
  const own = isExact(query)
    ? topic(tenant, "exactly", exactFormat(labels))
    : topic(tenant, "with", labelFormat(labels));
  const globals = globalsFor(query);
  return globals ? [own, topic(tenant, "global", globals.environment ?? "*")] : [own];
}

/** What a change of an item with these labels means to those who wait. */
export const topicsOfChange = ({ tenant, labels }: Pick<ItemQuery, "tenant" | "labels">): Topic[] => [
  topic(tenant, "exactly", exactFormat(labels)),
  ...subsets(labels).map((set) => topic(tenant, "with", set)),
  ...(isGlobal(labels) ? [topic(tenant, "global", environmentOf(labels)), topic(tenant, "global", "*")] : []),
];
