import { z } from "zod";
import { defineEvent } from "../../kernel/event.ts";

export const backupRequested = defineEvent(
  "engines/backup.requested",
  z.object({ backupId: z.string(), engineId: z.string() }),
);

export const restoreRequested = defineEvent(
  "engines/restore.requested",
  z.object({ operationId: z.string(), engineId: z.string() }),
);

/** Backups whose rows are gone, with how many parts of each lie in object storage. */
export const backupsForgotten = defineEvent(
  "engines/backups.forgotten",
  z.object({ backups: z.array(z.object({ id: z.string(), engineId: z.string(), parts: z.int() })) }),
);
