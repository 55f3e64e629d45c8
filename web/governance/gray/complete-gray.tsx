import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ChoiceCards } from "../../layout/choice-cards.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import type { GrayRule, GrayService } from "./gray-list.tsx";
import { GrayPreview } from "./gray-preview.tsx";
import { type Spec, versionsOf } from "./spec.ts";

const Confirm = graphql(/* GraphQL */ `
  mutation ConfirmGrayRule($input: ConfirmGrayRuleInput!) {
    confirmGrayRule(input: $input) {
      id
      completedAt
    }
  }
`);

type Props = { governed: GrayService; rule: GrayRule; isOnly: boolean; close: () => void };
const byNumbers = new Intl.Collator("en", { numeric: true });

/** The whole traffic goes to one version, and the other rules of the microservice go (SVC-18). */
export function CompleteGray({ governed, rule, isOnly, close }: Props) {
  const { t } = useTranslation();
  const [confirm] = useCommand(Confirm);
  const label = t("governance.gray.takesOver");
  const versions = versionsOf(rule.spec as Spec).sort((a, b) => byNumbers.compare(b, a));
  return (
    <FormDialog<{ version: string }, object>
      title={t("governance.gray.completeOf", { name: rule.name })}
      verb={t("governance.gray.complete")}
      initial={{ version: versions[0] }}
      run={({ version }) => confirm({ input: { engineId: governed.engineId, ruleId: rule.id, version } })}
      close={close}
    >
      <p>{t(isOnly ? "governance.gray.completes" : "governance.gray.completesAll")}</p>
      <Form.Item name="version" label={label} rules={[{ required: true, message: t("layout.required", { label }) }]}>
        <ChoiceCards label={label} choices={versions.map((value) => ({ value, title: value }))} />
      </Form.Item>
      {/* With others, which go as well, the keys would not be those of this rule alone. */}
      {isOnly && (
        <Form.Item noStyle dependencies={["version"]}>
          {({ getFieldValue }) => (
            <GrayPreview
              governed={governed}
              ruleId={rule.id}
              name={rule.name}
              spec={{ by: "weight", weights: [{ version: getFieldValue("version") as string, weight: 100 }] }}
            />
          )}
        </Form.Item>
      )}
    </FormDialog>
  );
}
