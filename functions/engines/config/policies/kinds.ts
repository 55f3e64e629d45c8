import { z } from "zod";

const whole = z.int().min(0);
const text = z.string().min(1);
const given = z.unknown().refine((value) => value !== undefined && value !== null, "It is needed");

const match = z.looseObject({
  name: text,
  apiPath: z
    .record(z.string(), z.unknown())
    .refine((path) => Object.keys(path).length > 0, "A condition is needed")
    .optional(),
  headers: z.record(z.string(), z.unknown()).optional(),
  method: z
    .array(z.enum(["GET", "POST", "DELETE", "PUT", "PATCH"]))
    .min(1)
    .optional(),
});

/** Which requests are meant; policies of its name say what happens to them. */
export const matchGroup = "match-group";
/** What a policy of each kind must say (protocol §3.5); more is kept as it comes. */
export const policyKinds = {
  [matchGroup]: z.looseObject({ alias: text, matches: z.array(match).min(1) }),
  retry: z.looseObject({ maxAttempts: given, retryOnSame: whole.optional() }),
  "rate-limiting": z.looseObject({ rate: given }),
  loadbalance: z.looseObject({ rule: text }),
  "circuit-breaker": z.looseObject({ minimumNumberOfCalls: whole }),
  "instance-isolation": z.looseObject({ minimumNumberOfCalls: given }),
  "fault-injection": z.looseObject({ percentage: z.number().min(0) }),
  bulkhead: z.looseObject({ maxConcurrentCalls: given }),
} as const;
export type PolicyKind = keyof typeof policyKinds;
export const policyKindNames = Object.keys(policyKinds) as PolicyKind[];

export const isPolicyKind = (text: string): text is PolicyKind => Object.hasOwn(policyKinds, text);

/** Keys of the items that hold policies of a kind begin like this. */
export const keysOf = (kind: PolicyKind) =>
  `servicecomb.${kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.`;
