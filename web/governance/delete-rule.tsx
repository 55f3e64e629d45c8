import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { ConfirmDeletion } from "../layout/confirm-deletion.tsx";
import { Answered } from "../layout/panel.tsx";
import { type Kind, useSaid } from "./kinds.ts";
import { Previewed } from "./preview.tsx";
import { PublishedChanges } from "./published-changes.tsx";
import type { Governed } from "./rule-fields.tsx";
import type { RuleRow } from "./rule-list.tsx";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteGovernanceRule($input: DeleteGovernanceRuleInput!) {
    deleteGovernanceRule(input: $input) {
      id
    }
  }
`);

type Props = { governed: Governed & { serviceId: string }; kind: Kind; rule: RuleRow; close: () => void };

/** Says which keys go with it: what other rules say as well stays. */
export function DeleteRule({ governed, kind, rule, close }: Props) {
  const { t } = useTranslation();
  const said = useSaid();
  const { engineId, serviceId } = governed;
  const asked = useAsk(Previewed, { engineId, serviceId, kind: kind.kind, ruleId: rule.id, spec: null });
  const [remove] = useCommand(Delete);
  return (
    <ConfirmDeletion
      title={t("governance.delete", { kind: said(kind.title) })}
      run={() => remove({ input: { engineId, ruleId: rule.id } })}
      close={close}
    >
      <p style={{ marginTop: 0 }}>{t("governance.deleteLoses")}</p>
      <Answered asked={asked} rows={2}>
        {({ governanceRulePreview }) => <PublishedChanges preview={governanceRulePreview} />}
      </Answered>
    </ConfirmDeletion>
  );
}
