import { Button, Dropdown } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../generated/gql.ts";
import type { InstanceMenuPartsFragment } from "../generated/graphql.ts";
import { Icon } from "../layout/icons.tsx";
import { reasonInWords } from "../layout/reason.ts";
import { type Operation, OperationDialog } from "./operation-dialog.tsx";

export const InstanceMenuParts = graphql(/* GraphQL */ `
  fragment InstanceMenuParts on Instance {
    id name state version replicas
    component { id name }
    viewerCan {
      upgradeInstance { allowed reason } scaleInstance { allowed reason } startInstance { allowed reason } stopInstance { allowed reason }
      restartInstance { allowed reason } rollbackInstance { allowed reason } deleteInstance { allowed reason }
    }
  }
`);

/** Upgrade, scale, events, start and stop, restart, roll back and delete (CMP-29). */
export function InstanceMenu({ instance, then, framed = false }: { instance: InstanceMenuPartsFragment; then?: () => void; framed?: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [operation, setOperation] = useState<Operation | null>(null);
  const { id, viewerCan: can } = instance;
  const goto = (tab: string) => void navigate({ to: "/instances/$instanceId", params: { instanceId: id }, search: { tab } });
  const item = (key: string, label: string, permission: { allowed: boolean; reason?: string | null }, onClick: () => void, danger = false) => {
    const reason = permission.allowed ? undefined : reasonInWords(t, permission.reason ?? "");
    return { key, danger, disabled: !permission.allowed, onClick, title: reason, label: reason ? <span>{label}<br /><small>{reason}</small></span> : label };
  };
  const dialog = (one: Operation) => () => setOperation(one);
  const items = [
    item("upgrade", t("operations.upgrade"), can.upgradeInstance, () => void navigate({ to: "/instances/$instanceId/upgrade", params: { instanceId: id } })),
    item("scale", t("operations.scale"), can.scaleInstance, dialog("scale")),
    item("rollback", t("operations.rollback"), can.rollbackInstance, () => goto("versions")),
    { key: "events", label: t("operations.events.title"), onClick: () => goto("events") },
    { type: "divider" as const },
    instance.state === "stopped" ? item("start", t("operations.start"), can.startInstance, dialog("start")) : item("stop", t("operations.stop"), can.stopInstance, dialog("stop")),
    item("restart", t("operations.restart"), can.restartInstance, dialog("restart")),
    { type: "divider" as const },
    item("delete", t("layout.delete"), can.deleteInstance, dialog("delete"), true),
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={["click"]}>
        <Button type={framed ? "default" : "text"} size={framed ? "medium" : "small"} aria-label={t("layout.moreActions", { name: instance.component.name })}>{t("operations.menu")} <Icon name="more" /></Button>
      </Dropdown>
      {operation && <OperationDialog operation={operation} instance={instance} close={() => setOperation(null)} then={then} />}
    </>
  );
}
