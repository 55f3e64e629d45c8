import { Checkbox, Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Done } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { ProblemNotice } from "./problem-notice.tsx";

type Props = {
  title: string;
  /** What will be lost. */
  children: ReactNode;
  /** To be typed first, when it cannot be undone. */
  typed?: string;
  /** A risk that must be ticked as read. */
  acknowledged?: string;
  verb?: string;
  run: () => Promise<Done<unknown>>;
  close: () => void;
  then?: () => void;
};

/** Asks before something is destroyed; stays open and says why when it is refused. */
export function ConfirmDeletion({ title, children, typed, acknowledged, verb, run, close, then }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [ticked, setTicked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isReady = (typed === undefined || text === typed) && (acknowledged === undefined || ticked);
  const confirm = async () => {
    setBusy(true);
    const done = await run();
    setBusy(false);
    if (done.problem) return setProblem(done.problem);
    close();
    then?.();
  };
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      onOk={() => void confirm()}
      okText={verb ?? t("layout.delete")}
      cancelText={t("layout.cancel")}
      okButtonProps={{ danger: true, disabled: !isReady, loading: busy }}
    >
      <div className="stack">
        <div>{children}</div>
        {acknowledged !== undefined && (
          <Checkbox checked={ticked} onChange={(event) => setTicked(event.target.checked)}>
            {acknowledged}
          </Checkbox>
        )}
        {typed !== undefined && (
          <label>
            <span>{t("layout.typeName", { name: typed })}</span>
            <Input
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder={typed}
              style={{ marginTop: 6 }}
              autoComplete="off"
            />
          </label>
        )}
        {problem && <ProblemNotice problem={problem} />}
      </div>
    </Modal>
  );
}
