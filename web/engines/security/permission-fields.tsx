import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../layout/icons.tsx";
import { serviceEnvironments, useEnvironmentName } from "../config/environments.ts";
import { thingTypes, verbs } from "./permissions.ts";

/** One row: what may be done with which sorts of things, and of which microservices. */
export function PermissionFields({ row, remove }: { row: number; remove: (() => void) | undefined }) {
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const things = t("engines.security.things");
  const may = t("engines.security.may");
  const needed = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  const text = (field: string, label: string, maxLength: number) => (
    <Form.Item name={[row, field]} style={{ flex: "1 1 140px", marginBottom: 10 }}>
      <Input aria-label={label} placeholder={label} maxLength={maxLength} autoComplete="off" />
    </Form.Item>
  );
  return (
    <div className="permission-row">
      <div className="row" style={{ alignItems: "flex-start" }}>
        <Form.Item name={[row, "verbs"]} style={{ flex: "2 1 180px", marginBottom: 10 }} rules={needed(may)}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            aria-label={may}
            placeholder={may}
            options={verbs.map((value) => ({
              value,
              label: t(`engines.security.verbs.${value === "*" ? "all" : value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name={[row, "types"]} style={{ flex: "3 1 220px", marginBottom: 10 }} rules={needed(things)}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            aria-label={things}
            placeholder={things}
            options={thingTypes.map((value) => ({
              value,
              label: t(`engines.security.types.${value.replace("/", "_")}`),
            }))}
          />
        </Form.Item>
        <Button
          type="text"
          icon={<Icon name="remove" />}
          aria-label={t("layout.removeRow")}
          disabled={!remove}
          onClick={remove}
        />
      </div>
      <div className="row" style={{ alignItems: "flex-start" }}>
        <Form.Item name={[row, "environment"]} style={{ flex: "1 1 140px", marginBottom: 10 }}>
          <Select
            allowClear
            aria-label={t("engines.environment")}
            placeholder={t("engines.environment")}
            options={serviceEnvironments.filter(Boolean).map((value) => ({ value, label: nameOf(value) }))}
          />
        </Form.Item>
        {text("application", t("engines.catalogue.application"), 160)}
        {text("service", t("engines.catalogue.microservice"), 128)}
      </div>
    </div>
  );
}
