import { Card, Form, Input, Select } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import { showAtFields } from "../layout/form-problem.ts";
import { useNameRules } from "../layout/names.ts";
import { PermittedButton, type Permission } from "../layout/permitted-button.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { ResourceChoice } from "./resource-choice.tsx";

const Vpcs = graphql(/* GraphQL */ `
  query Vpcs {
    resources(first: 200, kind: vpc) {
      nodes {
        id
        name
        attributes {
          cidr
        }
      }
    }
  }
`);

export type EnvironmentGiven = { name: string; description: string; vpcId: string; resourceIds: string[] };
type Props = {
  existing?: EnvironmentGiven;
  busy: boolean;
  verb: string;
  can?: Permission;
  submit: (given: EnvironmentGiven) => Promise<Problem | null>;
};

export function EnvironmentForm({ existing, busy, verb, can, submit }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EnvironmentGiven>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const vpcId = Form.useWatch("vpcId", form) ?? existing?.vpcId;
  const vpcs = useAsk(Vpcs, {});
  const options =
    vpcs.data?.resources.nodes.map(({ id, name, attributes }) => ({
      value: id,
      label: `${name} (${attributes.cidr})`,
    })) ?? [];
  const finish = async (given: EnvironmentGiven) => {
    const refused = await submit({ ...existing, ...given });
    if (refused) setProblem(showAtFields(form, nearestFields(refused)));
  };
  const required = (label: string) => ({ required: true, message: t("layout.required", { label }) });
  return (
    <Card style={{ maxWidth: 860 }}>
      <Form
        form={form}
        layout="vertical"
        initialValues={existing ?? { name: "", description: "", resourceIds: [] }}
        onFinish={(given) => void finish(given)}
      >
        {problem && (
          <Form.Item>
            <ProblemNotice problem={problem} />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t("environments.name")}
          rules={useNameRules(t("environments.name"))}
          extra={t("layout.nameHelp")}
        >
          <Input maxLength={64} style={{ maxWidth: 420 }} />
        </Form.Item>
        <Form.Item name="description" label={t("layout.description")}>
          <Input.TextArea rows={2} maxLength={256} showCount />
        </Form.Item>
        <Form.Item
          name="vpcId"
          label={t("environments.kind.vpc")}
          rules={[required(t("environments.kind.vpc"))]}
          extra={
            vpcs.problem ? (
              <ProblemNotice problem={vpcs.problem} again={vpcs.again} />
            ) : vpcs.data && options.length === 0 ? (
              <Link to="/infrastructure">{t("environments.noVpc")}</Link>
            ) : (
              t("environments.vpcHelp")
            )
          }
        >
          <Select
            disabled={existing !== undefined}
            options={options}
            loading={vpcs.loading}
            style={{ maxWidth: 420 }}
            onChange={() => form.setFieldValue("resourceIds", [])}
          />
        </Form.Item>
        {vpcId && (
          <Form.Item
            name="resourceIds"
            label={t("environments.resources")}
            rules={[{ ...required(t("environments.resources")), type: "array", min: 1 }]}
          >
            <ResourceChoice vpcId={vpcId} />
          </Form.Item>
        )}
        <div className="row">
          <PermittedButton can={can} type="primary" htmlType="submit" loading={busy}>
            {verb}
          </PermittedButton>
          <Link to="/environments">{t("layout.cancel")}</Link>
        </div>
      </Form>
    </Card>
  );
}

/** The form asks for resources as one list; what is said of those to add or remove belongs to it. */
const nearestFields = (problem: Problem): Problem => ({
  ...problem,
  fields: Object.fromEntries(
    Object.entries(problem.fields).map(([key, said]) => [
      /^(addR|removeR|r)esourceIds/.test(key) ? "resourceIds" : key,
      said,
    ]),
  ),
});
