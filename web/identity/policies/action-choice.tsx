import { Button, Checkbox, Select, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Catalogue, covers, needed } from "./catalogue.ts";

type Props = { catalogue: Catalogue; allow: boolean; value: string[]; onChange: (actions: string[]) => void };

/** The actions of one service after the other, with what they depend on (IAM-10, IAM-15). */
export function ActionChoice({ catalogue, allow, value, onChange }: Props) {
  const { t } = useTranslation();
  const services = [...new Set(catalogue.actions.map((one) => one.service))];
  const [service, setService] = useState(value[0]?.split(":")[0] ?? services[0]!);
  const offered = catalogue.actions.filter((one) => one.service === service);
  const resources = [...new Set(offered.map(({ resource }) => resource))];
  const everything = `${service}:*:*`;
  const added = allow ? needed(catalogue, value) : new Map<string, string>();
  const isChosen = (action: string) => value.some((pattern) => covers(pattern, action));
  const byPattern = (action: string) => !value.includes(action) && isChosen(action);
  const toggle = (action: string, on: boolean) =>
    onChange(on ? [...value, action] : value.filter((one) => one !== action));
  return (
    <div className="stack" style={{ gap: 12 }}>
      <div className="row">
        <span className="state">
          <span className="quiet">{t("access.editor.service")}</span>
          <Select
            aria-label={t("access.editor.service")}
            value={service}
            onChange={setService}
            style={{ minWidth: 240 }}
            options={services.map((one) => ({ value: one, label: t(`access.service.${one}`, { defaultValue: one }) }))}
          />
        </span>
        <Checkbox checked={value.includes(everything)} onChange={(event) => toggle(everything, event.target.checked)}>
          {t("access.editor.allActions", { pattern: everything })}
        </Checkbox>
      </div>
      <div className="action-grid">
        {resources.map((resource) => (
          <fieldset key={resource} className="group">
            <legend>{t(`access.resource.${resource}`, { defaultValue: resource })}</legend>
            {offered
              .filter((one) => one.resource === resource)
              .map(({ action, operation }) => (
                <div key={action}>
                  <Checkbox
                    checked={isChosen(action) || added.has(action)}
                    disabled={byPattern(action) || added.has(action)}
                    onChange={(event) => toggle(action, event.target.checked)}
                    aria-label={action}
                  >
                    {t(`access.operation.${operation}`, { defaultValue: operation })}{" "}
                    <span className="quiet mono">{operation}</span>
                  </Checkbox>
                  {added.has(action) && (
                    <div className="needed">{t("access.editor.neededBy", { action: added.get(action) })}</div>
                  )}
                </div>
              ))}
          </fieldset>
        ))}
      </div>
      {value.length > 0 && (
        <div className="row" style={{ gap: 4 }}>
          <span className="quiet">{t("access.editor.chosen", { count: value.length })}</span>
          {value.map((action) => (
            <Tag
              key={action}
              closable={{ "aria-label": t("access.editor.leaveOut", { action }) }}
              onClose={() => toggle(action, false)}
            >
              <span className="mono">{action}</span>
            </Tag>
          ))}
          <Button type="link" size="small" onClick={() => onChange([])}>
            {t("access.editor.clear")}
          </Button>
        </div>
      )}
    </div>
  );
}
