import { Button, Checkbox, Form, type FormInstance, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { ChoiceCards } from "../layout/choice-cards.tsx";
import { ConfirmDeletion } from "../layout/confirm-deletion.tsx";
import { Icon } from "../layout/icons.tsx";
import { useNameRules } from "../layout/names.ts";
import type { ComponentGiven } from "./component-given.ts";
import { frameworkName, type Options, runtimeName } from "./options.ts";
import { usePackageHelp } from "./package-help.ts";

const types = ["microservice", "web", "generic"] as const;

/** Configuration mode, and what follows from it (CMP-04 to CMP-08, CMP-19). */
export function KindStep({ options, form }: { options: Options; form: FormInstance<ComponentGiven> }) {
  const { t } = useTranslation();
  const mode = Form.useWatch("mode", { form, preserve: true });
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  return (
    <>
      <Form.Item name="mode" label={t("components.mode.title")} rules={required(t("components.mode.title"))}>
        <ChoiceCards
          label={t("components.mode.title")}
          choices={[
            { value: "template", title: t("components.mode.template"), about: t("components.mode.templateAbout") },
            { value: "custom", title: t("components.mode.custom"), about: t("components.mode.customAbout") },
          ]}
        />
      </Form.Item>
      {mode === "template" ? <TemplateChoice options={options} /> : <CustomChoice options={options} form={form} />}
    </>
  );
}

function TemplateChoice({ options }: { options: Options }) {
  const { t } = useTranslation();
  const [deleting, setDeleting] = useState<{ id: string; name: string } | null>(null);
  const own = options.componentTemplates.nodes;
  const about = (one: { type: (typeof types)[number]; runtime: string }, framework: string) =>
    `${t(`components.types.${one.type}`)} · ${runtimeName(options, one.runtime)} · ${framework}`;
  const choices = [
    ...options.componentOptions.templates.map((one) => ({
      value: one.name,
      title: one.name,
      about: about(one, one.frameworkLabel),
    })),
    ...own.map((one) => ({
      value: one.name,
      title: one.name,
      about: about(one, frameworkName(options, one.framework)),
    })),
  ];
  return (
    <>
      <Form.Item
        name="template"
        label={t("components.template")}
        rules={[{ required: true, message: t("layout.required", { label: t("components.template") }) }]}
      >
        <ChoiceCards label={t("components.template")} choices={choices} />
      </Form.Item>
      {own.length > 0 && (
        <p className="row">
          <span className="quiet">{t("components.ownTemplates")}</span>
          {own.map((one) => (
            <Button
              key={one.id}
              size="small"
              icon={<Icon name="remove" />}
              onClick={() => setDeleting(one)}
              aria-label={t("components.deleteTemplate", { name: one.name })}
            >
              {one.name}
            </Button>
          ))}
        </p>
      )}
      {deleting && <DeleteTemplate template={deleting} close={() => setDeleting(null)} />}
    </>
  );
}

const Delete = graphql(/* GraphQL */ `
  mutation DeleteComponentTemplate($input: DeleteComponentTemplateInput!) {
    deleteComponentTemplate(input: $input) {
      id
    }
  }
`);

function DeleteTemplate({ template, close }: { template: { id: string; name: string }; close: () => void }) {
  const { t } = useTranslation();
  const [remove] = useCommand(Delete);
  return (
    <ConfirmDeletion
      title={t("components.deleteTemplate", { name: template.name })}
      run={() => remove({ input: { templateId: template.id } })}
      close={close}
    >
      {t("components.deleteTemplateLoses")}
    </ConfirmDeletion>
  );
}

function CustomChoice({ options, form }: { options: Options; form: FormInstance<ComponentGiven> }) {
  const { t } = useTranslation();
  const type = Form.useWatch("type", { form, preserve: true });
  const runtime = Form.useWatch("runtime", { form, preserve: true });
  const help = usePackageHelp(options.runtimes.find(({ id }) => id === runtime));
  const keep = Form.useWatch("keepTemplate", { form, preserve: true });
  const { combinations, frameworks } = options.componentOptions;
  const fitting = combinations.filter((one) => one.type === type);
  const runtimes = options.runtimes.filter(({ id }) => fitting.some((one) => one.runtime === id));
  const choices = frameworks.filter(({ id }) => fitting.some((one) => one.runtime === runtime && one.framework === id));
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  const nameRules = useNameRules(t("components.templateName"));
  const clear = (...fields: (keyof ComponentGiven)[]) => form.resetFields(fields as never);
  return (
    <>
      <Form.Item name="type" label={t("components.type")} rules={required(t("components.type"))}>
        <ChoiceCards
          label={t("components.type")}
          onChange={() => clear("runtime", "framework", "source")}
          choices={types.map((value) => ({
            value,
            title: t(`components.types.${value}`),
            about: t(`components.typesAbout.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="runtime" label={t("components.runtime")} rules={required(t("components.runtime"))} extra={help}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          style={{ maxWidth: 360 }}
          placeholder={t("components.chooseRuntime")}
          onChange={() => clear("framework", "source")}
          options={runtimes.map(({ id, label }) => ({ value: id, label }))}
        />
      </Form.Item>
      {type === "microservice" && (
        <Form.Item name="framework" label={t("components.framework")} rules={required(t("components.framework"))}>
          <Select
            style={{ maxWidth: 360 }}
            disabled={!runtime}
            options={choices.map(({ id, label }) => ({ value: id, label }))}
            placeholder={t("components.chooseFramework")}
          />
        </Form.Item>
      )}
      <Form.Item name="keepTemplate" valuePropName="checked">
        <Checkbox>{t("components.keepTemplate", { count: type === "generic" ? 2 : 3 })}</Checkbox>
      </Form.Item>
      {keep && (
        <Form.Item name="saveAsTemplate" label={t("components.templateName")} rules={nameRules}>
          <Input style={{ maxWidth: 360 }} maxLength={64} />
        </Form.Item>
      )}
    </>
  );
}
