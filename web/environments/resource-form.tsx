import { Drawer, Form, Button, Input, InputNumber, Select, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import type { ResourceAttributesInput, ResourceKind } from "../generated/graphql.ts";
import { showAtFields } from "../layout/form-problem.ts";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { resourceKinds, kindsInOrder } from "./resource-kinds.ts";
import type { ResourceRow } from "./resource-list.tsx";

const Register = graphql(/* GraphQL */ `
  mutation RegisterResource($input: RegisterResourceInput!) {
    registerResource(input: $input) {
      id
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateResource($input: UpdateResourceInput!) {
    updateResource(input: $input) {
      id
    }
  }
`);
const Networks = graphql(/* GraphQL */ `
  query ResourceChoices($kind: ResourceKind!, $vpcId: ID) {
    resources(first: 200, kind: $kind, vpcId: $vpcId) {
      nodes {
        id
        name
      }
    }
  }
`);

type Given = {
  kind: ResourceKind;
  name: string;
  vpcId?: string;
  agentId?: string;
  attributes?: ResourceAttributesInput;
};
const engines = ["process", "docker", "kubernetes"] as const;

/** Adds a resource to the inventory, or changes one. */
export function ResourceForm({ existing, close }: { existing?: ResourceRow; close: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [register, registering] = useCommand(Register);
  const [update, updating] = useCommand(Update);
  const kind = Form.useWatch("kind", form) ?? existing?.kind ?? "cluster";
  const vpcId = Form.useWatch("vpcId", form) ?? existing?.vpc?.id;
  const vpcs = useAsk(Networks, { kind: "vpc", vpcId: null });
  const clusters = useAsk(Networks, { kind: "cluster", vpcId: vpcId ?? null }, { pause: kind !== "host" || !vpcId });
  const choices = (asked: typeof vpcs) =>
    asked.data?.resources.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [];

  const submit = async ({ kind: chosen, name, vpcId: vpc, agentId, attributes = {} }: Given) => {
    const known = Object.fromEntries(
      resourceKinds[chosen].attributes
        .map(({ key }) => [key, attributes[key] === "" ? null : attributes[key]])
        .filter(([, value]) => value !== undefined),
    ) as ResourceAttributesInput;
    const done = existing
      ? await update({ input: { resourceId: existing.id, name, agentId: agentId?.trim() || null, attributes: known } })
      : await register({
          input: {
            kind: chosen,
            name,
            vpcId: chosen === "vpc" ? null : vpc,
            agentId: agentId?.trim() || null,
            attributes: known,
          },
        });
    if (done.problem) return setProblem(showAtFields(form, done.problem));
    close();
  };
  const label = (key: string) => t(`environments.attribute.${key}`);
  const input = (type: string, example?: string) => {
    if (type === "number") return <InputNumber style={{ width: "100%" }} placeholder={example} />;
    if (type === "switch") return <Switch />;
    if (type === "secret") return <Input.Password autoComplete="new-password" />;
    if (type === "engine")
      return <Select options={engines.map((value) => ({ value, label: t(`environments.engine.${value}`) }))} />;
    if (type === "cluster") return <Select allowClear options={choices(clusters)} />;
    return <Input placeholder={example} />;
  };
  const initial: Given = existing
    ? {
        kind: existing.kind,
        name: existing.name,
        vpcId: existing.vpc?.id,
        agentId: existing.agentId ?? "",
        attributes: { ...existing.attributes, clusterId: existing.cluster?.id },
      }
    : { kind: "cluster", name: "", attributes: { engine: "process", port: 6379, database: 0 } };
  return (
    <Drawer
      open
      size="default"
      onClose={close}
      title={existing ? t("environments.resource.edit", { name: existing.name }) : t("environments.resource.register")}
      extra={
        <Button type="primary" loading={registering || updating} onClick={form.submit}>
          {existing ? t("layout.save") : t("environments.resource.register")}
        </Button>
      }
    >
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(given) => void submit(given)}>
        {problem && (
          <Form.Item>
            <ProblemNotice problem={problem} />
          </Form.Item>
        )}
        <Form.Item name="kind" label={t("environments.resource.kind")} rules={[{ required: true }]}>
          <Select
            disabled={existing !== undefined}
            options={kindsInOrder.map((value) => ({ value, label: t(`environments.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label={t("environments.resource.name")}
          rules={[
            {
              required: true,
              whitespace: true,
              message: t("layout.required", { label: t("environments.resource.name") }),
            },
          ]}
        >
          <Input maxLength={64} />
        </Form.Item>
        {kind !== "vpc" && (
          <Form.Item
            name="vpcId"
            label={t("environments.kind.vpc")}
            rules={[{ required: true, message: t("layout.required", { label: t("environments.kind.vpc") }) }]}
          >
            <Select
              disabled={existing !== undefined}
              options={choices(vpcs)}
              placeholder={t("environments.resource.chooseVpc")}
            />
          </Form.Item>
        )}
        {resourceKinds[kind].attributes.map(({ key, type, required, example }) => (
          <Form.Item
            key={key}
            name={["attributes", key]}
            label={label(key)}
            valuePropName={type === "switch" ? "checked" : "value"}
            rules={required ? [{ required: true, message: t("layout.required", { label: label(key) }) }] : []}
          >
            {input(type, example)}
          </Form.Item>
        ))}
        {resourceKinds[kind].hasAgent && (
          <Form.Item
            name="agentId"
            label={t("environments.attribute.agentId")}
            extra={t("environments.resource.agentHelp")}
          >
            <Input />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  );
}
