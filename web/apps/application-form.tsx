import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import { showAtFields } from "../layout/form-problem.ts";
import { useNameRules } from "../layout/names.ts";
import { ProblemNotice } from "../layout/problem-notice.tsx";

const Create = graphql(/* GraphQL */ `
  mutation CreateApplication($input: CreateApplicationInput!) {
    createApplication(input: $input) {
      id
      name
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateApplication($input: UpdateApplicationInput!) {
    updateApplication(input: $input) {
      id
      name
      description
    }
  }
`);

type Given = { name: string; description: string };
type Existing = Given & { id: string };

/** Makes an application, or changes one (APP-01). */
export function ApplicationForm({
  existing,
  close,
  made,
}: {
  existing?: Existing;
  close: () => void;
  made?: (id: string) => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [create, creating] = useCommand(Create);
  const [update, updating] = useCommand(Update);
  const submit = async (given: Given) => {
    const done = existing
      ? await update({ input: { applicationId: existing.id, ...given } })
      : await create({ input: given });
    if (done.problem) return setProblem(showAtFields(form, done.problem));
    close();
    if ("createApplication" in done.data) made?.(done.data.createApplication.id);
  };
  return (
    <Modal
      open
      title={existing ? t("apps.edit") : t("apps.create")}
      onCancel={close}
      onOk={form.submit}
      confirmLoading={creating || updating}
      okText={existing ? t("layout.save") : t("layout.create")}
      cancelText={t("layout.cancel")}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={existing ?? { name: "", description: "" }}
        onFinish={(given) => void submit(given)}
      >
        {problem && (
          <Form.Item>
            <ProblemNotice problem={problem} />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t("apps.name")}
          rules={useNameRules(t("apps.name"))}
          help={undefined}
          extra={t("layout.nameHelp")}
        >
          <Input maxLength={64} autoFocus />
        </Form.Item>
        <Form.Item name="description" label={t("layout.description")}>
          <Input.TextArea maxLength={256} showCount rows={3} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
