import { Alert } from "antd";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../api/ask.ts";
import { useRepeat } from "../api/repeat.ts";
import { graphql } from "../generated/gql.ts";
import { useProjectRights } from "../identity/project-rights.ts";
import { Box } from "../layout/box.tsx";
import { ConfirmDeletion } from "../layout/confirm-deletion.tsx";
import { CopyText } from "../layout/copy-text.tsx";
import { Facts } from "../layout/facts.tsx";
import { Icon } from "../layout/icons.tsx";
import { Moment } from "../layout/moment.tsx";
import { Page } from "../layout/page.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { useProblemTitle } from "../layout/problem-notice.tsx";
import { took } from "../layout/units.ts";
import { JobText } from "./job-text.tsx";
import { isUnderWay, RunStateTag } from "./run-state.tsx";
import { StepTimeline } from "./step-timeline.tsx";
import { useWhy } from "./why.ts";

const One = graphql(/* GraphQL */ `
  query JobRunPage($runId: ID!) {
    jobRun(runId: $runId) {
      id
      workflow
      event
      taskId
      state
      why
      note
      error
      nextAt
      createdAt
      startedAt
      endedAt
      input {
        text
        truncated
      }
      output {
        text
        truncated
      }
      attempts {
        stepId
        number
        httpStatus
        error
        beganAt
        endedAt
      }
      steps {
        id
        name
        kind
        state
        plannedAt
        endedAt
        wakesAt
        awaited
        output {
          text
          truncated
        }
        error {
          text
          truncated
        }
        attempts {
          number
          httpStatus
          error
          beganAt
          endedAt
        }
      }
    }
  }
`);
const TaskOfRun = graphql(/* GraphQL */ `
  query TaskOfRun($taskId: ID!) {
    task(taskId: $taskId) {
      id
      kind
      instanceId
      instanceName
    }
  }
`);
const Cancel = graphql(/* GraphQL */ `
  mutation CancelJobRun($input: CancelJobRunInput!) {
    cancelJobRun(input: $input) {
      id
    }
  }
`);
const Rerun = graphql(/* GraphQL */ `
  mutation RerunJobRun($input: RerunJobRunInput!) {
    rerunJobRun(input: $input) {
      id
    }
  }
`);

/** One run of a workflow: its steps, what it waits for, and another try (CON-07). */
export default function JobRun() {
  const { t, i18n } = useTranslation();
  const why = useWhy();
  const navigate = useNavigate();
  const { runId } = useParams({ strict: false }) as { runId: string };
  const [dialog, setDialog] = useState<{ do: "cancel" | "rerun"; from?: { id: string; name: string } } | null>(null);
  const asked = useAsk(One, { runId });
  const refusal = useProblemTitle(asked.problem);
  const rights = useProjectRights();
  const [cancel] = useCommand(Cancel);
  const [rerun] = useCommand(Rerun);
  const run = asked.data?.jobRun;
  const underWay = run !== undefined && isUnderWay(run.state);
  useRepeat(asked.again, 1500, underWay);
  const close = () => setDialog(null);
  return (
    <Page
      title={run?.workflow ?? refusal}
      trail={[{ text: t("layout.menu.records") }, { text: t("jobs.title"), to: "/jobs" }]}
      state={run && <RunStateTag state={run.state} />}
      actions={
        run &&
        (underWay ? (
          <PermittedButton
            can={rights?.cancelJobRun}
            danger
            icon={<Icon name="stopped" />}
            onClick={() => setDialog({ do: "cancel" })}
          >
            {t("jobs.cancel")}
          </PermittedButton>
        ) : (
          <PermittedButton
            can={rights?.rerunJobRun}
            icon={<Icon name="changing" />}
            onClick={() => setDialog({ do: "rerun" })}
          >
            {t("jobs.rerun")}
          </PermittedButton>
        ))
      }
    >
      <Answered asked={asked}>
        {({ jobRun: one }) => (
          <div className="stack">
            {underWay && <Alert type="info" showIcon title={why(one.why)} role="status" />}
            {one.error && <Alert type="error" showIcon title={<span lang="en">{one.error}</span>} />}
            {one.note && <Alert type="warning" showIcon title={<span lang="en">{one.note}</span>} />}
            <Box>
              <Facts
                facts={[
                  [t("access.id"), <CopyText key="id" text={one.id} />],
                  [t("jobs.event"), one.event],
                  [t("jobs.created"), <Moment key="created" at={one.createdAt} />],
                  [t("jobs.took"), one.startedAt && one.endedAt && took(one.startedAt, one.endedAt, i18n.language)],
                  [t("jobs.task"), one.taskId && <TaskLink key="task" taskId={one.taskId} />],
                ]}
              />
            </Box>
            <Box title={t("jobs.steps", { count: one.steps.length })}>
              <StepTimeline
                run={one}
                can={underWay ? undefined : rights?.rerunJobRun}
                rerun={underWay ? undefined : (from) => setDialog({ do: "rerun", from })}
              />
            </Box>
            <div className="halves">
              <Box title={t("jobs.input")}>
                <JobText document={one.input} label={t("jobs.input")} />
              </Box>
              <Box title={t("jobs.output")}>
                <JobText document={one.output} label={t("jobs.output")} />
              </Box>
            </div>
          </div>
        )}
      </Answered>
      {dialog?.do === "cancel" && (
        <ConfirmDeletion
          title={t("jobs.cancelTitle")}
          verb={t("jobs.cancel")}
          run={() => cancel({ input: { runId } })}
          close={close}
        >
          {t("jobs.cancelLoses")}
        </ConfirmDeletion>
      )}
      {dialog?.do === "rerun" && (
        <ConfirmDeletion
          title={dialog.from ? t("jobs.rerunFrom", { step: dialog.from.name }) : t("jobs.rerunTitle")}
          verb={t("jobs.rerun")}
          run={async () => {
            const done = await rerun({ input: { runId, fromStepId: dialog.from?.id } });
            if (done.data) void navigate({ to: "/jobs/$runId", params: { runId: done.data.rerunJobRun.id } });
            return done;
          }}
          close={close}
        >
          {dialog.from ? t("jobs.rerunFromAbout") : t("jobs.rerunAbout")}
        </ConfirmDeletion>
      )}
    </Page>
  );
}

/** The engine may remember a run longer than the platform its task. */
function TaskLink({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const task = useAsk(TaskOfRun, { taskId }).data?.task;
  if (!task) return <span className="mono">{taskId}</span>;
  return (
    <Link to="/instances/$instanceId" params={{ instanceId: task.instanceId }} search={{ tab: "tasks" }}>
      {t(`operations.taskKind.${task.kind}`)} · {task.instanceName}
    </Link>
  );
}
