import { Button, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { PolicyStatementConditionInput, PolicyStatementConditionOperator } from "../../generated/graphql.ts";
import { Icon } from "../../layout/icons.tsx";
import type { Catalogue } from "./catalogue.ts";

type Condition = PolicyStatementConditionInput;
type Props = { known: Catalogue["conditions"]; value: Condition[]; onChange: (conditions: Condition[]) => void };

const tag = "RequestTag/";
const family = (key: string) => (key.startsWith(tag) ? `${tag}<key>` : key);

/** Circumstances that must all hold for the statement to count. */
export function ConditionChoice({ known, value, onChange }: Props) {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<Condition>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const choose = (at: number, key: string) => {
    const [operator] = known.find((one) => one.key === key)?.operators ?? [];
    const values = key === "MfaPresent" ? ["true"] : [];
    const named = key.startsWith(tag) ? tag : key;
    change(at, { key: named, operator: operator as PolicyStatementConditionOperator, values });
  };
  return (
    <div className="stack" style={{ gap: 8 }}>
      {value.map(({ key, operator, values }, at) => {
        const about = known.find((one) => one.key === family(key));
        return (
          <div key={at} className="row">
            <Select
              aria-label={t("access.editor.circumstance")}
              value={family(key)}
              onChange={(one) => choose(at, one)}
              style={{ width: 190 }}
              options={known.map((one) => ({
                value: one.key,
                label: t(`access.circumstance.${one.key.split("/")[0]}`),
              }))}
            />
            {key.startsWith(tag) && (
              <Input
                aria-label={t("access.editor.tagKey")}
                placeholder={t("access.editor.tagKey")}
                value={key.slice(tag.length)}
                onChange={(event) => change(at, { key: tag + event.target.value })}
                style={{ width: 130 }}
              />
            )}
            <Select
              aria-label={t("access.editor.operator")}
              value={operator}
              onChange={(one) => change(at, { operator: one })}
              style={{ width: 190 }}
              options={about?.operators.map((one) => ({
                value: one as PolicyStatementConditionOperator,
                label: t(`access.operator.${one}`),
              }))}
            />
            <Select
              mode="tags"
              aria-label={t("access.editor.values")}
              placeholder={t("access.editor.values")}
              value={values}
              onChange={(all) => change(at, { values: all })}
              style={{ flex: 1, minWidth: 220 }}
              open={key === "MfaPresent" ? undefined : false}
              options={key === "MfaPresent" ? [{ value: "true" }, { value: "false" }] : []}
              tokenSeparators={[",", " "]}
            />
            <Button
              type="text"
              icon={<Icon name="remove" />}
              aria-label={t("layout.removeRow")}
              onClick={() => onChange(value.filter((_, i) => i !== at))}
            />
          </div>
        );
      })}
      <Button
        style={{ alignSelf: "flex-start" }}
        size="small"
        icon={<Icon name="plus" />}
        onClick={() => onChange([...value, { key: "SourceIp", operator: "IpAddress", values: [] }])}
      >
        {t("access.editor.addCondition")}
      </Button>
    </div>
  );
}
