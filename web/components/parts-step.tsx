import { Alert, Form, type FormInstance, Input, Select, Switch } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { ChoiceCards } from "../layout/choice-cards.tsx";
import { type ComponentGiven, kindOf } from "./component-given.ts";
import { combinationOf, frameworkName, type Options, packageKindAmong, packageKinds, runtimeName } from "./options.ts";
import { PackageChoice } from "./package-choice.tsx";

const Clusters = graphql(/* GraphQL */ `
  query ClustersToBuild {
    resources(first: 200, kind: cluster) {
      nodes {
        id
        name
      }
    }
  }
`);

/** Name, source, Python entry and build settings (CMP-17, CMP-20 to CMP-23). */
export function PartsStep({ options, form }: { options: Options; form: FormInstance<ComponentGiven> }) {
  const { t } = useTranslation();
  const given = (Form.useWatch((all: ComponentGiven) => all, { form, preserve: true }) ??
    {}) as Partial<ComponentGiven>;
  const kind = kindOf(options, given);
  const runtime = options.runtimes.find(({ id }) => id === kind?.runtime);
  const sources = (kind && combinationOf(options, kind)?.sources) ?? [];
  const format = packageKindAmong(sources);
  const chosenKind = given.source?.kind;
  const ofImage = sources.includes("image");
  useEffect(() => {
    if (format && !packageKinds.some((one) => one === chosenKind && one === format))
      form.setFieldValue(["source", "kind"], format);
  }, [format, chosenKind, form]);
  const required = (label: string) => ({ required: true, message: t("layout.required", { label }) });
  return (
    <>
      {kind && (
        <p className="quiet" style={{ marginTop: 0 }}>
          {[
            t(`components.types.${kind.type}`),
            runtimeName(options, kind.runtime),
            kind.framework && frameworkName(options, kind.framework),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      <Form.Item
        name="name"
        label={t("components.name")}
        extra={t("components.nameHelp")}
        rules={[
          required(t("components.name")),
          { min: 2, max: 64, message: t("layout.nameLength") },
          { pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, message: t("components.nameCharacters") },
        ]}
      >
        <Input maxLength={64} style={{ maxWidth: 420 }} autoComplete="off" />
      </Form.Item>
      <Form.Item name="description" label={t("layout.description")}>
        <Input.TextArea rows={2} maxLength={256} showCount />
      </Form.Item>
      {ofImage && <Alert type="info" showIcon title={t("components.imageLater")} style={{ marginBottom: 16 }} />}
      {!ofImage && sources.length > 0 && (
        <Form.Item name={["source", "kind"]} label={t("components.source")} rules={[required(t("components.source"))]}>
          <ChoiceCards
            label={t("components.source")}
            choices={[...sources]
              .sort((a) => (a === format ? -1 : 1))
              .map((value) => ({
                value,
                title: t(`components.sources.${value}`),
                unavailable:
                  value === "repository" || value === "template" ? t("components.needsAuthorisation") : undefined,
              }))}
          />
        </Form.Item>
      )}
      {format && chosenKind === format && (
        <Form.Item
          name={["source", "packageId"]}
          label={t("components.package.title")}
          rules={[required(t("components.package.title"))]}
        >
          <PackageChoice key={format} format={format} runtime={runtime} />
        </Form.Item>
      )}
      {runtime?.asksPythonFramework && <PythonEntry options={options} framework={given.python?.framework} />}
      {!ofImage && <BuildSettings on={given.withBuild ?? false} />}
    </>
  );
}

/** CMP-21 */
function PythonEntry({ options, framework }: { options: Options; framework?: string }) {
  const { t } = useTranslation();
  const { pythonFrameworks } = options.componentOptions;
  const asksModule = pythonFrameworks.find(({ name }) => name === framework)?.asksModule;
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  return (
    <>
      <Form.Item
        name={["python", "framework"]}
        label={t("components.python.framework")}
        rules={required(t("components.python.framework"))}
      >
        <Select
          style={{ maxWidth: 360 }}
          options={pythonFrameworks.map(({ name }) => ({ value: name, label: name }))}
        />
      </Form.Item>
      {asksModule && (
        <div className="row" style={{ alignItems: "flex-start" }}>
          <Form.Item
            name={["python", "module"]}
            label={t("components.python.module")}
            rules={required(t("components.python.module"))}
            extra={t("components.python.moduleHelp")}
          >
            <Input placeholder="server" />
          </Form.Item>
          <Form.Item
            name={["python", "variable"]}
            label={t("components.python.variable")}
            rules={required(t("components.python.variable"))}
            extra={t("components.python.variableHelp")}
          >
            <Input placeholder="app" />
          </Form.Item>
        </div>
      )}
    </>
  );
}

/** CMP-23 */
function BuildSettings({ on }: { on: boolean }) {
  const { t } = useTranslation();
  const clusters = useAsk(Clusters, {}, { pause: !on });
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  return (
    <>
      <Form.Item
        name="withBuild"
        label={t("components.build.title")}
        valuePropName="checked"
        extra={t("components.build.help")}
      >
        <Switch />
      </Form.Item>
      {on && (
        <div className="row" style={{ alignItems: "flex-start" }}>
          <Form.Item
            name={["build", "organization"]}
            label={t("components.build.organization")}
            rules={required(t("components.build.organization"))}
          >
            <Input />
          </Form.Item>
          <Form.Item
            name={["build", "clusterId"]}
            label={t("components.build.cluster")}
            rules={required(t("components.build.cluster"))}
          >
            <Select
              style={{ minWidth: 200 }}
              options={clusters.data?.resources.nodes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name={["build", "nodeLabels"]} label={t("components.build.labels")}>
            <Select
              mode="tags"
              open={false}
              style={{ minWidth: 240 }}
              placeholder={t("components.build.labelsExample")}
            />
          </Form.Item>
        </div>
      )}
    </>
  );
}
