import { Form, type FormInstance, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Done } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { showAtFields } from "./form-problem.ts";
import { ProblemNotice } from "./problem-notice.tsx";

type Props<T, R> = {
  title: string;
  /** What the button says. */
  verb?: string;
  initial?: Partial<T>;
  run: (given: T) => Promise<Done<R>>;
  close: () => void;
  then?: (data: R) => void;
  /** Another step takes its place, so it does not close by itself. */
  goesOn?: boolean;
  width?: number;
  children: ReactNode | ((form: FormInstance<T>) => ReactNode);
};

/** A form in a dialog; it stays open and says at each field why it is refused. */
export function FormDialog<T extends object, R>(props: Props<T, R>) {
  const { title, verb, initial, run, close, then, goesOn, width, children } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<T>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (given: T) => {
    setBusy(true);
    setProblem(null);
    const done = await run(given);
    setBusy(false);
    if (done.problem) return setProblem(showAtFields(form as FormInstance, done.problem));
    if (!goesOn) close();
    then?.(done.data);
  };
  return (
    <Modal
      open
      title={title}
      width={width}
      onCancel={close}
      onOk={form.submit}
      confirmLoading={busy}
      okText={verb ?? t("layout.save")}
      cancelText={t("layout.cancel")}
      destroyOnHidden
    >
      <Form<T>
        form={form}
        layout="vertical"
        initialValues={initial as object}
        onFinish={(given) => void submit(given)}
        className="dialog-form"
      >
        {problem && (
          <Form.Item>
            <ProblemNotice problem={problem} />
          </Form.Item>
        )}
        {typeof children === "function" ? children(form) : children}
      </Form>
    </Modal>
  );
}
