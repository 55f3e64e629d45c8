import { z } from "zod";
import { DomainError } from "../../../kernel/errors.ts";
import { defineQuery } from "../../../kernel/verb.ts";
import { lineChanges, lineDifference } from "../items/line-difference.ts";
import { engineId, itemId } from "./fields.ts";
import { revisionsOf } from "./revisions-of.ts";

/** BEY-10. */
export const compareConfigurationRevisions = defineQuery({
  name: "compareConfigurationRevisions",
  title: "What differs between two revisions of a configuration item, line by line",
  action: "cse:config:get",
  input: z.object({
    engineId,
    itemId,
    from: z.int().describe("The earlier revision"),
    to: z.int().describe("The later revision"),
  }),
  on: ["engine", "engineId"],
  output: z.array(z.object({ change: z.enum(lineChanges), text: z.string() })),
  async run({ db }, { engineId, itemId, from, to }) {
    const revisions = await revisionsOf(db, engineId, itemId);
    const valueAt = (revision: number) => {
      const found = revisions.find(({ updateRevision }) => updateRevision === revision);
      if (!found) throw new DomainError("not_found", `There is no revision ${revision} of this item`);
      return found.value;
    };
    return lineDifference(valueAt(from), valueAt(to));
  },
});
