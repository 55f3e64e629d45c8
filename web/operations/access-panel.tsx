import { Form, Input, InputNumber, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import type { AccessMode, AccessPartsFragment } from "../generated/graphql.ts";
import { ChoiceCards } from "../layout/choice-cards.tsx";
import { ConfirmDeletion } from "../layout/confirm-deletion.tsx";
import { showAtFields } from "../layout/form-problem.ts";
import { Icon } from "../layout/icons.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { AccessTable } from "./access-table.tsx";
import type { InstanceFound } from "./instance-query.ts";

const Add = graphql(/* GraphQL */ `
  mutation AddAccess($input: AddAccessInput!) {
    addAccess(input: $input) {
      id
      name
    }
  }
`);
const Remove = graphql(/* GraphQL */ `
  mutation RemoveAccess($input: RemoveAccessInput!) {
    removeAccess(input: $input) {
      id
    }
  }
`);

export function AccessPanel({ instance }: { instance: InstanceFound }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<AccessPartsFragment | null>(null);
  const [remove] = useCommand(Remove);
  return (
    <div className="stack">
      <div className="row">
        <PermittedButton
          can={instance.viewerCan.addAccess}
          type="primary"
          icon={<Icon name="plus" />}
          onClick={() => setAdding(true)}
        >
          {t("operations.access.add")}
        </PermittedButton>
      </div>
      <AccessTable
        accesses={instance.accesses}
        remove={instance.viewerCan.removeAccess.allowed ? setRemoving : undefined}
      />
      {adding && <AddService instance={instance} close={() => setAdding(false)} />}
      {removing && (
        <ConfirmDeletion
          title={t("operations.access.delete", { name: removing.name })}
          run={() => remove({ input: { instanceId: instance.id, accessId: removing.id } })}
          close={() => setRemoving(null)}
        >
          {t("operations.access.loses", { address: removing.address ?? removing.name })}
        </ConfirmDeletion>
      )}
    </div>
  );
}

type Given = { name: string; mode: AccessMode; containerPort?: number | null; accessPort?: number | null };
const modes = ["cluster", "vpc", "public"] as const;

function proposal(taken: string[]): string {
  let number = 1;
  while (taken.includes(`service-${number}`)) number++;
  return `service-${number}`;
}

/** OPS-14, OPS-17 */
function AddService({ instance, close }: { instance: InstanceFound; close: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [add, busy] = useCommand(Add);
  const submit = async ({ name, mode, containerPort, accessPort }: Given) => {
    const done = await add({
      input: {
        instanceId: instance.id,
        name,
        mode,
        protocol: "TCP",
        containerPort: containerPort ?? null,
        accessPort: accessPort ?? null,
      },
    });
    if (done.problem) return setProblem(showAtFields(form, done.problem));
    close();
  };
  return (
    <Modal
      open
      title={t("operations.access.add")}
      onCancel={close}
      onOk={form.submit}
      confirmLoading={busy}
      okText={t("layout.confirm")}
      cancelText={t("layout.cancel")}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={(given) => void submit(given)}
        initialValues={{ name: proposal(instance.accesses.map(({ name }) => name)), mode: "public" }}
      >
        {problem && (
          <Form.Item>
            <ProblemNotice problem={problem} />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t("operations.access.name")}
          rules={[
            { required: true, message: t("layout.required", { label: t("operations.access.name") }) },
            { pattern: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, message: t("components.nameCharacters") },
          ]}
        >
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="mode" label={t("operations.access.title")}>
          <ChoiceCards
            label={t("operations.access.title")}
            choices={modes.map((value) => ({
              value,
              title: t(`operations.access.mode.${value}`),
              about: t(`operations.access.modeAbout.${value}`),
            }))}
          />
        </Form.Item>
        <div className="row" style={{ alignItems: "flex-start" }}>
          <Form.Item
            name="containerPort"
            label={t("operations.access.containerPort")}
            extra={t("operations.access.containerPortHelp")}
          >
            <InputNumber min={1} max={65535} precision={0} />
          </Form.Item>
          <Form.Item
            name="accessPort"
            label={t("operations.access.accessPort")}
            extra={t("operations.access.accessPortHelp")}
          >
            <InputNumber min={1} max={65535} precision={0} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
