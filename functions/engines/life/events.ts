import { z } from "zod";
import { defineEvent } from "../../kernel/event.ts";

/** Somebody wishes that an engine be changed. */
export const operationRequested = defineEvent(
  "engines/operation.requested",
  z.object({ operationId: z.string(), engineId: z.string() }),
);

/** A host has said something new of an engine that is being changed. */
export const engineObserved = defineEvent("engines/engine.observed", z.object({ engineId: z.string() }));
