import { createHash } from "node:crypto";

/** By what a service is known to others: versions of one service differ in the last only. */
export type ServiceKey = {
  tenant: string;
  environment: string;
  appId: string;
  serviceName: string;
  version: string;
};

const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");

/** The versions of a service share this; none of the parts of a service that exists holds a line break. */
export const nameKeyOf = ({ tenant, environment, appId, serviceName }: Omit<ServiceKey, "version">) =>
  `${tenant}\n${environment}\n${appId}\n${serviceName}`;

/** Always the same for the same service, so that one which comes back is known to those who remember it. */
export const serviceIdOf = (key: ServiceKey) => sha1(`${nameKeyOf(key)}\n${key.version}`);

/** The key of the entry of an instance. */
export const instanceKeyOf = (serviceId: string, instanceId: string) => `${serviceId}/${instanceId}`;

/** The key of the entry of a contract, and of its text. */
export const schemaKeyOf = (serviceId: string, schemaId: string) => `${serviceId}/${schemaId}`;
