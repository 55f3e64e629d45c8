import type { EngineRolePermissionInput } from "../../generated/graphql.ts";

export const thingTypes = ["account", "role", "service", "service/schema", "governance", "config", "ops"] as const;
export const verbs = ["get", "create", "update", "delete", "*"] as const;
export type Verb = (typeof verbs)[number];

/** As clients of the engine give it (protocol §1.9). */
export type Permission = {
  resources: { type: string; labels?: { environment?: string; appId?: string; serviceName?: string } }[];
  verbs: Verb[];
};
/** A row of the form: some sorts of things, all narrowed to the same. */
export type Row = { types: string[]; verbs: Verb[]; environment?: string; application?: string; service?: string };

/** What is narrowed in different ways stands in different rows. */
export const rowsOf = (permissions: readonly Permission[]): Row[] =>
  permissions.flatMap(({ resources, verbs: may }) => {
    const alike = Map.groupBy(resources, ({ labels = {} }) =>
      JSON.stringify([labels.environment, labels.appId, labels.serviceName]),
    );
    return [...alike.values()].map((some) => {
      const { environment, appId, serviceName } = some[0]?.labels ?? {};
      return { types: some.map(({ type }) => type), verbs: may, environment, application: appId, service: serviceName };
    });
  });

export const permissionsOf = (rows: readonly Row[]): EngineRolePermissionInput[] =>
  rows.map(({ types, verbs: may, environment, application, service }) => {
    const narrowed = Object.entries({ environment, appId: application, serviceName: service }).filter(([, one]) => one);
    const labels = narrowed.length > 0 ? Object.fromEntries(narrowed) : null;
    return { resources: types.map((type) => ({ type, labels })), verbs: may.includes("*") ? ["*"] : may };
  });
