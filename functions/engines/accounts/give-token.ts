import { z } from "zod";
import { passwordMatches } from "../../identity/password.ts";
import type { PlaneCall } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { json, type PlaneReply } from "../plane/reply.ts";
import { countAttempt, forgetAttempts } from "./locks.ts";
import { heldIn, readBody } from "./read-request.ts";
import { issueToken } from "./tokens.ts";

const minute = 60;
const [shortest, longest, usual] = [15 * minute, 24 * 60 * minute, 12 * 60 * minute];

/** As in `30m` or `12h`; in seconds. */
const lifetime = z
  .string()
  .regex(/^(\d{1,4}h)?(\d{1,5}m)?(\d{1,6}s)?$/)
  .transform((text) =>
    [...text.matchAll(/(\d+)([hms])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit as "h"], 0),
  )
  .refine((seconds) => seconds >= shortest && seconds <= longest, "From 15m to 24h");
const units = { h: 3600, m: minute, s: 1 };

const input = z.object({
  name: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
  tokenExpirationTime: lifetime.optional(),
});

/** Name and password for a token. */
export async function giveToken(call: PlaneCall): Promise<PlaneReply> {
  const { name, password, tokenExpirationTime = usual } = await readBody(call, input);
  await countAttempt(call, name, call.sourceIp);
  let account = heldIn(call.memory).accounts.get(name);
  if (!account) {
    await call.catchUp();
    account = heldIn(call.memory).accounts.get(name);
  }
  if (!(await passwordMatches(password, account?.passwordHash ?? null)) || !account || account.status !== "active")
    throw new PlaneError(planeCodes.wrongPassword, "Account name or password is wrong");
  await forgetAttempts(call, name, call.sourceIp);
  return json({ token: await issueToken(call, account, tokenExpirationTime) });
}
