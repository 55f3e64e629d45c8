import { giveProfessionalEngine } from "@flyloft/functions/engines";
import { projectCreated } from "@flyloft/functions/identity";
import { asSystem, defineWorkflow } from "../steps.ts";

/** ENG-02: every project has the shared engine. */
export const giveEngine = defineWorkflow({
  id: "give-engine",
  on: projectCreated,
  async run(ctx, { projectId }, step) {
    const { accountId } = ctx.actor;
    await step.run("give", () => giveProfessionalEngine(asSystem(ctx, { accountId, projectId }), { projectId }));
  },
});
