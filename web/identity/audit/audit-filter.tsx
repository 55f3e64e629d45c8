import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditActorKind, AuditResult } from "../../generated/graphql.ts";
import { instantOf } from "../../layout/moment.tsx";

const kinds: AuditActorKind[] = ["user", "key", "token", "system", "anonymous"];
const results: AuditResult[] = [
  "done",
  "forbidden",
  "invalid",
  "not_found",
  "conflict",
  "blocked",
  "limit_reached",
  "unauthenticated",
  "unavailable",
];
const texts = ["actorName", "operation", "targetId", "targetKind", "actorId", "sourceIp", "requestId"] as const;
type Text = (typeof texts)[number];

export type AuditFilter = Partial<Record<Text, string>> & {
  from?: string;
  until?: string;
  actorKind?: AuditActorKind;
  result?: AuditResult;
};

/** The filter as the API takes it: moments with their zone, and nothing that was left empty. */
export const askedFor = ({ from, until, ...rest }: AuditFilter): AuditFilter =>
  Object.fromEntries(
    Object.entries({ ...rest, from: instantOf(from ?? ""), until: instantOf(until ?? "") }).filter(([, one]) => one),
  );

/** One box for each column. */
export function AuditFilterBoxes({ value, onChange }: { value: AuditFilter; onChange: (filter: AuditFilter) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<AuditFilter>(value);
  const change = (part: AuditFilter) => {
    const next = { ...typed, ...part };
    setTyped(next);
    return next;
  };
  const choose = (part: AuditFilter) => onChange(change(part));
  return (
    <form
      className="filter-grid"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed);
      }}
    >
      {(["from", "until"] as const).map((name) => (
        <label key={name}>
          <span className="quiet">{t(`audit.${name}`)}</span>
          <Input
            type="datetime-local"
            step={1}
            value={typed[name] ?? ""}
            onChange={(event) => choose({ [name]: event.target.value })}
          />
        </label>
      ))}
      <label>
        <span className="quiet">{t("audit.result")}</span>
        <Select
          allowClear
          aria-label={t("audit.result")}
          value={typed.result ?? null}
          onChange={(result) => choose({ result: result ?? undefined })}
          options={results.map((one) => ({ value: one, label: t(`audit.results.${one}`) }))}
        />
      </label>
      <label>
        <span className="quiet">{t("audit.actorKind")}</span>
        <Select
          allowClear
          aria-label={t("audit.actorKind")}
          value={typed.actorKind ?? null}
          onChange={(actorKind) => choose({ actorKind: actorKind ?? undefined })}
          options={kinds.map((one) => ({ value: one, label: t(`audit.kinds.${one}`) }))}
        />
      </label>
      {texts.map((name) => (
        <label key={name}>
          <span className="quiet">{t(`audit.${name}`)}</span>
          <Input
            allowClear
            value={typed[name] ?? ""}
            onChange={(event) => {
              const next = change({ [name]: event.target.value });
              if (event.target.value === "") onChange(next);
            }}
            onBlur={() => onChange(typed)}
          />
        </label>
      ))}
      <div className="row" style={{ alignSelf: "end" }}>
        <Button htmlType="submit">{t("audit.apply")}</Button>
        <Button
          type="text"
          onClick={() => {
            setTyped({});
            onChange({});
          }}
        >
          {t("audit.clear")}
        </Button>
      </div>
    </form>
  );
}
