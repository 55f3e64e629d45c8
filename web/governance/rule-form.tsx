import { Alert, Form } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { FormDialog } from "../layout/form-dialog.tsx";
import { defaultsOf, type Kind, namesOf, type Rule, ruleOf, useSaid } from "./kinds.ts";
import { Preview } from "./preview.tsx";
import { type Governed, RuleFields } from "./rule-fields.tsx";
import type { RuleRow } from "./rule-list.tsx";

const Create = graphql(/* GraphQL */ `
  mutation CreateGovernanceRule($input: CreateGovernanceRuleInput!) {
    createGovernanceRule(input: $input) {
      id
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateGovernanceRule($input: UpdateGovernanceRuleInput!) {
    updateGovernanceRule(input: $input) {
      id
    }
  }
`);

type Props = { governed: Governed & { serviceId: string }; kind: Kind; rule?: RuleRow; close: () => void };

/** A rule of any kind: the form follows the server's description, and beneath it is what would be published. */
export function RuleForm({ governed, kind, rule, close }: Props) {
  const { t } = useTranslation();
  const said = useSaid();
  const [create] = useCommand(Create);
  const [update] = useCommand(Update);
  const { engineId, serviceId } = governed;
  return (
    <FormDialog<Rule, object>
      title={t(rule ? "governance.editOf" : "governance.addOf", { kind: said(kind.title), service: governed.name })}
      verb={t("governance.publish")}
      width={760}
      initial={rule ? (rule.spec as Rule) : defaultsOf(kind)}
      run={(entered) => {
        const spec = ruleOf(kind, entered);
        return rule
          ? update({ input: { engineId, ruleId: rule.id, spec } })
          : create({ input: { engineId, serviceId, kind: kind.kind, spec } });
      }}
      close={close}
    >
      {(form) => (
        <>
          {kind.prerequisites.length > 0 && (
            <Form.Item>
              <Alert
                type="info"
                showIcon
                title={t("governance.prerequisites")}
                description={
                  <ul className="plain">
                    {kind.prerequisites.map(({ frameworks, text, setting }) => (
                      <li key={text.en}>
                        <span className="quiet">{namesOf(frameworks)}:</span> {said(text)}
                        {setting && <div className="mono">{setting}</div>}
                      </li>
                    ))}
                  </ul>
                }
              />
            </Form.Item>
          )}
          <RuleFields kind={kind} governed={governed} />
          <Preview form={form} governed={governed} kind={kind} ruleId={rule?.id} />
        </>
      )}
    </FormDialog>
  );
}
