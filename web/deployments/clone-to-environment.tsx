import { Alert, Button, Checkbox, InputNumber, Modal, Select, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { useEnvironmentChoices } from "../environments/environment-choices.ts";
import { graphql } from "../generated/gql.ts";
import { type Outcome, Outcomes } from "../layout/outcomes.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";

const Clone = graphql(/* GraphQL */ `
  mutation CloneToEnvironment($input: CloneToEnvironmentInput!) {
    cloneToEnvironment(input: $input) {
      id
      done
      code
      message
    }
  }
`);

type One = {
  id: string;
  version: string;
  replicas: number;
  deploySystem: string;
  component: { id: string; name: string };
};
type Change = { take: boolean; replicas: number };

/** The same versions and parameters in another environment; how many of each may be changed first (APP-08). */
export function CloneToEnvironment({
  applicationId,
  from,
  instances,
  close,
}: {
  applicationId: string;
  from: string;
  instances: One[];
  close: () => void;
}) {
  const { t } = useTranslation();
  const { options } = useEnvironmentChoices();
  const [clone, busy] = useCommand(Clone);
  const [to, setTo] = useState<string>();
  const [rows] = useState(() => instances.filter(({ deploySystem }) => deploySystem === "container"));
  const [changes, setChanges] = useState<Record<string, Change>>(() =>
    Object.fromEntries(rows.map(({ id, replicas }) => [id, { take: true, replicas }])),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome[] | null>(null);
  const taken = rows.filter(({ id }) => changes[id]!.take);
  const change = (id: string, part: Partial<Change>) => setChanges({ ...changes, [id]: { ...changes[id]!, ...part } });
  const run = async () => {
    const done = await clone({
      input: {
        applicationId,
        fromEnvironmentId: from,
        toEnvironmentId: to!,
        changes: rows.map(({ id, component }) => ({
          componentId: component.id,
          replicas: changes[id]!.replicas,
          skip: !changes[id]!.take,
        })),
      },
    });
    if (done.problem) return setProblem(done.problem);
    setOutcomes(done.data.cloneToEnvironment);
  };
  return (
    <Modal
      open
      width={640}
      title={t("deployments.clone.title")}
      onCancel={close}
      cancelText={t("layout.cancel")}
      footer={outcomes ? <Button onClick={close}>{t("layout.close")}</Button> : undefined}
      onOk={() => void run()}
      okText={t("deployments.clone.run")}
      okButtonProps={{ loading: busy, disabled: !to || taken.length === 0 }}
    >
      {outcomes ? (
        <Outcomes outcomes={outcomes} nameOf={(_, i) => taken[i]?.component.name ?? ""} />
      ) : (
        <div className="stack">
          <div>{t("deployments.clone.about")}</div>
          {rows.length < instances.length && <Alert type="info" showIcon title={t("deployments.clone.noVm")} />}
          <label className="row">
            <span>{t("deployments.clone.to")}</span>
            <Select
              style={{ minWidth: 240 }}
              value={to}
              onChange={setTo}
              options={options.filter(({ value }) => value !== from)}
              aria-label={t("deployments.clone.to")}
            />
          </label>
          <Table<One>
            size="small"
            rowKey="id"
            dataSource={rows}
            pagination={false}
            columns={[
              {
                title: t("components.name"),
                key: "name",
                render: (_, row) => (
                  <Checkbox
                    checked={changes[row.id]!.take}
                    onChange={(event) => change(row.id, { take: event.target.checked })}
                  >
                    {row.component.name}
                  </Checkbox>
                ),
              },
              { title: t("deployments.version"), dataIndex: "version" },
              {
                title: t("deployments.replicas"),
                key: "replicas",
                render: (_, row) => (
                  <InputNumber
                    min={1}
                    max={1000}
                    precision={0}
                    value={changes[row.id]!.replicas}
                    onChange={(replicas) => change(row.id, { replicas: replicas ?? 1 })}
                    aria-label={`${row.component.name}: ${t("deployments.replicas")}`}
                  />
                ),
              },
            ]}
          />
          {problem && <ProblemNotice problem={problem} />}
        </div>
      )}
    </Modal>
  );
}
