import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { PolicyCatalogueQuery } from "../../generated/graphql.ts";

const Catalogue = graphql(/* GraphQL */ `
  query PolicyCatalogue {
    policyCatalogue {
      actions {
        action
        service
        resource
        operation
        dependsOn
        impliedBy
      }
      resourceKinds
      conditions {
        key
        operators
        wanted
      }
    }
  }
`);
export type Catalogue = PolicyCatalogueQuery["policyCatalogue"];
export type KnownAction = Catalogue["actions"][number];

/** What a policy can speak of (IAM-10). */
export const useCatalogue = () => useAsk(Catalogue, {});

/** Whether a pattern such as `cse:*:*` names an action. */
export function covers(pattern: string, action: string): boolean {
  const parts = action.split(":");
  return pattern.split(":").every((part, i) => part === "*" || part === parts[i]);
}

/** What the chosen actions need beside themselves, and which of them needs it (IAM-15). */
export function needed({ actions }: Catalogue, chosen: readonly string[]): Map<string, string> {
  const has = (action: string) => chosen.some((pattern) => covers(pattern, action));
  const found = new Map<string, string>();
  for (const { action, dependsOn } of actions) {
    if (!has(action)) continue;
    for (const one of dependsOn) if (!has(one) && !found.has(one)) found.set(one, action);
  }
  return found;
}
