import { rotateSigningKeyWhenDue } from "@flyloft/functions/identity";
import { resealEverything } from "@flyloft/functions/kernel";
import type { Schedule } from "./steps.ts";

/** Keys are followed by others in time, and what is sealed under an old key of `SECRET_KEYS` is sealed under the current one. */
export const renewKeys: Schedule = {
  id: "renew-keys",
  cron: "23 * * * *",
  async run(ctx, step) {
    await step.run("signing key", () => rotateSigningKeyWhenDue(ctx));
    await step.run("sealed texts", async () => {
      const { resealed, failed } = await resealEverything(ctx);
      if (failed.length > 0) throw new Error(`Cannot be opened with any of SECRET_KEYS: ${failed.join(", ")}`);
      return resealed;
    });
  },
};
