import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { GovernanceKindsQuery, ServiceFramework } from "../generated/graphql.ts";

const Kinds = graphql(/* GraphQL */ `
  query GovernanceKinds($engineId: ID!) {
    governanceKinds(engineId: $engineId) {
      kind
      governs
      methods
      title {
        en
        zh
      }
      fields {
        name
        kind
        description
        required
        min
        max
        unit
        default
        label {
          en
          zh
        }
        choices {
          value
          label {
            en
            zh
          }
        }
        when {
          field
          is
        }
      }
      prerequisites {
        frameworks
        setting
        text {
          en
          zh
        }
      }
    }
  }
`);
export type Kind = GovernanceKindsQuery["governanceKinds"][number];
export type Field = Kind["fields"][number];
type Words = { en: string; zh: string };

/** Names are the same in every language. */
const frameworkNames: Record<ServiceFramework, string> = {
  java_chassis_2: "Java Chassis 2",
  java_chassis_3: "Java Chassis 3",
  spring_cloud_huawei: "Spring Cloud Huawei",
  go_chassis: "Go Chassis",
};
export const namesOf = (frameworks: ServiceFramework[]): string =>
  frameworks.map((one) => frameworkNames[one]).join(", ");

/** The kinds of rules, as the server describes them (GOV-01). */
export const useKinds = (engineId: string) => useAsk(Kinds, { engineId });

/** What the server says in both languages, in the viewer's. */
export function useSaid(): (words: Words) => string {
  const { i18n } = useTranslation();
  return ({ en, zh }) => (i18n.language === "en" ? en : zh);
}

export type Rule = Record<string, unknown>;
const asText = (value: unknown) => (value === undefined || value === null ? "" : String(value));

/** Whether a field is asked for, by what was entered elsewhere. */
export const isAsked = ({ when }: Field, rule: Rule): boolean =>
  when == null || when.is.includes(asText(rule[when.field]));

/** What a new rule begins with. */
export const defaultsOf = ({ fields }: Kind): Rule =>
  Object.fromEntries(
    fields.map((field) => {
      if (field.kind === "switch") return [field.name, field.default === "true"];
      const chosen = field.default ?? (field.kind === "choice" ? field.choices[0]?.value : undefined);
      return [field.name, field.kind === "integer" && chosen != null ? Number(chosen) : chosen];
    }),
  );

/** Only what is asked for, and nothing that was left empty. */
export const ruleOf = ({ fields }: Kind, entered: Rule): Rule =>
  Object.fromEntries(
    fields
      .filter((field) => isAsked(field, entered))
      .map(({ name }) => [name, entered[name]])
      .filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
