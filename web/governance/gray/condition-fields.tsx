import { Button, Empty, Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { Icon } from "../../layout/icons.tsx";
import type { GrayService } from "./gray-list.tsx";
import { operators } from "./spec.ts";

const Parameters = graphql(/* GraphQL */ `
  query GrayParameters($engineId: ID!, $serviceId: ID!) {
    grayParameters(engineId: $engineId, serviceId: $serviceId) {
      name
      in
    }
  }
`);

/** What requests must say to be served by the named versions; only what a contract names can be asked (SVC-15, SVC-16). */
export function ConditionFields({ governed, versions }: { governed: GrayService; versions: string[] }) {
  const { t } = useTranslation();
  const { engineId, serviceId } = governed;
  const asked = useAsk(Parameters, { engineId, serviceId });
  const parameter = t("governance.gray.parameter");
  const served = t("governance.gray.versions");
  const needed = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  return (
    <>
      <Form.Item label={t("governance.gray.conditions")} extra={t("governance.gray.conditionsHelp")}>
        <Form.List name={["spec", "conditions"]}>
          {(rows, { add, remove }, { errors }) => (
            <>
              {rows.map((row) => (
                <div key={row.key} className="row" style={{ alignItems: "flex-start" }}>
                  <Form.Item
                    name={[row.name, "parameter"]}
                    style={{ flex: "3 1 150px", marginBottom: 10 }}
                    rules={needed(parameter)}
                  >
                    <Select
                      aria-label={parameter}
                      placeholder={parameter}
                      showSearch
                      loading={asked.loading}
                      notFoundContent={<Empty description={t("governance.gray.noParameter")} />}
                      options={asked.data?.grayParameters.map(({ name, in: places }) => ({
                        value: name,
                        label: `${name} (${places.join(", ")})`,
                      }))}
                    />
                  </Form.Item>
                  <Form.Item name={[row.name, "operator"]} style={{ flex: "0 0 84px", marginBottom: 10 }}>
                    <Select
                      aria-label={t("governance.gray.operator")}
                      options={Object.entries(operators).map(([value, label]) => ({ value, label }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[row.name, "value"]}
                    style={{ flex: "3 1 150px", marginBottom: 10 }}
                    rules={needed(t("layout.value"))}
                  >
                    <Input
                      aria-label={t("layout.value")}
                      placeholder={t("layout.value")}
                      maxLength={256}
                      autoComplete="off"
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
                onClick={() => add({ operator: "equal" })}
              >
                {t("governance.gray.addCondition")}
              </Button>
              <Form.ErrorList errors={errors} />
            </>
          )}
        </Form.List>
      </Form.Item>
      <Form.Item name={["spec", "join"]} label={t("governance.gray.join")}>
        <Radio.Group
          options={(["and", "or"] as const).map((value) => ({ value, label: t(`governance.gray.joinsLong.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name={["spec", "versions"]}
        label={served}
        extra={t("governance.gray.versionsHelp")}
        rules={needed(served)}
      >
        <Select mode="tags" options={versions.map((value) => ({ value }))} />
      </Form.Item>
    </>
  );
}
