import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Done } from "../../api/ask.ts";
import type { Problem } from "../../api/problem.ts";
import { Box } from "../../layout/box.tsx";
import { showAtFields } from "../../layout/form-problem.ts";
import { LinkButton } from "../../layout/link-button.tsx";
import { ProblemNotice } from "../../layout/problem-notice.tsx";
import type { PolicyDocument } from "./document.ts";
import { type Content, PolicyEditor, usePolicyEditor } from "./policy-editor.tsx";

type Given = { name: string; description: string };
type Props<R> = {
  existing?: Given & { document: PolicyDocument };
  verb: string;
  save: (given: Given & Content) => Promise<Done<R>>;
  then: (data: R) => void;
};

/** The name of a policy, and what it says. */
export function PolicyForm<R>({ existing, verb, save, then }: Props<R>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const editor = usePolicyEditor(existing?.document);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async ({ name, description = "" }: Given) => {
    if (!editor.content) return;
    setBusy(true);
    const done = await save({ name, description, ...editor.content });
    setBusy(false);
    if (done.problem) return setProblem(showAtFields(form, done.problem));
    then(done.data);
  };
  const label = t("access.policies.name");
  return (
    <Form form={form} layout="vertical" initialValues={existing} onFinish={(given) => void submit(given)}>
      <div className="stack">
        {problem && <ProblemNotice problem={problem} />}
        <Box>
          <div className="fields">
            <Form.Item
              name="name"
              label={label}
              rules={[{ required: true, whitespace: true, message: t("layout.required", { label }) }]}
            >
              <Input maxLength={64} />
            </Form.Item>
            <Form.Item name="description" label={t("layout.description")}>
              <Input maxLength={256} />
            </Form.Item>
          </div>
        </Box>
        <PolicyEditor editor={editor} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={busy} disabled={!editor.content}>
            {verb}
          </Button>
          <LinkButton to="/policies">{t("layout.cancel")}</LinkButton>
          {!editor.content && <span className="quiet">{t("access.editor.incomplete")}</span>}
        </div>
      </div>
    </Form>
  );
}
