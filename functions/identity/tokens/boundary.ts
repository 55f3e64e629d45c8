import type { ApiToken } from "@flyloft/db";
import type { Statement } from "../../kernel/policy.ts";

/** What a token may do at most, of all that its owner may. */
export const boundaryOf = ({
  id,
  name,
  projectId,
  actions,
  resources,
}: Pick<ApiToken, "id" | "name" | "projectId" | "actions" | "resources">): Statement[] => [
  {
    effect: "Allow",
    action: actions,
    resource: resources,
    on: `project/${projectId}`,
    source: `token ${name} (${id})`,
  },
];
