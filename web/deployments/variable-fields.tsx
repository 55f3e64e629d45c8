import { Button, Form, type FormInstance, Input } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../layout/icons.tsx";
import { readVariablesFile } from "./variables-file.ts";

type Row = { name: string; value?: string };

/** Typed by hand (ADV-02), or read from a JSON file (ADV-05). */
export function VariableFields({ form }: { form: FormInstance }) {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = async (given: File | undefined) => {
    if (!given) return;
    const read = readVariablesFile(await given.text());
    if (!read) return setRefusal(t("deployments.variables.badFile", { name: given.name }));
    setRefusal(null);
    const typed = (form.getFieldValue("variables") as Row[] | undefined) ?? [];
    form.setFieldValue("variables", [
      ...typed.filter(({ name }) => !(name in read)),
      ...Object.entries(read).map(([name, value]) => ({ name, value })),
    ]);
  };
  return (
    <Form.Item label={t("deployments.variables.title")} extra={t("deployments.variables.help")}>
      <Form.List name="variables">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="row" style={{ alignItems: "flex-start", flexWrap: "nowrap" }}>
                <Form.Item
                  name={[row.name, "name"]}
                  style={{ flex: 2, marginBottom: 10 }}
                  dependencies={["variables"]}
                  rules={[
                    { required: true, message: t("layout.required", { label: t("layout.key") }) },
                    { pattern: /^[A-Za-z_][A-Za-z0-9_.-]*$/, message: t("layout.variableKey") },
                    ({ getFieldValue }) => ({
                      validator: (_, name: string) =>
                        (getFieldValue("variables") as Row[]).filter((one) => one?.name === name).length > 1
                          ? Promise.reject(new Error(t("deployments.variables.twice")))
                          : Promise.resolve(),
                    }),
                  ]}
                >
                  <Input
                    placeholder={t("layout.key")}
                    aria-label={t("layout.key")}
                    className="mono"
                    autoComplete="off"
                  />
                </Form.Item>
                <Form.Item name={[row.name, "value"]} style={{ flex: 3, marginBottom: 10 }}>
                  <Input
                    placeholder={t("layout.value")}
                    aria-label={t("layout.value")}
                    className="mono"
                    autoComplete="off"
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<Icon name="remove" />}
                  aria-label={t("layout.removeRow")}
                  onClick={() => remove(row.name)}
                />
              </div>
            ))}
            <div className="row">
              <Button icon={<Icon name="plus" />} onClick={() => add({ name: "", value: "" })}>
                {t("layout.addVariable")}
              </Button>
              <Button icon={<Icon name="upload" />} onClick={() => file.current?.click()}>
                {t("deployments.variables.fromFile")}
              </Button>
              <input
                ref={file}
                type="file"
                accept=".json,.yaml,.yml"
                style={{ display: "none" }}
                aria-hidden="true"
                tabIndex={-1}
                onChange={(event) => {
                  void take(event.target.files?.[0]);
                  event.target.value = "";
                }}
              />
            </div>
            {refusal && (
              <div role="alert" style={{ color: "var(--bad)" }}>
                {refusal}
              </div>
            )}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
