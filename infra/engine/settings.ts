import { defaultEngineLimits, type EngineLimits } from "@flyloft/functions/engines";
import { z } from "zod";

const several = z.number().positive().max(1_000_000);
/** What is said replaces the default of its name. */
const limitsOver = (defaults: EngineLimits) =>
  z
    .strictObject({
      heartbeatSeconds: several,
      heartbeatsPerSecond: several,
      discoverySeconds: several,
      registrationsPerSecond: several,
    })
    .partial()
    .default({})
    .transform((said) => ({ ...defaults, ...said }));
const limits = z.strictObject({
  professional: limitsOver(defaultEngineLimits.professional),
  exclusive: limitsOver(defaultEngineLimits.exclusive),
});

function asJson(text: string, ctx: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    ctx.addIssue({ code: "custom", message: "This is not JSON" });
    return z.NEVER;
  }
}

export const engineLimits = z.string().default("{}").transform(asJson).pipe(limits);

const EngineEnv = z.object({
  DATABASE_URL: z.string().min(1),
  /** `id:base64` of 32 bytes, the newest first; see `kernel/secrets.ts`. */
  SECRET_KEYS: z.string().min(1),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).default(4),
  /** Where it listens, also for the private addresses of engines. */
  HOST: z.string().default("127.0.0.1"),
  HOST_IPV6: z.string().optional(),
  /** The port of the engines of the professional edition. */
  PORT: z.coerce.number().int().default(30_100),
  /** Where clients reach those, when something stands in front. */
  ENGINE_URL: z.url().optional(),
  /** Where it listens for public IPs that are translated to this machine; without it they are its own. */
  ENGINE_PUBLIC_HOST: z.string().optional(),
  /** Its name among those that serve engines; without it the machine's. */
  ENGINE_HOST_ID: z.string().max(64).optional(),
  /** The project of requests without credentials, by id, or `first`; without it they are refused. */
  ENGINE_ANONYMOUS_PROJECT: z.string().optional(),
  /** JSON by edition, such as `{ "exclusive": { "registrationsPerSecond": 500 } }`; replaces single limits of LIM-07 to LIM-13. */
  ENGINE_LIMITS: engineLimits,
});

export function readEngineEnv(raw: Record<string, unknown>): z.output<typeof EngineEnv> {
  const text = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ""));
  const parsed = EngineEnv.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Error(`The configuration is not usable:\n${z.prettifyError(parsed.error)}`);
}
