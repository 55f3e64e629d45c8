import type { PolicyDocument } from "@flyloft/db";
import type { Conditions, Statement } from "../../kernel/policy.ts";

type Held = {
  policy: { id: string; name: string; document: PolicyDocument };
  /** `account/id` or `project/id`. */
  on: string;
  group: { id: string; name: string } | null;
  /** In words, for whoever is refused. */
  by: string;
};

/** What a policy says, where and through whom it was given. */
export const statementsOf = ({ policy, on, group, by }: Held): Statement[] =>
  policy.document.Statement.map(({ Effect, Action, Resource, Condition }, statement) => ({
    effect: Effect,
    action: Action,
    resource: Resource ?? ["*"],
    ...(Condition && { condition: Condition as Conditions }),
    on,
    source: `policy ${policy.name}, ${by}`,
    origin: { policyId: policy.id, policy: policy.name, statement, group },
  }));
