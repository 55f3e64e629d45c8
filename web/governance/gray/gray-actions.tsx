import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { type Permission, PermittedButton } from "../../layout/permitted-button.tsx";
import { CompleteGray } from "./complete-gray.tsx";
import { GrayForm } from "./gray-form.tsx";
import type { GrayRights, GrayRule, GrayService } from "./gray-list.tsx";
import { GrayPreview } from "./gray-preview.tsx";
import type { Spec } from "./spec.ts";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteGrayRule($input: DeleteGrayRuleInput!) {
    deleteGrayRule(input: $input) {
      id
    }
  }
`);

type Props = { governed: GrayService; can: GrayRights; rule: GrayRule; rules: GrayRule[]; versions: string[] };

/** Other weights, the whole traffic to the new version, or back to where it went before. */
export function GrayActions({ governed, can, rule, rules, versions }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<"edit" | "complete" | "delete" | null>(null);
  const [remove] = useCommand(Delete);
  const { engineId } = governed;
  const close = () => setAsking(null);
  const unless = (permission: Permission, reason: string | null): Permission =>
    permission.allowed && reason ? { allowed: false, reason } : permission;
  const over = rule.completedAt
    ? t("governance.gray.isCompleted")
    : (rule.spec as Spec).by === "lane"
      ? t("governance.gray.laneStays")
      : null;
  const link = { type: "link", size: "small", style: { padding: 0 } } as const;
  return (
    <span className="row">
      <PermittedButton {...link} can={can.updateGrayRule} onClick={() => setAsking("edit")}>
        {t("layout.edit")}
      </PermittedButton>
      <PermittedButton {...link} can={unless(can.confirmGrayRule, over)} onClick={() => setAsking("complete")}>
        {t("governance.gray.complete")}
      </PermittedButton>
      <PermittedButton {...link} danger can={can.deleteGrayRule} onClick={() => setAsking("delete")}>
        {t("layout.delete")}
      </PermittedButton>
      {asking === "edit" && (
        <GrayForm governed={governed} versions={versions} rule={rule} rules={rules} close={close} />
      )}
      {asking === "complete" && (
        <CompleteGray governed={governed} rule={rule} isOnly={rules.length === 1} close={close} />
      )}
      {asking === "delete" && (
        <ConfirmDeletion
          title={t("governance.gray.delete", { name: rule.name })}
          run={() => remove({ input: { engineId, ruleId: rule.id } })}
          close={close}
        >
          <p style={{ marginTop: 0 }}>{t("governance.gray.deleteLoses")}</p>
          <GrayPreview governed={governed} ruleId={rule.id} spec={null} />
        </ConfirmDeletion>
      )}
    </span>
  );
}
