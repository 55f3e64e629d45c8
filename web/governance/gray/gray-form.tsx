import { Form, type FormInstance, Input, InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import type { GrayRule, GrayService } from "./gray-list.tsx";
import { GrayPreview } from "./gray-preview.tsx";
import { priorityAbove, type Spec, specOf, type Weight, ways } from "./spec.ts";
import { WeightFields } from "./weight-fields.tsx";

const Create = graphql(/* GraphQL */ `
  mutation CreateGrayRule($input: CreateGrayRuleInput!) {
    createGrayRule(input: $input) {
      id
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateGrayRule($input: UpdateGrayRuleInput!) {
    updateGrayRule(input: $input) {
      id
    }
  }
`);

type Given = { name: string; priority?: number | null; spec: Spec };
type Props = { governed: GrayService; versions: string[]; rule?: GrayRule; rules: GrayRule[]; close: () => void };

/** A new release begins with a small share for the newest version. */
const firstWeights = ([newest, before]: string[]): Partial<Weight>[] =>
  newest && before
    ? [
        { version: newest, weight: 10 },
        { version: before, weight: 90 },
      ]
    : [{ version: newest, weight: 100 }];

/** A gray rule by weight, by what requests say, or by their lane, with the keys that it publishes. */
export function GrayForm({ governed, versions, rule, rules, close }: Props) {
  const { t } = useTranslation();
  const [create] = useCommand(Create);
  const [update] = useCommand(Update);
  const { engineId, serviceId } = governed;
  const label = t("governance.gray.name");
  const empty = { weights: firstWeights(versions), join: "and", conditions: [{ operator: "equal" }], versions: [] };
  return (
    <FormDialog<Given, object>
      title={
        rule ? t("governance.gray.editOf", { name: rule.name }) : t("governance.gray.addOf", { service: governed.name })
      }
      verb={t("governance.publish")}
      width={760}
      initial={
        {
          name: rule?.name,
          priority: rule?.priority,
          spec: { by: "weight", ...empty, ...(rule?.spec as Spec | undefined) },
        } as Given
      }
      run={({ name, priority, spec: entered }) => {
        const given = { name, priority: priority ?? null, spec: specOf(entered) };
        return rule
          ? update({ input: { engineId, ruleId: rule.id, ...given } })
          : create({ input: { engineId, serviceId, ...given } });
      }}
      close={close}
    >
      {(form) => (
        <>
          <div className="fields">
            <Form.Item
              name="name"
              label={label}
              rules={[{ required: true, whitespace: true, message: t("layout.required", { label }) }]}
            >
              <Input maxLength={64} autoFocus autoComplete="off" />
            </Form.Item>
            <Form.Item name="priority" label={t("governance.gray.priority")} extra={t("governance.gray.priorityHelp")}>
              <InputNumber min={0} max={1000} precision={0} style={{ width: 160 }} />
            </Form.Item>
          </div>
          <Form.Item name={["spec", "by"]} label={t("governance.gray.by")}>
            <Radio.Group
              options={ways.map((value) => ({ value, label: t(`governance.gray.ways.${value}`) }))}
              onChange={({ target }) => {
                if (rule || target.value === "weight" || form.getFieldValue("priority") != null) return;
                form.setFieldValue("priority", priorityAbove(rules));
              }}
            />
          </Form.Item>
          <Entered form={form} governed={governed} versions={versions} ruleId={rule?.id} />
        </>
      )}
    </FormDialog>
  );
}

type EnteredProps = { form: FormInstance<Given>; governed: GrayService; versions: string[]; ruleId?: string };

/** The fields of the chosen way, and what would be published. */
function Entered({ form, governed, versions, ruleId }: EnteredProps) {
  const { t } = useTranslation();
  const given = Form.useWatch([], form) as Given | undefined;
  const label = t("governance.gray.lane");
  if (!given?.spec) return null;
  const { by } = given.spec;
  return (
    <>
      {by === "weight" && <WeightFields versions={versions} />}
      {by === "condition" && <ConditionFields governed={governed} versions={versions} />}
      {by === "lane" && (
        <Form.Item
          name={["spec", "lane"]}
          label={label}
          extra={t("governance.gray.laneHelp")}
          rules={[
            { required: true, message: t("layout.required", { label }) },
            { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, message: t("governance.gray.laneCharacters") },
          ]}
        >
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
      )}
      <GrayPreview
        governed={governed}
        ruleId={ruleId}
        name={given.name}
        priority={given.priority}
        spec={form.getFieldValue("spec") as Spec}
      />
    </>
  );
}
