import { Button, Input, Radio, Select, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../layout/icons.tsx";

type Props = { kinds: string[]; value: string[] | null; onChange: (resources: string[] | null) => void };

/** Everything, or chosen things: a kind and the id of one, or all of the kind. Null is everything. */
export function ResourceChoice({ kinds, value, onChange }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState(kinds[0] ?? "");
  const [id, setId] = useState("");
  const add = () => {
    onChange([...new Set([...(value ?? []), `${kind}/${id.trim() || "*"}`])]);
    setId("");
  };
  return (
    <div className="stack" style={{ gap: 10 }}>
      <Radio.Group
        value={value === null ? "all" : "some"}
        onChange={(event) => onChange(event.target.value === "all" ? null : [])}
        options={[
          { value: "all", label: t("access.editor.allResources") },
          { value: "some", label: t("access.editor.someResources") },
        ]}
      />
      {value !== null && (
        <>
          <div className="row">
            <Select
              aria-label={t("access.editor.kind")}
              value={kind}
              onChange={setKind}
              style={{ minWidth: 170 }}
              options={kinds.map((one) => ({ value: one, label: t(`access.thing.${one}`, { defaultValue: one }) }))}
            />
            <Input
              value={id}
              onChange={(event) => setId(event.target.value)}
              onPressEnter={(event) => {
                event.preventDefault();
                add();
              }}
              placeholder={t("access.editor.idOrAll")}
              aria-label={t("access.editor.idOrAll")}
              style={{ width: 300 }}
            />
            <Button icon={<Icon name="plus" />} onClick={add}>
              {t("layout.add")}
            </Button>
          </div>
          <div className="row" style={{ gap: 4 }}>
            {value.length === 0 && <span className="quiet">{t("access.editor.noResource")}</span>}
            {value.map((one) => (
              <Tag
                key={one}
                closable={{ "aria-label": t("access.editor.leaveOut", { action: one }) }}
                onClose={() => onChange(value.filter((other) => other !== one))}
              >
                <span className="mono">{one}</span>
              </Tag>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
