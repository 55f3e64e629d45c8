import type { Engine } from "../engine.ts";
import { sign } from "../protocol/signature.ts";
import { send, type Answer, type Bounds, type Outgoing } from "./post.ts";

/** A request to an app under our key; refused with 401 no code has run, so it is made again under the fallback. */
export async function sendSigned({ signingKeys }: Engine, request: Outgoing, bounds: Bounds): Promise<Answer> {
  const [key = "", fallback] = signingKeys;
  const under = (one: string) =>
    send({ ...request, headers: { ...request.headers, "x-inngest-signature": sign(one, request.body ?? "") } }, bounds);
  const answer = await under(key);
  return answer.status === 401 && fallback !== undefined ? under(fallback) : answer;
}
