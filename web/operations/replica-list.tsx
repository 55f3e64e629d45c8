import { Empty, Table } from "antd";
import { useTranslation } from "react-i18next";
import { CopyText } from "../layout/copy-text.tsx";
import { Moment } from "../layout/moment.tsx";
import { EventList } from "./event-list.tsx";
import type { InstanceFound } from "./instance-query.ts";
import { ReplicaStateTag } from "./states.tsx";

type Row = InstanceFound["replicaList"][number];

/** What runs; each row opens to its events, so that the cause of a failure is seen (OPS-07). */
export function ReplicaList({ instance }: { instance: InstanceFound }) {
  const { t } = useTranslation();
  const version = (number: number) =>
    instance.revisions.find((one) => one.number === number)?.version ?? String(number);
  return (
    <Table<Row>
      rowKey="id"
      dataSource={instance.replicaList}
      pagination={false}
      scroll={{ x: 820 }}
      locale={{ emptyText: <Empty description={t("operations.replica.none")} /> }}
      expandable={{
        expandedRowRender: ({ id }) => <EventList instanceId={instance.id} replicaId={id} />,
        expandRowByClick: false,
      }}
      columns={[
        { title: t("operations.replica.title"), dataIndex: "id", render: (id: string) => <CopyText text={id} /> },
        {
          title: t("operations.status"),
          dataIndex: "state",
          width: 160,
          render: (state: string) => <ReplicaStateTag state={state} />,
        },
        {
          title: t("deployments.version"),
          dataIndex: "revision",
          width: 110,
          render: (number: number) => version(number),
        },
        {
          title: t("operations.replica.port"),
          dataIndex: "port",
          width: 90,
          render: (port: number | null) => port ?? "–",
        },
        { title: t("operations.replica.restarts"), dataIndex: "restarts", width: 110 },
        {
          title: t("operations.replica.started"),
          dataIndex: "startedAt",
          width: 130,
          render: (at: string | null) => (at ? <Moment at={at} /> : "–"),
        },
        {
          title: t("operations.replica.message"),
          dataIndex: "message",
          render: (message: string | null) => message && <span lang="en">{message}</span>,
        },
      ]}
    />
  );
}
