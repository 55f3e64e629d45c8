import type { ApiToken } from "@flyloft/db";
import type { Statement } from "../../kernel/policy.ts";

/** What a token may do at most, of all that its owner may. */
export const boundaryOf = (
  { id, name, actions, resources }: Pick<ApiToken, "id" | "name" | "actions" | "resources">,
  accountId: string,
): Statement[] => [
  {
    effect: "Allow",
    action: actions,
    resource: resources,
    on: `account/${accountId}`,
    source: `token ${name} (${id})`,
  },
];
