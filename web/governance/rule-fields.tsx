import { Form, Input, InputNumber, Radio, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { type Field, isAsked, type Kind, type Rule, useSaid } from "./kinds.ts";
import { ContractChoice, MethodChoice, ServiceChoice } from "./object-choice.tsx";

/** The microservice that is governed, of one version. */
export type Governed = { engineId: string; environment: string; application: string; name: string };
type Props = { kind: Kind; governed: Governed };

/** The form of a rule, from the server's description of its kind. */
export function RuleFields({ kind, governed }: Props) {
  const form = Form.useFormInstance<Rule>();
  const entered = (Form.useWatch([], form) ?? {}) as Rule;
  return kind.fields
    .filter((field) => isAsked(field, entered))
    .map((field) =>
      // The application follows from the microservice that is chosen.
      field.kind === "application" ? (
        <Form.Item key={field.name} name={field.name} hidden>
          <Input />
        </Form.Item>
      ) : (
        <RuleField key={field.name} field={field} governed={governed} entered={entered} />
      ),
    );
}

function RuleField({ field, governed, entered }: { field: Field; governed: Governed; entered: Rule }) {
  const { t, i18n } = useTranslation();
  const said = useSaid();
  const form = Form.useFormInstance<Rule>();
  const label = said(field.label);
  const { kind, min, max } = field;
  const range = kind === "integer" && min !== null && max !== null ? `${min} – ${max}` : null;
  const help = [range, i18n.language === "en" ? field.description : null].filter(Boolean).join(" · ");
  const other = {
    engineId: governed.engineId,
    environment: governed.environment,
    application: (entered["application"] as string | undefined) ?? governed.application,
    microservice: entered["microservice"] as string | undefined,
  };
  return (
    <Form.Item
      name={field.name}
      label={label}
      extra={help || undefined}
      valuePropName={kind === "switch" ? "checked" : "value"}
      rules={[{ required: field.required && kind !== "switch", message: t("layout.required", { label }) }]}
    >
      {kind === "microservice" ? (
        <ServiceChoice
          governed={governed}
          onApplication={(application) => form.setFieldsValue({ application, schema: undefined, operation: undefined })}
        />
      ) : kind === "contract" ? (
        <ContractChoice of={other} onContract={() => form.setFieldValue("operation", undefined)} />
      ) : kind === "method" ? (
        <MethodChoice of={other} contractId={entered["schema"] as string | undefined} />
      ) : kind === "choice" ? (
        <Radio.Group options={field.choices.map((one) => ({ value: one.value, label: said(one.label) }))} />
      ) : kind === "switch" ? (
        <Switch />
      ) : kind === "integer" ? (
        <InputNumber
          min={min ?? undefined}
          max={max ?? undefined}
          precision={0}
          suffix={field.unit}
          style={{ width: 220 }}
        />
      ) : (
        <Input maxLength={max ?? undefined} autoComplete="off" />
      )}
    </Form.Item>
  );
}
