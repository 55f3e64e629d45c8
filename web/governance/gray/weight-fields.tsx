import { AutoComplete, Button, Form, InputNumber } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../layout/icons.tsx";
import { sumOf, type Weight } from "./spec.ts";

const path = ["spec", "weights"];

/** How many of a hundred requests go to each version; one that is not registered yet may be named (SVC-14). */
export function WeightFields({ versions }: { versions: string[] }) {
  const { t } = useTranslation();
  const version = t("governance.gray.version");
  const weight = t("governance.gray.weight");
  const form = Form.useFormInstance();
  const sum = sumOf(Form.useWatch(path) as Weight[] | undefined);
  useEffect(() => {
    // The list is not asked again by itself when one of its weights changes.
    if (form.getFieldError(path).length > 0) void form.validateFields([path]).catch(() => {});
  }, [form, sum]);
  return (
    <Form.Item label={t("governance.gray.ways.weight")} extra={t("governance.gray.sum", { sum })}>
      <Form.List
        name={path}
        rules={[
          {
            validator: (_, given: Weight[] = []) =>
              sumOf(given) === 100 ? Promise.resolve() : Promise.reject(new Error(t("governance.gray.notHundred"))),
          },
        ]}
      >
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="row" style={{ alignItems: "flex-start", flexWrap: "nowrap" }}>
                <Form.Item
                  name={[row.name, "version"]}
                  style={{ flex: 2, marginBottom: 10 }}
                  rules={[
                    { required: true, message: t("layout.required", { label: version }) },
                    { pattern: /^\d+(\.\d+){0,3}$/, message: t("governance.gray.versionForm") },
                    ({ getFieldValue }) => ({
                      validator: (_, value?: string) =>
                        value && (getFieldValue(path) as Weight[]).filter((one) => one?.version === value).length > 1
                          ? Promise.reject(new Error(t("governance.gray.versionTwice")))
                          : Promise.resolve(),
                    }),
                  ]}
                >
                  <AutoComplete
                    aria-label={version}
                    placeholder={version}
                    options={versions.map((value) => ({ value }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[row.name, "weight"]}
                  style={{ flex: 1, marginBottom: 10 }}
                  rules={[{ required: true, message: t("layout.required", { label: weight }) }]}
                >
                  <InputNumber
                    aria-label={weight}
                    min={0}
                    max={100}
                    precision={0}
                    suffix="%"
                    style={{ width: "100%" }}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<Icon name="remove" />}
                  aria-label={t("layout.removeRow")}
                  disabled={rows.length === 1}
                  onClick={() => remove(row.name)}
                />
              </div>
            ))}
            <Button
              icon={<Icon name="plus" />}
              disabled={rows.length === 20}
              onClick={() => add({ weight: Math.max(0, 100 - sum) })}
            >
              {t("governance.gray.addVersion")}
            </Button>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
