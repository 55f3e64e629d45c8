import type { IncomingMessage } from "node:http";
import type { Around } from "../around.ts";
import type { Reason } from "../forwarding/answers.ts";
import { mayCall } from "../policies/access-control.ts";
import type { Callers } from "../trust/callers.ts";
import { claimedCaller, tokenOf } from "../trust/context.ts";

export type Admission =
  | { admitted: true; caller: string }
  | { admitted: false; status: 401 | 403; reason: Reason; message: string };

/** Who calls the local service, and whether it may (GOV-19 to GOV-22). Without authentication a caller is who it says it is. */
export async function admission({ headers }: IncomingMessage, around: Around, callers: Callers): Promise<Admission> {
  const { authenticates, access } = around.rules();
  if (!authenticates) return { admitted: true, caller: claimedCaller(headers) };
  const caller = await callers.behind(tokenOf(headers));
  if (!caller) {
    const message = "The call carries no token that proves who sent it";
    return { admitted: false, status: 401, reason: "unauthenticated", message };
  }
  if (mayCall(access, caller)) return { admitted: true, caller: caller.serviceName };
  const message = `${caller.serviceName} may not call ${around.settings.service}`;
  return { admitted: false, status: 403, reason: "forbidden", message };
}
