import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { graphql } from "../generated/gql.ts";
import type { PreviewPartsFragment } from "../generated/graphql.ts";
import { namesOf, useSaid } from "./kinds.ts";

/** What is told of a publication before it happens. */
export const PreviewParts = graphql(/* GraphQL */ `
  fragment PreviewParts on GovernancePreview {
    changes {
      scope
      environment
      key
      change
      before
      after
      readBy
    }
    notes {
      frameworks
      text {
        en
        zh
      }
    }
  }
`);

const marks = { added: "+", changed: "~", removed: "−", same: "=" } as const;

/** Each key with what it is and what it becomes, and who reads it. */
export function PublishedChanges({ preview }: { preview: PreviewPartsFragment }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { changes, notes } = preview;
  return (
    <div className="stack" style={{ gap: 8 }}>
      {notes.map(({ text, frameworks }) => (
        <Alert key={text.en} type="warning" showIcon title={`${namesOf(frameworks)}: ${said(text)}`} />
      ))}
      {changes.length === 0 ? (
        <span className="quiet">{t("governance.nothingChanges")}</span>
      ) : (
        <ul className="plain lines difference">
          {changes.map(({ scope, environment, key, change, before, after, readBy }) => (
            <li key={`${scope} ${environment} ${key}`}>
              <div className="row" style={{ gap: 8 }}>
                <span className="mono" aria-hidden="true">
                  {marks[change]}
                </span>
                <span className="quiet">{t(`governance.change.${change}`)}</span>
                <strong className="mono">{key}</strong>
                <span className="quiet mono">{scope}</span>
              </div>
              {change !== "same" && before !== null && before !== undefined && (
                <span className="mono clamped" data-change="removed">
                  {before}
                </span>
              )}
              {after !== null && after !== undefined && (
                <span className="mono clamped" data-change={change === "same" ? "same" : "added"}>
                  {after}
                </span>
              )}
              {readBy.length > 0 && (
                <span className="needed">{t("governance.readBy", { names: namesOf(readBy) })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
