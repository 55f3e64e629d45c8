import { Empty, Modal, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import { Moment } from "../layout/moment.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { State } from "../layout/state.tsx";
import type { InstanceFound } from "./instance-query.ts";

const Rollback = graphql(/* GraphQL */ `
  mutation RollbackInstance($input: RollbackInstanceInput!) {
    rollbackInstance(input: $input) {
      id
      version
    }
  }
`);
type Row = InstanceFound["revisions"][number];

/** The history, and the way back to each version (OPS-04). */
export function VersionList({ instance }: { instance: InstanceFound }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Row | null>(null);
  const permission = (row: Row) => {
    if (row.number === instance.revision) return { allowed: false, reason: t("operations.versions.isCurrent") };
    if (!row.proven) return { allowed: false, reason: t("operations.versions.unproven") };
    return instance.viewerCan.rollbackInstance;
  };
  return (
    <>
      <Table<Row>
        rowKey="number"
        dataSource={instance.revisions}
        pagination={false}
        scroll={{ x: 960 }}
        locale={{ emptyText: <Empty /> }}
        expandable={{
          expandedRowRender: ({ settings }) => (
            <pre className="mono" style={{ margin: 0, whiteSpace: "pre-wrap" }}>
              {JSON.stringify(settings, null, 2)}
            </pre>
          ),
        }}
        columns={[
          { title: t("operations.versions.number"), dataIndex: "number", width: 100 },
          {
            title: t("deployments.version"),
            dataIndex: "version",
            render: (version: string, row) => (
              <span className="row">
                <strong>{version}</strong>
                {row.number === instance.revision && <Tag color="blue">{t("operations.versions.current")}</Tag>}
                {row.restores !== null && (
                  <span className="quiet">{t("operations.versions.restores", { number: row.restores })}</span>
                )}
              </span>
            ),
          },
          { title: t("layout.description"), dataIndex: "description", ellipsis: true },
          {
            title: t("operations.versions.proven"),
            dataIndex: "proven",
            width: 150,
            render: (proven: boolean) => (
              <State
                tone={proven ? "good" : "quiet"}
                icon={proven ? "running" : "info"}
                text={proven ? t("operations.versions.yes") : t("operations.versions.no")}
              />
            ),
          },
          {
            title: t("layout.created"),
            dataIndex: "createdAt",
            width: 210,
            render: (at: string, row) => (
              <>
                <Moment at={at} /> · {row.createdBy}
              </>
            ),
          },
          {
            title: t("layout.actions"),
            key: "actions",
            width: 210,
            render: (_, row) => (
              <PermittedButton
                can={permission(row)}
                type="link"
                size="small"
                style={{ padding: 0 }}
                onClick={() => setChosen(row)}
              >
                {t("operations.versions.rollback")}
              </PermittedButton>
            ),
          },
        ]}
      />
      {chosen && <ConfirmRollback instance={instance} chosen={chosen} close={() => setChosen(null)} />}
    </>
  );
}

function ConfirmRollback({ instance, chosen, close }: { instance: InstanceFound; chosen: Row; close: () => void }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [rollback, busy] = useCommand(Rollback);
  const run = async () => {
    const done = await rollback({ input: { instanceId: instance.id, revision: chosen.number } });
    if (done.problem) return setProblem(done.problem);
    close();
  };
  return (
    <Modal
      open
      title={t("operations.versions.rollback")}
      onCancel={close}
      onOk={() => void run()}
      confirmLoading={busy}
      okText={t("operations.rollback")}
      cancelText={t("layout.cancel")}
    >
      <p>{t("operations.versions.confirm", { from: instance.version, to: chosen.version })}</p>
      {problem && <ProblemNotice problem={problem} />}
    </Modal>
  );
}
