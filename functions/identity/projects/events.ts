import { z } from "zod";
import { defineEvent } from "../../kernel/event.ts";

/** There is a new project. */
export const projectCreated = defineEvent("identity/project.created", z.object({ projectId: z.string() }));
