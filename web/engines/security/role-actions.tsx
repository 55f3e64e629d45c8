import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { MoreActions } from "../../layout/more-actions.tsx";
import type { Permission } from "../../layout/permitted-button.tsx";
import { RoleForm } from "./role-form.tsx";
import type { Role, Secured } from "./security.tsx";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteEngineRole($input: DeleteEngineRoleInput!) {
    deleteEngineRole(input: $input) {
      name
    }
  }
`);

/** Those that every engine has stay as they are. */
export function RoleActions({ engine, role }: { engine: Secured; role: Role }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<"edit" | "delete" | null>(null);
  const [remove] = useCommand(Delete);
  const { id: engineId, viewerCan } = engine;
  const { name, builtIn } = role;
  const close = () => setAsking(null);
  const own = (can: Permission): Permission =>
    can.allowed && builtIn ? { allowed: false, reason: t("engines.security.builtInReason") } : can;
  return (
    <>
      <MoreActions
        name={t("engines.security.roleOf", { name })}
        actions={[
          { key: "edit", text: t("layout.edit"), can: own(viewerCan.updateEngineRole), run: () => setAsking("edit") },
          {
            key: "delete",
            text: t("layout.delete"),
            danger: true,
            can: own(viewerCan.deleteEngineRole),
            run: () => setAsking("delete"),
          },
        ]}
      />
      {asking === "edit" && <RoleForm engineId={engineId} existing={role} close={close} />}
      {asking === "delete" && (
        <ConfirmDeletion
          title={t("engines.security.deleteRole", { name })}
          run={() => remove({ input: { engineId, name } })}
          close={close}
        >
          {t("engines.security.deleteRoleLoses")}
        </ConfirmDeletion>
      )}
    </>
  );
}
