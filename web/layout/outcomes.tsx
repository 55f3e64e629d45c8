import { useTranslation } from "react-i18next";
import { State } from "./state.tsx";

export type Outcome = { id: string; done: boolean; message?: string | null };

/** What became of each thing in a batch; one refusal does not stop the others. */
export function Outcomes({ outcomes, nameOf }: { outcomes: Outcome[]; nameOf: (id: string, index: number) => string }) {
  const { t } = useTranslation();
  return (
    <ul className="plain lines" role="status">
      {outcomes.map(({ id, done, message }, index) => (
        <li key={id}>
          <span className="row">
            <State
              tone={done ? "good" : "bad"}
              icon={done ? "running" : "failed"}
              text={done ? t("layout.outcome.done") : t("layout.outcome.refused")}
            />
            <strong>{nameOf(id, index)}</strong>
          </span>
          {message && (
            <div className="quiet" lang="en">
              {message}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
