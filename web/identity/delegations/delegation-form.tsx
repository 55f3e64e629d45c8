import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { instantOf } from "../../layout/moment.tsx";
import { PolicyChoice } from "../policies/policy-choice.tsx";
import { useViewer } from "../viewer.ts";

const Create = graphql(/* GraphQL */ `
  mutation CreateDelegation($input: CreateDelegationInput!) {
    createDelegation(input: $input) {
      id
    }
  }
`);

type Given = {
  name: string;
  description: string;
  projectId: string;
  delegateId: string;
  policyIds: string[];
  expiresAt: string;
};

/** Lets another account act in a project, at most so far, at most so long (IAM-22). */
export function DelegationForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [create] = useCommand(Create);
  const required = (label: string) => [{ required: true, whitespace: true, message: t("layout.required", { label }) }];
  const own = viewer?.projects.filter(({ delegatedBy }) => !delegatedBy) ?? [];
  return (
    <FormDialog<Given, object>
      title={t("access.delegations.create")}
      verb={t("layout.create")}
      width={600}
      initial={{ projectId: viewer?.projectId }}
      run={({ expiresAt, description = "", ...given }) =>
        create({ input: { ...given, description, expiresAt: instantOf(expiresAt) } })
      }
      close={close}
    >
      <Form.Item name="name" label={t("access.name")} rules={required(t("access.name"))}>
        <Input maxLength={64} autoFocus />
      </Form.Item>
      <Form.Item
        name="delegateId"
        label={t("access.delegations.delegate")}
        extra={t("access.delegations.delegateHelp")}
        rules={required(t("access.delegations.delegate"))}
      >
        <Input placeholder="acc_…" autoComplete="off" />
      </Form.Item>
      <Form.Item name="projectId" label={t("layout.project")} rules={required(t("layout.project"))}>
        <Select options={own.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <PolicyChoice name="policyIds" />
      <Form.Item name="expiresAt" label={t("access.expires")} extra={t("access.delegations.expiresHelp")}>
        <Input type="datetime-local" style={{ width: 230 }} />
      </Form.Item>
      <Form.Item name="description" label={t("layout.description")}>
        <Input maxLength={256} />
      </Form.Item>
    </FormDialog>
  );
}
