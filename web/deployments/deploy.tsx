import { Alert, Button, Card, Form, Steps } from "antd";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { useComponentOptions } from "../components/options.ts";
import { graphql } from "../generated/gql.ts";
import { useDraft } from "../layout/draft.ts";
import { showAtFields } from "../layout/form-problem.ts";
import { Page } from "../layout/page.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import type { Tabbed } from "../routes.tsx";
import { BasicStep } from "./basic-step.tsx";
import { type DeployGiven, deployInput } from "./deploy-given.ts";
import { ReleaseFields, releaseSections } from "./release-fields.tsx";
import { releaseDefaults } from "./release-given.ts";
import { DeploySummary } from "./deploy-summary.tsx";

const Target = graphql(/* GraphQL */ `
  query ComponentToDeploy($componentId: ID!) {
    component(componentId: $componentId) {
      id
      name
      runtime
      type
      application {
        id
        name
      }
      source {
        kind
        package {
          id
          fileName
        }
      }
      instances {
        id
        environment {
          id
          name
        }
      }
      viewerCan {
        deployComponent {
          allowed
          reason
        }
      }
    }
  }
`);
const Deploy = graphql(/* GraphQL */ `
  mutation DeployComponent($input: DeployComponentInput!) {
    deployComponent(input: $input) {
      id
      name
    }
  }
`);

const basicFields = [
  "environmentId",
  "system",
  "version",
  "description",
  "clusterId",
  "hostIds",
  "replicas",
  "packageId",
];

/** Basic configuration, component configuration, confirmation (DEP-04 to DEP-08, DEP-12). */
export default function DeployPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { componentId } = useParams({ strict: false }) as { componentId: string };
  const { environment } = useSearch({ strict: false }) as Tabbed;
  const [form] = Form.useForm<DeployGiven>();
  const { restored, keep, done: forget } = useDraft(form, `deploy.${componentId}`);
  const [step, setStep] = useState(0);
  const [open, setOpen] = useState(["component"]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [deploy, busy] = useCommand(Deploy);
  const asked = useAsk(Target, { componentId });
  const options = useComponentOptions();
  const component = asked.data?.component;
  const runtime = options.data?.runtimes.find(({ id }) => id === component?.runtime);
  const system = Form.useWatch("system", { form, preserve: true }) ?? "container";

  const goto = async (to: number) => {
    if (to > step) {
      const checked = step === 0 ? form.validateFields(basicFields as never) : form.validateFields();
      const ok = await checked.then(
        () => true,
        () => false,
      );
      if (!ok && step === 1) setOpen(releaseSections);
      if (!ok) return;
    }
    setStep(to);
  };
  const submit = async () => {
    const done = await deploy({ input: deployInput(componentId, form.getFieldsValue(true) as DeployGiven, runtime) });
    if (!done.problem) {
      forget();
      return void navigate({ to: "/instances/$instanceId", params: { instanceId: done.data.deployComponent.id } });
    }
    const fields = Object.keys(done.problem.fields);
    if (fields.length > 0) setStep(fields.some((field) => basicFields.includes(field.split(".")[0]!)) ? 0 : 1);
    setOpen(releaseSections);
    setProblem(showAtFields(form, done.problem));
  };
  const trail = [
    { text: t("layout.menu.applications"), to: "/applications" },
    { text: component?.application.name ?? "…", to: component && `/applications/${component.application.id}` },
    { text: component?.name ?? "…", to: `/components/${componentId}` },
  ];
  const steps = [t("deployments.step.basic"), t("deployments.step.configuration"), t("deployments.step.confirm")];
  return (
    <Page title={t("deployments.title", { name: component?.name ?? "" })} trail={trail}>
      <Steps
        className="wizard-steps"
        current={step}
        onChange={(to) => void goto(Math.min(to, step + 1))}
        items={steps.map((title) => ({ title }))}
      />
      <Answered asked={asked}>
        {({ component: found }) =>
          !options.data ? null : (
            <Form<DeployGiven>
              form={form}
              layout="vertical"
              preserve
              onValuesChange={() => {
                keep();
                setProblem(null);
              }}
              initialValues={{
                ...releaseDefaults(runtime),
                version: "1.0.0",
                system: "container",
                replicas: 1,
                hostIds: [],
                environmentId: environment,
                packageId: found.source.package?.id,
                ...restored,
              }}
            >
              <Card style={{ maxWidth: 980 }}>
                {found.source.kind === "image" && (
                  <Alert type="warning" showIcon title={t("deployments.needsEngine")} style={{ marginBottom: 16 }} />
                )}
                {problem && (
                  <Form.Item>
                    <ProblemNotice problem={problem} />
                  </Form.Item>
                )}
                <div hidden={step !== 0}>
                  <BasicStep form={form} component={found} runtime={runtime} />
                </div>
                <div hidden={step !== 1}>
                  <ReleaseFields form={form} runtime={runtime} system={system} open={open} setOpen={setOpen} />
                </div>
                {step === 2 && (
                  <DeploySummary given={form.getFieldsValue(true) as DeployGiven} component={found} runtime={runtime} />
                )}
                <div className="wizard-foot" style={{ marginTop: 20 }}>
                  {step > 0 && <Button onClick={() => setStep(step - 1)}>{t("layout.previous")}</Button>}
                  {step < 2 && (
                    <Button type="primary" onClick={() => void goto(step + 1)}>
                      {t("layout.next")}
                    </Button>
                  )}
                  {step === 2 && (
                    <PermittedButton
                      can={found.viewerCan.deployComponent}
                      type="primary"
                      loading={busy}
                      onClick={() => void submit()}
                    >
                      {t("deployments.deploy")}
                    </PermittedButton>
                  )}
                </div>
              </Card>
            </Form>
          )
        }
      </Answered>
    </Page>
  );
}
