import { Button, Card, Form, Input, Select, Steps } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import type { Problem } from "../../api/problem.ts";
import { graphql } from "../../generated/gql.ts";
import type { EngineSpecification } from "../../generated/graphql.ts";
import { useProjectRights } from "../../identity/project-rights.ts";
import { ChoiceCards } from "../../layout/choice-cards.tsx";
import { useDraft } from "../../layout/draft.ts";
import { Facts } from "../../layout/facts.tsx";
import { showAtFields } from "../../layout/form-problem.ts";
import { LinkButton } from "../../layout/link-button.tsx";
import { useNameRules } from "../../layout/names.ts";
import { Page } from "../../layout/page.tsx";
import { Answered } from "../../layout/panel.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { ProblemNotice } from "../../layout/problem-notice.tsx";
import { engineSizes } from "./sizes.ts";

const Networks = graphql(/* GraphQL */ `
  query NetworksForEngine {
    resources(first: 200) {
      nodes {
        id
        name
        kind
        vpc {
          id
        }
        attributes {
          cidr
          availabilityZone
        }
      }
    }
  }
`);
const Create = graphql(/* GraphQL */ `
  mutation CreateEngine($input: CreateEngineInput!) {
    createEngine(input: $input) {
      id
    }
  }
`);

type Given = {
  name: string;
  description: string;
  specification: EngineSpecification;
  zones: string[];
  size: string;
  vpcId: string;
  subnetId: string;
};

/** Settings, then a look at all of it, then it is made (ENG-04 to ENG-08). */
export default function CreateEngine() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Given>();
  const draft = useDraft(form, "engine");
  const [step, setStep] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [create, creating] = useCommand(Create);
  const asked = useAsk(Networks, {});
  const can = useProjectRights()?.createEngine;
  const submit = async () => {
    const { size, description = "", ...given } = form.getFieldsValue(true) as Given;
    const done = await create({ input: { ...given, description, instanceQuota: Number(size) } });
    if (done.problem) {
      setStep(0);
      return setProblem(showAtFields(form, done.problem));
    }
    draft.done();
    void navigate({ to: "/engines/$engineId", params: { engineId: done.data.createEngine.id } });
  };
  return (
    <Page
      title={t("engines.create")}
      trail={[{ text: t("layout.menu.infrastructure") }, { text: t("layout.menu.engines"), to: "/engines" }]}
    >
      <Steps
        className="wizard-steps"
        current={step}
        items={[{ title: t("engines.wizard.settings") }, { title: t("engines.wizard.confirm") }]}
      />
      <Answered asked={asked}>
        {({ resources: { nodes } }) => (
          <Form<Given>
            form={form}
            layout="vertical"
            initialValues={{ specification: "ha", size: "100", ...draft.restored }}
            onValuesChange={draft.keep}
            onFinish={() => (step === 0 ? setStep(1) : void submit())}
          >
            <Card style={{ maxWidth: 860 }}>
              {problem && (
                <Form.Item>
                  <ProblemNotice problem={problem} />
                </Form.Item>
              )}
              <div hidden={step !== 0}>
                <SettingsFields resources={nodes} />
              </div>
              {step === 1 && <Summary given={form.getFieldsValue(true) as Given} resources={nodes} />}
              <div className="wizard-foot">
                {step === 1 && <Button onClick={() => setStep(0)}>{t("layout.previous")}</Button>}
                {step === 0 ? (
                  <Button type="primary" htmlType="submit">
                    {t("layout.next")}
                  </Button>
                ) : (
                  <PermittedButton can={can} type="primary" htmlType="submit" loading={creating}>
                    {t("engines.wizard.submit")}
                  </PermittedButton>
                )}
                <LinkButton to="/engines">{t("layout.cancel")}</LinkButton>
              </div>
            </Card>
          </Form>
        )}
      </Answered>
    </Page>
  );
}

type Resource = {
  id: string;
  name: string;
  kind: string;
  vpc?: { id: string } | null;
  attributes: { cidr?: string | null; availabilityZone?: string | null };
};

function SettingsFields({ resources }: { resources: Resource[] }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Given>();
  const specification = Form.useWatch("specification", form);
  const vpcId = Form.useWatch("vpcId", form);
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  const named = ({ id, name, attributes: { cidr } }: Resource) => ({
    value: id,
    label: cidr ? `${name} (${cidr})` : name,
  });
  const zones = [...new Set(resources.map(({ attributes }) => attributes.availabilityZone).filter(Boolean))];
  const most = specification === "ha" ? 2 : 1;
  return (
    <>
      <Form.Item
        name="name"
        label={t("engines.name")}
        rules={useNameRules(t("engines.name"))}
        extra={`${t("layout.nameHelp")}; ${t("engines.nameStays")}`}
      >
        <Input maxLength={64} style={{ maxWidth: 420 }} />
      </Form.Item>
      <Form.Item name="description" label={t("layout.description")}>
        <Input.TextArea maxLength={256} showCount rows={2} />
      </Form.Item>
      <Form.Item name="specification" label={t("engines.specification")} rules={required(t("engines.specification"))}>
        <ChoiceCards
          label={t("engines.specification")}
          choices={(["ha", "non_ha"] as const).map((value) => ({
            value,
            title: t(`engines.specifications.${value}`),
            about: t(`engines.specificationAbout.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="zones"
        label={t("engines.zones")}
        extra={specification === "ha" ? t("engines.zonesHelp.ha") : t("engines.zonesHelp.nonHa")}
        dependencies={["specification"]}
        rules={[
          ...required(t("engines.zones")),
          { type: "array", max: most, message: t("engines.zonesMost", { count: most }) },
        ]}
      >
        <Select
          mode="tags"
          style={{ maxWidth: 420 }}
          tokenSeparators={[",", " "]}
          options={(zones.length > 0 ? zones : ["az1", "az2"]).map((value) => ({ value }))}
        />
      </Form.Item>
      <Form.Item name="size" label={t("engines.instances")} rules={required(t("engines.instances"))}>
        <ChoiceCards
          label={t("engines.instances")}
          choices={engineSizes.map((size) => ({
            value: String(size),
            title: t("engines.instancesOf", { count: size }),
          }))}
        />
      </Form.Item>
      <div className="fields" style={{ maxWidth: 860 }}>
        <Form.Item
          name="vpcId"
          label={t("engines.vpc")}
          extra={t("engines.networkHelp")}
          rules={required(t("engines.vpc"))}
        >
          <Select
            options={resources.filter(({ kind }) => kind === "vpc").map(named)}
            onChange={() => form.setFieldValue("subnetId", undefined)}
          />
        </Form.Item>
        <Form.Item name="subnetId" label={t("engines.subnet")} rules={required(t("engines.subnet"))}>
          <Select
            disabled={!vpcId}
            options={resources.filter(({ kind, vpc }) => kind === "subnet" && vpc?.id === vpcId).map(named)}
          />
        </Form.Item>
      </div>
    </>
  );
}

function Summary({ given, resources }: { given: Given; resources: Resource[] }) {
  const { t } = useTranslation();
  const nameOf = (id: string) => resources.find((one) => one.id === id)?.name;
  return (
    <>
      <Facts
        facts={[
          [t("engines.name"), given.name],
          [t("layout.description"), given.description],
          [t("engines.specification"), t(`engines.specifications.${given.specification}`)],
          [t("engines.zones"), given.zones.join(", ")],
          [t("engines.instances"), given.size],
          [t("engines.vpc"), nameOf(given.vpcId)],
          [t("engines.subnet"), nameOf(given.subnetId)],
        ]}
      />
      <p className="quiet">{t("engines.wizard.about")}</p>
    </>
  );
}
