import { embedded } from "./embedded.ts";
import { inngest } from "./inngest.ts";

/** Every kind of job engine there is. */
export const engines = { embedded, inngest } as const;
