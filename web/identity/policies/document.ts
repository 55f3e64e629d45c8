import type { PolicyStatementConditionOperator, PolicyStatementInput } from "../../generated/graphql.ts";

/** A policy as it is written (IAM-11). */
export type PolicyDocument = {
  Version: "1.1";
  Statement: {
    Effect: "Allow" | "Deny";
    Action: string[];
    Resource?: string[];
    Condition?: Record<string, Record<string, string[]>>;
  }[];
};
export type Statement = PolicyStatementInput;

export const emptyStatement: Statement = { effect: "Allow", actions: [], resources: null, conditions: [] };

/** What one begins with in the JSON editor (IAM-10). */
export const template: PolicyDocument = {
  Version: "1.1",
  Statement: [{ Effect: "Allow", Action: ["servicestage:app:get", "servicestage:app:list"] }],
};

export const inJson = (document: unknown): string => JSON.stringify(document, null, 2);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

/** Whether a text is a policy, in its shape; what it may say is decided by the server. */
export function readDocument(text: string): PolicyDocument | null {
  try {
    const { Version, Statement } = JSON.parse(text) as PolicyDocument;
    const good =
      Version === "1.1" &&
      Array.isArray(Statement) &&
      Statement.every(({ Effect, Action }) => (Effect === "Allow" || Effect === "Deny") && isTexts(Action));
    return good ? { Version, Statement } : null;
  } catch {
    return null;
  }
}

/** The same as the visual editor shows it. */
export const statementsOf = ({ Statement }: PolicyDocument): Statement[] =>
  Statement.map(({ Effect, Action, Resource, Condition = {} }) => ({
    effect: Effect,
    actions: Action,
    resources: Resource ?? null,
    conditions: Object.entries(Condition).flatMap(([operator, compared]) =>
      Object.entries(compared).map(([key, values]) => ({
        operator: operator as PolicyStatementConditionOperator,
        key,
        values,
      })),
    ),
  }));

/** Whether there is enough in it to be asked about. */
export const isComplete = ({ actions, resources, conditions }: Statement): boolean =>
  actions.length > 0 &&
  resources?.length !== 0 &&
  (conditions ?? []).every(({ key, operator, values }) => key !== "" && Boolean(operator) && values.length > 0);
