import { Button, Empty, Table } from "antd";
import { useTranslation } from "react-i18next";
import { graphql } from "../generated/gql.ts";
import type { AccessPartsFragment } from "../generated/graphql.ts";
import { CopyText } from "../layout/copy-text.tsx";

export const AccessParts = graphql(/* GraphQL */ `
  fragment AccessParts on Access {
    id
    name
    mode
    protocol
    containerPort
    accessPort
    address
    addresses
  }
`);

/** The TCP/UDP route table with the resulting addresses (OPS-14). */
export function AccessTable({
  accesses,
  remove,
}: {
  accesses: AccessPartsFragment[];
  remove?: (access: AccessPartsFragment) => void;
}) {
  const { t } = useTranslation();
  return (
    <Table<AccessPartsFragment>
      rowKey="id"
      dataSource={accesses}
      pagination={false}
      size="middle"
      scroll={{ x: 720 }}
      locale={{ emptyText: <Empty description={t("operations.access.none")} /> }}
      columns={[
        { title: t("operations.access.name"), dataIndex: "name" },
        {
          title: t("operations.access.title"),
          dataIndex: "mode",
          render: (mode: AccessPartsFragment["mode"]) => t(`operations.access.mode.${mode}`),
        },
        { title: t("operations.access.protocol"), dataIndex: "protocol", width: 90 },
        {
          title: t("operations.access.containerPort"),
          dataIndex: "containerPort",
          width: 130,
          render: (port: number | null) => port ?? t("operations.access.given"),
        },
        {
          title: t("operations.access.address"),
          key: "address",
          render: (_, { addresses, protocol }) =>
            addresses.length === 0 ? (
              <span className="quiet">{t("operations.access.waiting")}</span>
            ) : (
              addresses.map((one) => (
                <div key={one}>
                  <CopyText text={one}>
                    {protocol === "TCP" ? (
                      <a href={`http://${one}`} target="_blank" rel="noreferrer" className="mono">
                        {one}
                      </a>
                    ) : (
                      <span className="mono">{one}</span>
                    )}
                  </CopyText>
                </div>
              ))
            ),
        },
        ...(remove
          ? [
              {
                title: t("layout.actions"),
                key: "actions",
                width: 100,
                render: (_: unknown, row: AccessPartsFragment) => (
                  <Button type="link" danger size="small" style={{ padding: 0 }} onClick={() => remove(row)}>
                    {t("layout.delete")}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
