import { Button, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { Box } from "../../layout/box.tsx";
import { Icon } from "../../layout/icons.tsx";
import { ActionChoice } from "./action-choice.tsx";
import type { Catalogue } from "./catalogue.ts";
import { ConditionChoice } from "./condition-choice.tsx";
import { emptyStatement, type Statement } from "./document.ts";
import { ResourceChoice } from "./resource-choice.tsx";

type Props = { catalogue: Catalogue; statements: Statement[]; onChange: (statements: Statement[]) => void };

/** A policy without knowing its syntax: service, actions, resources, conditions (IAM-10). */
export function VisualEditor({ catalogue, statements, onChange }: Props) {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<Statement>) =>
    onChange(statements.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <div className="stack">
      {statements.map((statement, at) => (
        <Box
          key={at}
          title={t("access.editor.statement", { number: at + 1 })}
          extra={
            statements.length > 1 && (
              <Button
                type="text"
                size="small"
                icon={<Icon name="remove" />}
                aria-label={t("access.editor.removeStatement", { number: at + 1 })}
                onClick={() => onChange(statements.filter((_, i) => i !== at))}
              />
            )
          }
        >
          <div className="stack">
            <Part title={t("access.editor.effect")}>
              <Radio.Group
                optionType="button"
                buttonStyle="solid"
                value={statement.effect}
                onChange={(event) => change(at, { effect: event.target.value as Statement["effect"] })}
                options={[
                  { value: "Allow", label: t("access.editor.allow") },
                  { value: "Deny", label: t("access.editor.deny") },
                ]}
              />
              {statement.effect === "Deny" && <div className="quiet">{t("access.editor.denyAbout")}</div>}
            </Part>
            <Part title={t("access.editor.actions")}>
              <ActionChoice
                catalogue={catalogue}
                allow={statement.effect === "Allow"}
                value={statement.actions}
                onChange={(actions) => change(at, { actions })}
              />
            </Part>
            <Part title={t("access.editor.resources")}>
              <ResourceChoice
                kinds={catalogue.resourceKinds}
                value={statement.resources ?? null}
                onChange={(resources) => change(at, { resources })}
              />
            </Part>
            <Part title={t("access.editor.conditions")}>
              <ConditionChoice
                known={catalogue.conditions}
                value={statement.conditions ?? []}
                onChange={(conditions) => change(at, { conditions })}
              />
            </Part>
          </div>
        </Box>
      ))}
      <Button
        icon={<Icon name="plus" />}
        style={{ alignSelf: "flex-start" }}
        onClick={() => onChange([...statements, emptyStatement])}
      >
        {t("access.editor.addStatement")}
      </Button>
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="editor-part">
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  );
}
