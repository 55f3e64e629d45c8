import { Empty, Select } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useRepeat } from "../api/repeat.ts";
import { graphql } from "../generated/gql.ts";
import type { JobRunListQuery, JobRunState } from "../generated/graphql.ts";
import { List } from "../layout/list.tsx";
import { Moment } from "../layout/moment.tsx";
import { Page } from "../layout/page.tsx";
import { usePages } from "../layout/pages.tsx";
import { SearchBox } from "../layout/search-box.tsx";
import { took } from "../layout/units.ts";
import { JobNumbers } from "./job-numbers.tsx";
import { RunStateTag, runStates } from "./run-state.tsx";
import { useWhy } from "./why.ts";

const Runs = graphql(/* GraphQL */ `
  query JobRunList($after: String, $state: JobRunState, $workflow: String) {
    jobRuns(first: 20, after: $after, state: $state, workflow: $workflow) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        workflow
        event
        state
        why
        error
        createdAt
        startedAt
        endedAt
      }
    }
  }
`);
type Row = JobRunListQuery["jobRuns"]["nodes"][number];

/** The workflows that see every long operation through, and what each of them waits for (CON-07). */
export default function JobRunList() {
  const { t, i18n } = useTranslation();
  const why = useWhy();
  const pages = usePages();
  const [state, setState] = useState<JobRunState | null>(null);
  const [workflow, setWorkflow] = useState("");
  const asked = useAsk(Runs, { after: pages.after, state, workflow: workflow || null });
  useRepeat(asked.again, 5000, pages.number === 1);
  return (
    <Page title={t("jobs.title")} trail={[{ text: t("layout.menu.records") }]} about={t("jobs.about")}>
      <div className="stack">
        <JobNumbers />
        <div>
          <List<JobRunListQuery, Row>
            name="jobs"
            asked={asked}
            of={({ jobRuns }) => jobRuns}
            pages={pages}
            filters={
              <>
                <Select
                  allowClear
                  placeholder={t("jobs.anyState")}
                  aria-label={t("access.state")}
                  style={{ minWidth: 150 }}
                  value={state}
                  onChange={(one: JobRunState | undefined) => {
                    pages.first();
                    setState(one ?? null);
                  }}
                  options={runStates.map((value) => ({ value, label: t(`jobs.state.${value}`) }))}
                />
                <SearchBox
                  label={t("jobs.byWorkflow")}
                  onSearch={(text) => {
                    pages.first();
                    setWorkflow(text);
                  }}
                />
              </>
            }
            empty={<Empty description={t("jobs.empty")} />}
            columns={[
              {
                key: "workflow",
                title: t("jobs.workflow"),
                always: true,
                width: 240,
                render: (_, row) => (
                  <Link to="/jobs/$runId" params={{ runId: row.id }}>
                    {row.workflow}
                  </Link>
                ),
              },
              {
                key: "state",
                title: t("access.state"),
                width: 130,
                render: (_, row) => <RunStateTag state={row.state} />,
              },
              {
                key: "why",
                title: t("jobs.why"),
                width: 280,
                render: (_, row) => row.error ?? (row.endedAt ? "–" : why(row.why)),
              },
              { key: "event", title: t("jobs.event"), dataIndex: "event", width: 220 },
              {
                key: "created",
                title: t("jobs.created"),
                width: 130,
                render: (_, { createdAt }) => <Moment at={createdAt} />,
              },
              {
                key: "took",
                title: t("jobs.took"),
                width: 100,
                render: (_, { startedAt, endedAt }) =>
                  startedAt && endedAt ? took(startedAt, endedAt, i18n.language) : "–",
              },
              {
                key: "id",
                title: t("access.id"),
                width: 260,
                later: true,
                render: (_, { id }) => <span className="mono">{id}</span>,
              },
            ]}
          />
        </div>
      </div>
    </Page>
  );
}
