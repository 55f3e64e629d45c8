import { Alert, Checkbox, Form, type FormInstance, Input, InputNumber, Select } from "antd";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { packageKindAmong, type RuntimeOption } from "../components/options.ts";
import { PackageChoice } from "../components/package-choice.tsx";
import { useEnvironmentChoices } from "../environments/environment-choices.ts";
import { graphql } from "../generated/gql.ts";
import { ChoiceCards } from "../layout/choice-cards.tsx";
import type { DeployGiven } from "./deploy-given.ts";
import { useVersionRules } from "./version.ts";

const Resources = graphql(/* GraphQL */ `
  query EnvironmentResources($environmentId: ID!) {
    environment(environmentId: $environmentId) {
      id
      name
      resources {
        id
        name
        kind
        attributes {
          engine
          address
        }
      }
    }
  }
`);

type Props = {
  form: FormInstance<DeployGiven>;
  runtime: RuntimeOption | undefined;
  component: { source: { kind: string }; instances: { id: string; environment: { id: string; name: string } }[] };
};

/** Where, which version, how many. Choosing an environment loads what it contains (ENV-07). */
export function BasicStep({ form, component, runtime }: Props) {
  const { t } = useTranslation();
  const environmentId = Form.useWatch("environmentId", { form, preserve: true });
  const system = Form.useWatch("system", { form, preserve: true });
  const environments = useEnvironmentChoices();
  const asked = useAsk(Resources, { environmentId: environmentId ?? "" }, { pause: !environmentId });
  const resources = environmentId ? (asked.data?.environment.resources ?? []) : [];
  const of = (kind: string) => resources.filter((one) => one.kind === kind);
  const clusters = of("cluster");
  const only = clusters.length === 1 ? clusters[0]!.id : undefined;
  const running = component.instances.find(({ environment }) => environment.id === environmentId);
  useEffect(() => {
    if (only && system === "container") form.setFieldValue("clusterId", only);
  }, [only, system, form]);
  const onlyEnvironment = environments.options.length === 1 ? environments.options[0]!.value : undefined;
  useEffect(() => {
    if (onlyEnvironment && !form.getFieldValue("environmentId")) form.setFieldValue("environmentId", onlyEnvironment);
  }, [onlyEnvironment, form]);
  const required = (label: string) => ({ required: true, message: t("layout.required", { label }) });
  const addResources = environmentId && (
    <Link to="/environments/$environmentId" params={{ environmentId }}>
      {t("deployments.addToEnvironment")}
    </Link>
  );
  return (
    <>
      <Form.Item
        name="environmentId"
        label={t("apps.environment")}
        rules={[required(t("apps.environment"))]}
        extra={
          environments.data &&
          environments.options.length === 0 && <Link to="/environments/new">{t("environments.create")}</Link>
        }
      >
        <Select
          options={environments.options}
          style={{ maxWidth: 420 }}
          placeholder={t("deployments.chooseEnvironment")}
          onChange={() => form.resetFields(["clusterId", "hostIds"])}
        />
      </Form.Item>
      {running && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t("deployments.runsThere", { environment: running.environment.name })}
          action={
            <Link to="/instances/$instanceId/upgrade" params={{ instanceId: running.id }}>
              {t("operations.upgrade")}
            </Link>
          }
        />
      )}
      <Form.Item name="system" label={t("deployments.system.title")} rules={[required(t("deployments.system.title"))]}>
        <ChoiceCards
          label={t("deployments.system.title")}
          choices={[
            {
              value: "container",
              title: t("deployments.system.container"),
              about: t("deployments.system.containerAbout"),
            },
            {
              value: "vm",
              title: t("deployments.system.vm"),
              about: t("deployments.system.vmAbout"),
              unavailable: runtime?.vmDeployable ? undefined : t("deployments.system.notOnVm"),
            },
          ]}
        />
      </Form.Item>
      <div className="row" style={{ alignItems: "flex-start" }}>
        <Form.Item
          name="version"
          label={t("deployments.version")}
          rules={useVersionRules()}
          extra={t("deployments.versionHelp")}
        >
          <Input style={{ width: 180 }} />
        </Form.Item>
        {system === "container" && (
          <Form.Item
            name="replicas"
            label={t("deployments.replicas")}
            rules={[required(t("deployments.replicas"))]}
            extra={t("deployments.replicasHelp")}
          >
            <InputNumber min={1} max={1000} precision={0} />
          </Form.Item>
        )}
      </div>
      <Form.Item name="description" label={t("layout.description")}>
        <Input.TextArea rows={2} maxLength={256} showCount />
      </Form.Item>
      {system === "vm" ? (
        <Form.Item
          name="hostIds"
          label={t("deployments.hosts")}
          rules={[{ ...required(t("deployments.hosts")), type: "array", min: 1 }]}
          extra={
            <>
              {t("deployments.hostsHelp")} {of("host").length === 0 && addResources}
            </>
          }
        >
          <Checkbox.Group
            options={of("host").map(({ id, name, attributes }) => ({
              value: id,
              label: `${name} ${attributes.address ?? ""}`,
            }))}
          />
        </Form.Item>
      ) : (
        <Form.Item
          name="clusterId"
          label={t("deployments.baseResource")}
          rules={[required(t("deployments.baseResource"))]}
          extra={environmentId && clusters.length === 0 && addResources}
        >
          <Select
            disabled={!environmentId}
            style={{ maxWidth: 420 }}
            placeholder={environmentId ? t("deployments.chooseCluster") : t("deployments.environmentFirst")}
            options={clusters.map(({ id, name, attributes }) => ({
              value: id,
              label: attributes.engine ? `${name} (${t(`environments.engine.${attributes.engine}`)})` : name,
            }))}
          />
        </Form.Item>
      )}
      {component.source.kind !== "image" && (
        <Form.Item
          name="packageId"
          label={t("components.package.title")}
          rules={[required(t("components.package.title"))]}
        >
          <PackageChoice format={packageKindAmong([runtime?.packageKind ?? "zip"]) ?? "zip"} />
        </Form.Item>
      )}
    </>
  );
}
