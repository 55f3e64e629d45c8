import { hasOnly, type Labels } from "./labels.ts";

/**
 * Whom an item is for. Without anything but an environment: everybody there (GCF-01). Of an application alone: what all its
 * services read of gray release. The others are a service, and one of its versions (SVC-10).
 */
export type Scope = { environment: string; application?: string; service?: string; version?: string };

/** Environments as ServiceComb knows them (GCF-02). */
export const environmentNames = ["", "development", "testing", "acceptance", "production"] as const;

/** What the config centre calls the members of all and of an application. */
const globalMember = "application";
const applicationMember = "darklaunch";

/** The scope by which labels are meant; null for labels that only clients of the item protocol know. */
export function scopeOf(labels: Labels): Scope | null {
  if (!hasOnly(labels, "environment", "app", "service", "version")) return null;
  const { app, service, version, environment = "" } = labels;
  if (app === undefined) return service === undefined && version === undefined ? { environment } : null;
  if (service === undefined) return version === undefined ? { environment, application: app } : null;
  if (version === undefined) return { environment, application: app, service };
  return { environment, application: app, service, version };
}

/** The labels of a scope. The environment is named also when it is empty: some clients compare it (protocol §2.2). */
export const labelsOf = ({ environment, application, service, version }: Scope): Labels => ({
  ...(application === undefined ? {} : { app: application }),
  ...(service === undefined ? {} : { service }),
  ...(version === undefined ? {} : { version }),
  environment,
});

/** `service@application#version`, as consoles and the config centre write it; the environment goes beside it. */
export function memberOf({ application, service, version }: Scope): string {
  if (application === undefined) return globalMember;
  return `${service ?? applicationMember}@${application}${version === undefined ? "" : `#${version}`}`;
}

const written = /^([^@#=\p{C}]{1,160})@([^@#=\p{C}]{1,160})(?:#([^@#=\p{C}]{1,64}))?$/u;

/** Reads a scope as it is written; null when it is none. */
export function readScope(text: string, environment: string): Scope | null {
  if (text === globalMember) return { environment };
  const [, service, application, version] = written.exec(text) ?? [];
  if (service === undefined || application === undefined) return null;
  if (service === applicationMember) return version === undefined ? { environment, application } : null;
  return { environment, application, service, ...(version === undefined ? {} : { version }) };
}

/** Everything outside of the four names counts as no environment in the config centre (protocol §2.4). */
export const knownEnvironment = (name: string | null): string =>
  name !== null && (environmentNames as readonly string[]).includes(name) ? name : "";
