import { Button, Empty } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import type { Problem } from "../../api/problem.ts";
import { readFile } from "../../api/read-file.ts";
import type { AuditPartsFragment, AuditTrailQuery } from "../../generated/graphql.ts";
import { Icon } from "../../layout/icons.tsx";
import { Facts } from "../../layout/facts.tsx";
import { List } from "../../layout/list.tsx";
import { Moment } from "../../layout/moment.tsx";
import { usePages } from "../../layout/pages.tsx";
import { ProblemNotice } from "../../layout/problem-notice.tsx";
import { saveFile } from "../../layout/save-file.ts";
import { State } from "../../layout/state.tsx";
import { askedFor, type AuditFilter, AuditFilterBoxes } from "./audit-filter.tsx";
import { Trail, trailFiles, type TrailName } from "./trails.ts";
import { Verification } from "./verification.tsx";

type Row = AuditPartsFragment["nodes"][number];

/** One trail: filtered by every column, verified, taken along as lines of JSON. */
export function AuditTrail({ of }: { of: TrailName }) {
  const { t } = useTranslation();
  const pages = usePages();
  const [filter, setFilter] = useState<AuditFilter>({});
  const [verifying, setVerifying] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asked = useAsk(Trail, { ...askedFor(filter), ofAccount: of === "account", after: pages.after });
  const save = async () => {
    setSaving(true);
    const { file, problem: refused } = await readFile(trailFiles[of], askedFor(filter));
    setSaving(false);
    setProblem(refused);
    if (file) saveFile(`audit-${of}.ndjson`, file);
  };
  return (
    <div className="stack">
      <AuditFilterBoxes
        value={filter}
        onChange={(next) => {
          pages.first();
          setFilter(next);
        }}
      />
      {problem && <ProblemNotice problem={problem} />}
      {verifying && <Verification of={of} />}
      <List<AuditTrailQuery, Row>
        name="audit"
        rowKey="seq"
        asked={asked}
        of={(data) => data[of]!}
        pages={pages}
        filters={
          <>
            <Button icon={<Icon name="shield" />} onClick={() => setVerifying(true)}>
              {t("audit.verify")}
            </Button>
            <Button icon={<Icon name="download" />} loading={saving} onClick={() => void save()}>
              {t("audit.save")}
            </Button>
          </>
        }
        empty={<Empty description={t("audit.empty")} />}
        expanded={(row) => (
          <Facts
            facts={[
              [t("audit.at"), row.at],
              [t("audit.actorId"), row.actorId],
              [t("audit.targetId"), row.targetId],
              [t("audit.requestId"), row.requestId],
              [t("audit.position"), row.position],
              [
                t("audit.hash"),
                <span key="hash" className="mono">
                  {row.hash ?? "–"}
                </span>,
              ],
            ]}
          />
        )}
        columns={[
          {
            key: "at",
            title: t("audit.at"),
            width: 130,
            always: true,
            render: (_, { at }) => <Moment at={at} />,
          },
          {
            key: "result",
            title: t("audit.result"),
            width: 150,
            render: (_, { result }) => (
              <State
                tone={result === "done" ? "good" : "warning"}
                icon={result === "done" ? "running" : "attention"}
                text={t(`audit.results.${result}`)}
              />
            ),
          },
          { key: "operation", title: t("audit.operation"), dataIndex: "operation", width: 200 },
          {
            key: "actor",
            title: t("audit.actorName"),
            width: 170,
            render: (_, { actorName, actorKind }) => (
              <>
                {actorName} <span className="quiet">{t(`audit.kinds.${actorKind}`)}</span>
              </>
            ),
          },
          { key: "targetKind", title: t("audit.targetKind"), dataIndex: "targetKind", width: 130 },
          {
            key: "targetId",
            title: t("audit.targetId"),
            width: 290,
            render: (_, { targetId }) => <span className="mono">{targetId}</span>,
          },
          { key: "sourceIp", title: t("audit.sourceIp"), dataIndex: "sourceIp", width: 140 },
          { key: "actorId", title: t("audit.actorId"), dataIndex: "actorId", width: 290, later: true },
          { key: "requestId", title: t("audit.requestId"), dataIndex: "requestId", width: 290, later: true },
        ]}
      />
    </div>
  );
}
