import { z } from "zod";
import { versionText } from "../../engines/index.ts";
import { invalid } from "../../kernel/errors.ts";

export const operators = ["=", "!=", ">", "<", ">=", "<=", "~"] as const;
/** The same where an operator must be a word. */
export const operatorNames = {
  equal: "=",
  not_equal: "!=",
  greater: ">",
  less: "<",
  greater_or_equal: ">=",
  less_or_equal: "<=",
  like: "~",
} as const;
export type OperatorName = keyof typeof operatorNames;

const version = versionText.describe("A version; it need not be registered yet");
const versions = z
  .array(version)
  .min(1)
  .max(20)
  .refine((all) => new Set(all).size === all.length, "A version is named twice");

const byWeight = z.strictObject({
  by: z.literal("weight"),
  weights: z
    .array(
      z.strictObject({
        version,
        weight: z.int().min(0).max(100).describe("How many of a hundred requests go to it"),
      }),
    )
    .min(1)
    .max(20)
    .refine((all) => all.reduce((sum, { weight }) => sum + weight, 0) === 100, "The weights must sum to 100")
    .refine((all) => new Set(all.map((one) => one.version)).size === all.length, "A version is named twice")
    .describe("The versions, with weights that sum to 100"),
});

const byCondition = z.strictObject({
  by: z.literal("condition"),
  join: z.enum(["and", "or"]).default("and").describe("Whether all conditions must hold, or any"),
  conditions: z
    .array(
      z.strictObject({
        parameter: z
          .string()
          .min(1)
          .max(128)
          .regex(/^[^\s=!<>~&|,]+$/)
          .describe("A parameter, as the contract names it"),
        operator: z
          .enum(Object.keys(operatorNames) as [OperatorName, ...OperatorName[]])
          .describe("How it is compared"),
        value: z.string().min(1).max(256).describe("With like, * stands for any characters and ? for one"),
      }),
    )
    .min(1)
    .max(20)
    .describe("What requests must say"),
  versions: versions.describe("The versions that serve these requests"),
});

/** BEY-11. */
const byLane = z.strictObject({
  by: z.literal("lane"),
  lane: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, "Letters, digits, _ and -")
    .describe("Requests that name it go to instances whose property `lane` is this, all others to those without"),
});

export const graySpec = z.discriminatedUnion("by", [byWeight, byCondition, byLane]);
export type GraySpec = z.output<typeof graySpec>;
export type Condition = z.output<typeof byCondition>["conditions"][number];

export type GrayRule = { id: string; name: string; priority: number; spec: GraySpec };

const { conditions, join } = byCondition.shape;
/** The fields of all three, as the doors show them; `by` then says which belong together. */
export const anyGraySpec = z
  .strictObject({
    by: z
      .enum(["weight", "condition", "lane"])
      .describe("Whether traffic is divided by weight, by what requests say, or by the lane that they name"),
    weights: byWeight.shape.weights.optional(),
    conditions: conditions.optional(),
    join: join.unwrap().optional().describe("Whether all conditions must hold, or any; all when it is left out"),
    versions: byCondition.shape.versions.optional(),
    lane: byLane.shape.lane.optional(),
  })
  .meta({ id: "GrayRuleSpecInput", description: "Which requests go to which versions" });

/** The rule as it is understood. */
export function readGraySpec(given: z.output<typeof anyGraySpec>): GraySpec {
  const parsed = graySpec.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(["spec", ...issue!.path].join("."), issue!.message);
}
