import { useDeferredValue } from "react";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { GrayRuleSpecInput } from "../../generated/graphql.ts";
import { PreviewBox } from "../preview-box.tsx";
import type { GrayService } from "./gray-list.tsx";
import { isComplete, type Spec, specOf } from "./spec.ts";

const Previewed = graphql(/* GraphQL */ `
  query PreviewGrayRule(
    $engineId: ID!
    $serviceId: ID!
    $ruleId: ID
    $name: String
    $priority: Int
    $spec: GrayRuleSpecInput
  ) {
    grayRulePreview(
      engineId: $engineId
      serviceId: $serviceId
      ruleId: $ruleId
      name: $name
      priority: $priority
      spec: $spec
    ) {
      ...PreviewParts
    }
  }
`);

type Props = {
  governed: GrayService;
  ruleId?: string;
  name?: string;
  priority?: number | null;
  /** What the rule would say; null for its deletion. */
  spec: Spec | null;
};

/** The exact key that all gray rules of the microservice become, as soon as this one is complete. */
export function GrayPreview({ governed, ruleId, name, priority, spec }: Props) {
  const complete = spec === null || isComplete(spec);
  const { engineId, serviceId } = governed;
  const said = useDeferredValue(JSON.stringify(spec && complete ? specOf(spec) : null));
  const variables = {
    engineId,
    serviceId,
    ruleId: ruleId ?? null,
    name: name || null,
    priority: priority ?? null,
    spec: JSON.parse(said) as GrayRuleSpecInput | null,
  };
  const asked = useAsk(Previewed, variables, { pause: !complete });
  return <PreviewBox complete={complete} problem={asked.problem} preview={asked.data?.grayRulePreview} />;
}
