import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { SwitchableInstanceStatus } from "../../generated/graphql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { MoreActions } from "../../layout/more-actions.tsx";
import { type Permission, PermittedButton } from "../../layout/permitted-button.tsx";
import type { InstanceRow } from "./instance-table.tsx";

const SetStatus = graphql(/* GraphQL */ `
  mutation SetInstanceStatus($input: SetMicroserviceInstanceStatusInput!) {
    setMicroserviceInstanceStatus(input: $input) {
      id
      status
    }
  }
`);

const others: SwitchableInstanceStatus[] = ["OUTOFSERVICE", "TESTING"];

/** Online and offline at hand, the other two in the menu (SVC-08). What takes requests away asks first. */
export function StatusSwitch({
  engineId,
  instance,
  can,
}: {
  engineId: string;
  instance: InstanceRow;
  can: Permission | undefined;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<SwitchableInstanceStatus | null>(null);
  const [set, busy] = useCommand(SetStatus);
  const turn = (status: SwitchableInstanceStatus) =>
    set({ input: { engineId, serviceId: instance.serviceId, instanceId: instance.id, status } });
  const online = instance.status === "UP";
  return (
    <span className="row">
      <PermittedButton
        can={can}
        type="link"
        size="small"
        style={{ padding: 0 }}
        loading={busy}
        onClick={() => (online ? setAsking("DOWN") : void turn("UP"))}
      >
        {t(`engines.catalogue.status.${online ? "DOWN" : "UP"}`)}
      </PermittedButton>
      <MoreActions
        name={instance.hostName}
        actions={others
          .filter((status) => status !== instance.status)
          .map((status) => ({
            key: status,
            text: t(`engines.catalogue.status.${status}`),
            can,
            run: () => setAsking(status),
          }))}
      />
      {asking && (
        <ConfirmDeletion
          title={t("engines.catalogue.switch.title", {
            host: instance.hostName,
            status: t(`engines.catalogue.status.${asking}`),
          })}
          verb={t(`engines.catalogue.status.${asking}`)}
          run={() => turn(asking)}
          close={() => setAsking(null)}
        >
          {t(`engines.catalogue.switch.${asking}`)}
        </ConfirmDeletion>
      )}
    </span>
  );
}
