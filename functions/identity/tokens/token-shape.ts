import { isIP } from "node:net";
import { z } from "zod";
import { actions as known } from "../../kernel/actions.ts";
import { thingKinds } from "../../kernel/authorize.ts";
import { kindOfId } from "../../kernel/ids.ts";
import { coversAction } from "../../kernel/policy.ts";

const part = "([a-z]+|\\*)";
const action = z
  .string()
  .regex(new RegExp(`^${part}:${part}:${part}$`), "Write service:resource:operation, each a name or *")
  .refine((text) => Object.keys(known).some((one) => coversAction(text, one)), "There is no such action");

const isResource = (text: string) => {
  const [kind = "", id = "", ...rest] = text.split("/");
  const named = (thingKinds as string[]).includes(kind) && rest.length === 0;
  return text === "*" || (named && (id === "*" || kindOfId(id) === kind));
};
const resource = z
  .string()
  .max(128)
  .refine(isResource, `* or a kind and the id of one, such as application/*; kinds: ${thingKinds.join(", ")}`);

const isRange = (text: string) => {
  const [address = "", bits, ...rest] = text.split("/");
  const most = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
};
const range = z.string().max(64).refine(isRange, "An address or a range such as 10.0.0.0/8");

const lists = {
  actions: z.array(action).min(1).max(100).describe("What it may do at most, such as servicestage:app:get"),
  resources: z
    .array(resource)
    .min(1)
    .max(100)
    .default(["*"])
    .describe("On what, such as application/*; * for everything"),
  addresses: z.array(range).min(1).max(50).optional().describe("From where it may be used; anywhere when left out"),
};

/** BEY-02: what a token is made of. */
export const tokenFields = {
  name: z.string().trim().min(1).max(64).describe("What it is for"),
  ...lists,
  expiresAt: z.iso.datetime({ offset: true }).describe("When it ends, within a year"),
  requestsPerMinute: z
    .int()
    .min(1)
    .max(60_000)
    .optional()
    .describe("How often it may be used; not limited when left out"),
};

export const tokenShape = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string(),
  projectId: z.string(),
  parentId: z.string().nullable(),
  actions: z.array(z.string()),
  resources: z.array(z.string()),
  addresses: z.array(z.string()).nullable(),
  requestsPerMinute: z.int().nullable(),
  expiresAt: z.date(),
  revokedAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
  createdAt: z.date(),
});
