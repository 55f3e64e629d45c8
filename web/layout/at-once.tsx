import { Button, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { ProblemNotice } from "./problem-notice.tsx";

type AtOnce<V> = { run: (variables: V) => Promise<void>; busy: boolean; refused: ReactNode };

/** A command that asks nothing first. Show `refused` beside what begins it: nothing fails without a word. */
export function useAtOnce<R, V extends object>(document: TypedDocumentString<R, V>): AtOnce<V> {
  const { t } = useTranslation();
  const [command, busy] = useCommand(document);
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => setProblem(null);
  return {
    run: async (variables) => setProblem((await command(variables)).problem),
    busy,
    refused: problem && (
      <Modal
        open
        title={t("layout.notDone")}
        onCancel={close}
        footer={<Button onClick={close}>{t("layout.close")}</Button>}
        closable={false}
      >
        <ProblemNotice problem={problem} />
      </Modal>
    ),
  };
}
