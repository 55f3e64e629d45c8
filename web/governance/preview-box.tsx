import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import type { PreviewPartsFragment } from "../generated/graphql.ts";
import { saidInWords } from "../layout/said.ts";
import { PublishedChanges } from "./published-changes.tsx";

type Props = {
  complete: boolean;
  problem: Problem | null;
  preview: PreviewPartsFragment | undefined;
};

/** What would be published, why it would be refused, or that something is missing yet. */
export function PreviewBox({ complete, problem, preview }: Props) {
  const { t } = useTranslation();
  return (
    <section className="preview" aria-live="polite">
      <h3>{t("governance.preview")}</h3>
      {!complete ? (
        <span className="quiet">{t("governance.incomplete")}</span>
      ) : problem ? (
        <ul className="plain bad">
          {Object.entries(problem.fields).map(([field, said]) => (
            <li key={field}>{said.map(saidInWords).join("; ")}</li>
          ))}
          {Object.keys(problem.fields).length === 0 && <li lang="en">{problem.message}</li>}
        </ul>
      ) : (
        preview && <PublishedChanges preview={preview} />
      )}
    </section>
  );
}
