import { Empty, Table } from "antd";
import { useTranslation } from "react-i18next";
import { PermissionsInWords } from "./permissions-in-words.tsx";
import type { Role } from "./security.tsx";

/** What accounts may do. Clients of the engine can make more of them. */
export function RoleList({ roles }: { roles: Role[] }) {
  const { t } = useTranslation();
  if (roles.length === 0) return <Empty description={t("engines.security.noRoles")} />;
  return (
    <Table<Role>
      rowKey="name"
      dataSource={roles}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 480 }}
      columns={[
        {
          title: t("engines.security.role"),
          key: "name",
          width: 180,
          render: (_, { name }) => <strong>{name}</strong>,
        },
        {
          title: t("engines.security.permissions"),
          key: "permissions",
          render: (_, { permissions }) => <PermissionsInWords permissions={permissions} />,
        },
      ]}
    />
  );
}
