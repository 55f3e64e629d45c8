import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import { type Outcome, Outcomes } from "../layout/outcomes.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteComponents($input: DeleteComponentsInput!) {
    deleteComponents(input: $input) {
      id
      done
      code
      message
    }
  }
`);

type Props = {
  components: { id: string; name: string; instances?: { environment: { name: string } }[] }[];
  close: () => void;
  then?: () => void;
};

/** One or several; each has its own outcome (CMP-28). */
export function DeleteComponents({ components, close, then }: Props) {
  const { t } = useTranslation();
  const [remove, busy] = useCommand(Delete);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome[] | null>(null);
  // What is gone leaves the list behind this dialog, but not the dialog.
  const [names] = useState(() => new Map(components.map(({ id, name }) => [id, name])));
  const run = async () => {
    const done = await remove({ input: { componentIds: [...names.keys()] } });
    if (done.problem) return setProblem(done.problem);
    const said = done.data.deleteComponents;
    if (said.some((one) => one.done)) then?.();
    if (said.every((one) => one.done)) return close();
    setOutcomes(said);
  };
  return (
    <Modal
      open
      title={t("components.delete.title", { count: names.size, name: [...names.values()][0] })}
      onCancel={close}
      cancelText={t("layout.cancel")}
      footer={outcomes ? <Button onClick={close}>{t("layout.close")}</Button> : undefined}
      onOk={() => void run()}
      okText={t("layout.delete")}
      okButtonProps={{ danger: true, loading: busy }}
    >
      <div className="stack">
        {outcomes ? (
          <Outcomes outcomes={outcomes} nameOf={(id) => names.get(id) ?? id} />
        ) : (
          <>
            <div>{t("components.delete.loses")}</div>
            {names.size > 1 && (
              <ul>
                {[...names.values()].map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            )}
          </>
        )}
        {problem && <ProblemNotice problem={problem} />}
      </div>
    </Modal>
  );
}
