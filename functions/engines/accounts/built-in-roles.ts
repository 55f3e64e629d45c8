/** Resource types of the protocol (protocol §1.9). */
export const resourceTypes = ["account", "role", "service", "service/schema", "governance", "config", "ops"] as const;
export type ResourceType = (typeof resourceTypes)[number];
export const verbs = ["get", "create", "update", "delete", "*"] as const;

export type Permission = {
  resources: { type: ResourceType; labels?: { environment?: string; appId?: string; serviceName?: string } }[];
  verbs: (typeof verbs)[number][];
};
export type Role = { name: string; perms: Permission[] };

const everything = (types: readonly ResourceType[]): Permission[] => [
  { resources: types.map((type) => ({ type })), verbs: ["*"] },
];

/** Every engine with accounts has these; nobody changes or deletes them. */
export const builtInRoles: Record<"admin" | "developer", Role> = {
  admin: { name: "admin", perms: everything(resourceTypes) },
  developer: { name: "developer", perms: everything(["service", "service/schema", "governance", "config", "ops"]) },
};
