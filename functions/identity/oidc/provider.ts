import { z } from "zod";

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The operator names providers, nobody else does; what they name is reached by https, or on the same machine. */
export const isSafeUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return username === "" && (protocol === "https:" || (protocol === "http:" && loopback.test(hostname)));
};
const safeUrl = z.string().refine(isSafeUrl, "An https address");

export const openIdProvider = z.object({
  /** Names it in addresses. */
  id: z.string().regex(/^[a-z0-9-]{1,32}$/),
  /** What people call it. */
  name: z.string().min(1).max(64),
  /** The account whose users sign in there. */
  account: z.string().min(1),
  issuer: safeUrl,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  scopes: z.array(z.string()).default(["openid", "profile", "email"]),
  /** Whether those who are not known yet become users, without any right of their own. */
  createUsers: z.boolean().default(false),
  /** The claim that becomes the user name. */
  nameClaim: z.string().default("preferred_username"),
  /** The claim that lists groups, and which of its values mean which of the account's groups. */
  groupsClaim: z.string().default("groups"),
  groups: z.record(z.string(), z.string()).default({}),
});
export type OpenIdProvider = z.output<typeof openIdProvider>;

/** Reads the operator's list; throws for one that cannot be used. */
export const readProviders = (json: string): OpenIdProvider[] => z.array(openIdProvider).parse(JSON.parse(json));
