import { Form, type FormInstance } from "antd";
import { useDeferredValue } from "react";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { GovernanceSpecInput } from "../generated/graphql.ts";
import { isAsked, type Kind, type Rule, ruleOf } from "./kinds.ts";
import { PreviewBox } from "./preview-box.tsx";
import type { Governed } from "./rule-fields.tsx";

export const Previewed = graphql(/* GraphQL */ `
  query PreviewGovernanceRule(
    $engineId: ID!
    $serviceId: ID!
    $kind: GovernanceKind!
    $ruleId: ID
    $spec: GovernanceSpecInput
  ) {
    governanceRulePreview(engineId: $engineId, serviceId: $serviceId, kind: $kind, ruleId: $ruleId, spec: $spec) {
      ...PreviewParts
    }
  }
`);

type Props = {
  form: FormInstance<Rule>;
  governed: Governed & { serviceId: string };
  kind: Kind;
  ruleId: string | undefined;
};

/** The exact keys that publishing would write, as soon as the rule is complete. */
export function Preview({ form, governed, kind, ruleId }: Props) {
  const entered = (Form.useWatch([], form) ?? {}) as Rule;
  const complete = kind.fields.every(
    (field) => !field.required || !isAsked(field, entered) || (entered[field.name] ?? "") !== "",
  );
  const spec = useDeferredValue(JSON.stringify(ruleOf(kind, entered)));
  const { engineId, serviceId } = governed;
  const variables = {
    engineId,
    serviceId,
    kind: kind.kind,
    ruleId: ruleId ?? null,
    spec: JSON.parse(spec) as GovernanceSpecInput,
  };
  const { data, problem } = useAsk(Previewed, variables, { pause: !complete });
  return <PreviewBox complete={complete} problem={problem} preview={data?.governanceRulePreview} />;
}
