import { z } from "zod";
import { words } from "../words.ts";
import type { Governed, Label } from "./define.ts";

const name = z
  .string()
  .min(1, "At least 1 character")
  .max(128, "At most 128 characters")
  .regex(/^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/, "Letters, digits, _ . - and a letter or digit at both ends");
const contractName = z
  .string()
  .min(1)
  .max(160)
  .regex(/^[^\s.]+$/, "No spaces and no dots");

/** Another microservice of the same environment. */
export const microservice = {
  microservice: name.describe("The other microservice"),
  application: z.string().min(1).max(160).optional().describe("Its application, where it is another one"),
};
/** The same, down to one of its methods. */
export const method = {
  ...microservice,
  schema: contractName.optional().describe("The contract that names the method; left out for all methods"),
  operation: contractName.optional().describe("The method, by its operation id in the contract"),
};
export type MicroserviceObject = { microservice: string; application?: string };
export type MethodObject = MicroserviceObject & { schema?: string; operation?: string };

/** A method is named by its contract and its operation together. */
export const wholeMethod = ({ schema, operation }: MethodObject) =>
  (schema === undefined) === (operation === undefined);
export const halfMethod = {
  path: ["operation"],
  error: "A method is named by its contract and its operation together",
};

/** How callers name the other service: with its application in front where that is not their own (protocol §7.4.16). */
export const peerOf = ({ application }: Governed, object: MicroserviceObject) =>
  object.application && object.application !== application
    ? `${object.application}:${object.microservice}`
    : object.microservice;

/** The other service and, where the rule is about one of them, its method: the middle of many keys. */
export const pathOfObject = (governed: Governed, object: MethodObject) =>
  [peerOf(governed, object), ...(object.schema ? [object.schema, object.operation!] : [])].join(".");

export const identityOf = ({ application = "", microservice: other, schema = "", operation = "" }: MethodObject) => [
  application,
  other,
  schema,
  operation,
];

export const labelsOfMicroservice: Record<string, Label> = {
  microservice: words("Microservice", "微服务"),
  application: words("Application", "应用"),
};
export const labelsOfMethod: Record<string, Label> = {
  ...labelsOfMicroservice,
  schema: words("Contract", "契约"),
  operation: words("Method", "方法"),
};
