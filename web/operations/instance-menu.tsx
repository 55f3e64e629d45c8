import { Button, Dropdown } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../generated/gql.ts";
import type { InstanceMenuPartsFragment } from "../generated/graphql.ts";
import { Icon } from "../layout/icons.tsx";
import { useActionItems } from "../layout/more-actions.tsx";
import { type Operation, OperationDialog } from "./operation-dialog.tsx";

export const InstanceMenuParts = graphql(/* GraphQL */ `
  fragment InstanceMenuParts on Instance {
    id
    name
    state
    version
    replicas
    component {
      id
      name
    }
    viewerCan {
      upgradeInstance {
        allowed
        reason
      }
      scaleInstance {
        allowed
        reason
      }
      startInstance {
        allowed
        reason
      }
      stopInstance {
        allowed
        reason
      }
      restartInstance {
        allowed
        reason
      }
      rollbackInstance {
        allowed
        reason
      }
      deleteInstance {
        allowed
        reason
      }
    }
  }
`);

/** Upgrade, scale, events, start and stop, restart, roll back and delete (CMP-29). */
export function InstanceMenu({
  instance,
  then,
  framed = false,
}: {
  instance: InstanceMenuPartsFragment;
  then?: () => void;
  framed?: boolean;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [operation, setOperation] = useState<Operation | null>(null);
  const { id, viewerCan: can } = instance;
  const goto = (tab: string) =>
    void navigate({ to: "/instances/$instanceId", params: { instanceId: id }, search: { tab } });
  const dialog = (one: Operation) => () => setOperation(one);
  const upgrade = () => void navigate({ to: "/instances/$instanceId/upgrade", params: { instanceId: id } });
  const stopped = instance.state === "stopped";
  const above = useActionItems([
    { key: "upgrade", text: t("operations.upgrade"), can: can.upgradeInstance, run: upgrade },
    { key: "scale", text: t("operations.scale"), can: can.scaleInstance, run: dialog("scale") },
    { key: "rollback", text: t("operations.rollback"), can: can.rollbackInstance, run: () => goto("versions") },
    { key: "events", text: t("operations.events.title"), run: () => goto("events") },
  ]);
  const middle = useActionItems([
    stopped
      ? { key: "start", text: t("operations.start"), can: can.startInstance, run: dialog("start") }
      : { key: "stop", text: t("operations.stop"), can: can.stopInstance, run: dialog("stop") },
    { key: "restart", text: t("operations.restart"), can: can.restartInstance, run: dialog("restart") },
  ]);
  const below = useActionItems([
    { key: "delete", text: t("layout.delete"), danger: true, can: can.deleteInstance, run: dialog("delete") },
  ]);
  const items = [...above, { type: "divider" as const }, ...middle, { type: "divider" as const }, ...below];
  return (
    <>
      <Dropdown menu={{ items }} trigger={["click"]}>
        <Button
          type={framed ? "default" : "text"}
          size={framed ? "medium" : "small"}
          aria-label={t("layout.moreActions", { name: instance.component.name })}
        >
          {t("operations.menu")} <Icon name="more" />
        </Button>
      </Dropdown>
      {operation && (
        <OperationDialog operation={operation} instance={instance} close={() => setOperation(null)} then={then} />
      )}
    </>
  );
}
