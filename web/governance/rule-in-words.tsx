import { useTranslation } from "react-i18next";
import { type Field, isAsked, type Kind, type Rule, useSaid } from "./kinds.ts";

/** What a rule says, field by field, by the words of its kind. */
export function RuleInWords({ kind, rule }: { kind: Kind; rule: Rule }) {
  const { t } = useTranslation();
  const said = useSaid();
  const valueOf = ({ name, choices, unit, kind: how }: Field) => {
    const value = rule[name];
    if (how === "switch") return value ? t("layout.yes") : t("layout.no");
    const choice = choices.find((one) => one.value === String(value));
    return choice ? said(choice.label) : [String(value), unit].filter(Boolean).join(" ");
  };
  return (
    <span className="row" style={{ gap: "2px 14px" }}>
      {kind.fields
        .filter((field) => isAsked(field, rule) && rule[field.name] !== undefined)
        .map((field) => (
          <span key={field.name}>
            <span className="quiet">{said(field.label)}</span> {valueOf(field)}
          </span>
        ))}
    </span>
  );
}
