import { InputNumber, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import type { InstanceMenuPartsFragment } from "../generated/graphql.ts";
import { ConfirmDeletion } from "../layout/confirm-deletion.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";

const Start = graphql(/* GraphQL */ `
  mutation StartInstance($input: StartInstanceInput!) {
    startInstance(input: $input) {
      id
      state
    }
  }
`);
const Stop = graphql(/* GraphQL */ `
  mutation StopInstance($input: StopInstanceInput!) {
    stopInstance(input: $input) {
      id
      state
    }
  }
`);
const Restart = graphql(/* GraphQL */ `
  mutation RestartInstance($input: RestartInstanceInput!) {
    restartInstance(input: $input) {
      id
      state
    }
  }
`);
const Scale = graphql(/* GraphQL */ `
  mutation ScaleInstance($input: ScaleInstanceInput!) {
    scaleInstance(input: $input) {
      id
      state
    }
  }
`);
const Delete = graphql(/* GraphQL */ `
  mutation DeleteInstance($input: DeleteInstanceInput!) {
    deleteInstance(input: $input) {
      id
      state
    }
  }
`);

export type Operation = "start" | "stop" | "restart" | "scale" | "delete";
type Props = { operation: Operation; instance: InstanceMenuPartsFragment; close: () => void; then?: () => void };

/** Says what an operation will do before it does it; deletion wants the name typed (OPS-05). */
export function OperationDialog({ operation, instance, close, then }: Props) {
  const { t } = useTranslation();
  const [remove] = useCommand(Delete);
  if (operation !== "delete") return <Confirm operation={operation} instance={instance} close={close} />;
  return (
    <ConfirmDeletion
      title={t("operations.confirm.delete.title", { name: instance.component.name })}
      typed={instance.name}
      close={close}
      then={then}
      run={() => remove({ input: { instanceId: instance.id, confirm: instance.name } })}
    >
      {t("operations.confirm.delete.text")}
    </ConfirmDeletion>
  );
}

function Confirm({
  operation,
  instance,
  close,
}: {
  operation: Exclude<Operation, "delete">;
  instance: InstanceMenuPartsFragment;
  close: () => void;
}) {
  const { t } = useTranslation();
  const [replicas, setReplicas] = useState<number | null>(instance.replicas);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [start, starting] = useCommand(Start);
  const [stop, stopping] = useCommand(Stop);
  const [restart, restarting] = useCommand(Restart);
  const [scale, scaling] = useCommand(Scale);
  const input = { instanceId: instance.id };
  const run = async () => {
    const done =
      operation === "scale"
        ? await scale({ input: { ...input, replicas: replicas ?? 0 } })
        : await { start, stop, restart }[operation]({ input });
    if (done.problem) return setProblem(done.problem);
    close();
  };
  const refused = problem?.fields["replicas"];
  return (
    <Modal
      open
      title={t(`operations.confirm.${operation}.title`, { name: instance.component.name })}
      onCancel={close}
      onOk={() => void run()}
      okText={t(`operations.${operation}`)}
      cancelText={t("layout.cancel")}
      confirmLoading={starting || stopping || restarting || scaling}
      okButtonProps={{ disabled: operation === "scale" && (replicas === null || replicas === instance.replicas) }}
    >
      <div className="stack">
        <div>{t(`operations.confirm.${operation}.text`)}</div>
        {operation === "scale" && (
          <label className="row">
            <span>{t("deployments.replicas")}</span>
            <InputNumber
              autoFocus
              min={1}
              max={1000}
              precision={0}
              value={replicas}
              onChange={setReplicas}
              status={refused && "error"}
              aria-label={t("deployments.replicas")}
            />
            <span className="quiet">{t("operations.confirm.scale.now", { count: instance.replicas })}</span>
          </label>
        )}
        {problem && <ProblemNotice problem={problem} />}
      </div>
    </Modal>
  );
}
