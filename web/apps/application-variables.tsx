import { Alert, Button, Card, Empty, Form, Input, Select } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { useEnvironmentChoices } from "../environments/environment-choices.ts";
import { graphql } from "../generated/gql.ts";
import { showAtFields } from "../layout/form-problem.ts";
import { Icon } from "../layout/icons.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton, type Permission } from "../layout/permitted-button.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";

const Variables = graphql(/* GraphQL */ `
  query ApplicationVariables($applicationId: ID!, $environmentId: ID!) {
    applicationVariables(applicationId: $applicationId, environmentId: $environmentId) {
      key
      value
    }
  }
`);
const Save = graphql(/* GraphQL */ `
  mutation SetApplicationVariables($input: SetApplicationVariablesInput!) {
    setApplicationVariables(input: $input) {
      key
      value
    }
  }
`);

type Props = { applicationId: string; can: Permission; chosen?: string; choose: (environmentId: string) => void };

/** Set per environment, read by the code of all components (APP-06). */
export function ApplicationVariables({ applicationId, can, chosen, choose }: Props) {
  const { t } = useTranslation();
  const { options, data, problem, again } = useEnvironmentChoices();
  const environmentId = chosen ?? options[0]?.value;
  if (problem && !data) return <ProblemNotice problem={problem} again={again} />;
  if (data && options.length === 0)
    return (
      <Empty description={t("apps.noEnvironment")}>
        <Link to="/environments/new">{t("environments.create")}</Link>
      </Empty>
    );
  return (
    <div className="stack" style={{ maxWidth: 860 }}>
      <label className="row">
        <span>{t("apps.environment")}</span>
        <Select
          value={environmentId}
          options={options}
          onChange={choose}
          style={{ minWidth: 220 }}
          aria-label={t("apps.environment")}
        />
      </label>
      <Alert type="info" showIcon title={t("apps.variables.effect")} />
      {environmentId && (
        <Editor key={environmentId} applicationId={applicationId} environmentId={environmentId} can={can} />
      )}
    </div>
  );
}

type Given = { variables: { key: string; value: string }[] };

function Editor({
  applicationId,
  environmentId,
  can,
}: {
  applicationId: string;
  environmentId: string;
  can: Permission;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const asked = useAsk(Variables, { applicationId, environmentId });
  const [save, busy] = useCommand(Save);
  const submit = async ({ variables = [] }: Given) => {
    const done = await save({
      input: {
        applicationId,
        environmentId,
        variables: variables.map(({ key, value }) => ({ key, value: value ?? "" })),
      },
    });
    setProblem(done.problem && showAtFields(form, done.problem));
    setSaved(!done.problem);
  };
  return (
    <Answered asked={asked}>
      {({ applicationVariables }) => (
        <Card>
          <Form
            form={form}
            onFinish={(given) => void submit(given)}
            onValuesChange={() => setSaved(false)}
            initialValues={{ variables: applicationVariables.map(({ key, value }) => ({ key, value })) }}
            autoComplete="off"
          >
            {problem && (
              <Form.Item>
                <ProblemNotice problem={problem} />
              </Form.Item>
            )}
            <Form.List name="variables">
              {(rows, { add, remove }) => (
                <>
                  {rows.length === 0 && <p className="quiet">{t("apps.variables.empty")}</p>}
                  {rows.map((row) => (
                    <div key={row.key} className="row" style={{ alignItems: "flex-start", flexWrap: "nowrap" }}>
                      <Form.Item
                        name={[row.name, "key"]}
                        style={{ flex: 2 }}
                        rules={[
                          { required: true, message: t("layout.required", { label: t("layout.key") }) },
                          { pattern: /^[A-Za-z_][A-Za-z0-9_.-]*$/, message: t("layout.variableKey") },
                        ]}
                      >
                        <Input placeholder={t("layout.key")} aria-label={t("layout.key")} className="mono" />
                      </Form.Item>
                      <Form.Item name={[row.name, "value"]} style={{ flex: 3 }}>
                        <Input placeholder={t("layout.value")} aria-label={t("layout.value")} className="mono" />
                      </Form.Item>
                      <Button
                        type="text"
                        icon={<Icon name="remove" />}
                        aria-label={t("layout.removeRow")}
                        onClick={() => remove(row.name)}
                      />
                    </div>
                  ))}
                  <Button icon={<Icon name="plus" />} onClick={() => add({ key: "", value: "" })}>
                    {t("layout.addVariable")}
                  </Button>
                </>
              )}
            </Form.List>
            <div className="row" style={{ marginTop: 16 }}>
              <PermittedButton can={can} type="primary" htmlType="submit" loading={busy}>
                {t("apps.variables.submit")}
              </PermittedButton>
              <span role="status" className="quiet">
                {saved ? t("apps.variables.saved") : ""}
              </span>
            </div>
          </Form>
        </Card>
      )}
    </Answered>
  );
}
