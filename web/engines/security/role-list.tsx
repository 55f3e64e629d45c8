import { Empty, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../layout/icons.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import type { Permission } from "./permissions.ts";
import { PermissionsInWords } from "./permissions-in-words.tsx";
import { RoleActions } from "./role-actions.tsx";
import { RoleForm } from "./role-form.tsx";
import type { Role, Secured } from "./security.tsx";

/** What accounts may do: a hundred at most, so all of them. */
export function RoleList({ engine, roles }: { engine: Secured; roles: Role[] }) {
  const { t } = useTranslation();
  const [creating, setCreating] = useState(false);
  return (
    <>
      <div className="toolbar">
        <PermittedButton
          can={engine.viewerCan.createEngineRole}
          icon={<Icon name="plus" />}
          onClick={() => setCreating(true)}
        >
          {t("engines.security.createRole")}
        </PermittedButton>
      </div>
      {roles.length === 0 ? (
        <div className="empty-list">
          <Empty description={t("engines.security.noRoles")} />
        </div>
      ) : (
        <Table<Role>
          rowKey="name"
          dataSource={roles}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          scroll={{ x: 560 }}
          columns={[
            {
              title: t("engines.security.role"),
              key: "name",
              width: 200,
              render: (_, { name, builtIn }) => (
                <span className="row" style={{ gap: 6 }}>
                  <strong>{name}</strong>
                  {builtIn && <Tag color="blue">{t("engines.security.builtIn")}</Tag>}
                </span>
              ),
            },
            {
              title: t("engines.security.permissions"),
              key: "permissions",
              render: (_, { permissions }) => <PermissionsInWords permissions={permissions as Permission[]} />,
            },
            {
              title: t("layout.actions"),
              key: "actions",
              width: 80,
              render: (_, role) => <RoleActions engine={engine} role={role} />,
            },
          ]}
        />
      )}
      {creating && <RoleForm engineId={engine.id} close={() => setCreating(false)} />}
    </>
  );
}
