import { Button, Card, Form, Steps } from "antd";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import { useDraft } from "../layout/draft.ts";
import { showAtFields } from "../layout/form-problem.ts";
import { Page } from "../layout/page.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { type ComponentGiven, componentInput } from "./component-given.ts";
import { KindStep } from "./kind-step.tsx";
import { useComponentOptions } from "./options.ts";
import { PartsStep } from "./parts-step.tsx";

const Target = graphql(/* GraphQL */ `
  query ApplicationForComponent($applicationId: ID!) {
    application(applicationId: $applicationId) {
      id
      name
      viewerCan {
        createComponent {
          allowed
          reason
        }
      }
    }
  }
`);
const Create = graphql(/* GraphQL */ `
  mutation CreateComponent($input: CreateComponentInput!) {
    createComponent(input: $input) {
      id
      name
    }
  }
`);

const kindFields = ["mode", "template", "type", "runtime", "framework", "keepTemplate", "saveAsTemplate"] as const;

/** What it is, then its name and source; created as it is, or deployed at once (CMP-03, CMP-16 to CMP-21). */
export default function CreateComponent() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { applicationId } = useParams({ strict: false }) as { applicationId: string };
  const [form] = Form.useForm<ComponentGiven>();
  const { restored, keep, done: forget } = useDraft(form, `component.${applicationId}`);
  const [step, setStep] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [create, busy] = useCommand(Create);
  const target = useAsk(Target, { applicationId });
  const asked = useComponentOptions();
  const can = target.data?.application.viewerCan.createComponent;

  const next = () =>
    void form.validateFields([...kindFields]).then(
      () => setStep(1),
      () => {},
    );
  const submit = async (andDeploy: boolean) => {
    const given = await form.validateFields().catch(() => null);
    if (!given || !asked.data) return;
    const done = await create({
      input: componentInput(asked.data, applicationId, form.getFieldsValue(true) as ComponentGiven),
    });
    if (done.problem) return refuse(done.problem);
    forget();
    const { id } = done.data.createComponent;
    void (andDeploy
      ? navigate({ to: "/components/$componentId/deploy", params: { componentId: id } })
      : navigate({ to: "/applications/$applicationId", params: { applicationId } }));
  };
  const refuse = (refused: Problem) => {
    if (kindFields.some((field) => field in refused.fields)) setStep(0);
    setProblem(showAtFields(form, refused));
  };
  const trail = [
    { text: t("layout.menu.applications"), to: "/applications" },
    { text: target.data?.application.name ?? "…", to: `/applications/${applicationId}` },
  ];
  return (
    <Page title={t("components.add")} trail={trail} about={t("components.addAbout")}>
      <Steps
        className="wizard-steps"
        current={step}
        onChange={(to) => (to === 0 ? setStep(0) : next())}
        items={[{ title: t("components.step.kind") }, { title: t("components.step.parts") }]}
      />
      <Answered asked={asked}>
        {(options) => (
          <Form<ComponentGiven>
            form={form}
            layout="vertical"
            onValuesChange={keep}
            preserve
            initialValues={{ mode: "custom", type: "web", description: "", ...restored }}
          >
            <Card style={{ maxWidth: 920 }}>
              {problem && (
                <Form.Item>
                  <ProblemNotice problem={problem} />
                </Form.Item>
              )}
              <div hidden={step !== 0}>
                <KindStep options={options} form={form} />
              </div>
              <div hidden={step !== 1}>
                <PartsStep options={options} form={form} />
              </div>
              <div className="wizard-foot">
                {step === 0 && (
                  <Button type="primary" onClick={next}>
                    {t("layout.next")}
                  </Button>
                )}
                {step === 1 && (
                  <>
                    <Button onClick={() => setStep(0)}>{t("layout.previous")}</Button>
                    <PermittedButton can={can} loading={busy} onClick={() => void submit(false)}>
                      {t("components.createNow")}
                    </PermittedButton>
                    <PermittedButton can={can} type="primary" loading={busy} onClick={() => void submit(true)}>
                      {t("components.createAndDeploy")}
                    </PermittedButton>
                  </>
                )}
              </div>
            </Card>
          </Form>
        )}
      </Answered>
    </Page>
  );
}
