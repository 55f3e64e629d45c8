import { randomBytes } from "node:crypto";
import type { Ctx } from "../../kernel/context.ts";

const place = "known device";
type Device = { mark: string; account: string; user: string };

/** What a browser keeps after a sign-in, so that wrong passwords of strangers do not lock it out. It opens nothing by itself. */
export const rememberDevice = ({ secrets }: Pick<Ctx, "secrets">, { account, user }: Omit<Device, "mark">): string =>
  secrets.seal(JSON.stringify({ mark: randomBytes(12).toString("base64url"), account, user } satisfies Device), place);

/** The mark of a browser that this user signed in with before; null for any other text. */
export function recogniseDevice(
  { secrets }: Pick<Ctx, "secrets">,
  text: string | null,
  { account, user }: Omit<Device, "mark">,
): string | null {
  if (!text || text.length > 1024) return null;
  try {
    const device = JSON.parse(secrets.open(text, place)) as Device;
    return device.account === account && device.user === user ? device.mark : null;
  } catch {
    return null;
  }
}
