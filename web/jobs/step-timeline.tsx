import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { JobRunPageQuery } from "../generated/graphql.ts";
import { Icon } from "../layout/icons.tsx";
import { exactly } from "../layout/moment.tsx";
import { type Permission, PermittedButton } from "../layout/permitted-button.tsx";
import { took } from "../layout/units.ts";
import { JobText } from "./job-text.tsx";
import { StepStateTag } from "./run-state.tsx";

type Run = JobRunPageQuery["jobRun"];
type Step = Run["steps"][number];
type Props = {
  run: Run;
  can: Permission | undefined;
  rerun: ((from: { id: string; name: string }) => void) | undefined;
};

/** Each step with when it ran, drawn on the time of the whole run. */
export function StepTimeline({ run, can, rerun }: Props) {
  const { t } = useTranslation();
  const from = Date.parse(run.startedAt ?? run.createdAt);
  const until = Math.max(from + 1, run.endedAt ? Date.parse(run.endedAt) : Date.now());
  if (run.steps.length === 0) return <span className="quiet">{t("jobs.noStep")}</span>;
  return (
    <ol className="plain lines">
      {run.steps.map((step) => (
        <StepRow key={step.id} step={step} from={from} until={until} can={can} rerun={rerun} />
      ))}
    </ol>
  );
}

type RowProps = Omit<Props, "run"> & { step: Step; from: number; until: number };

function StepRow({ step, from, until, can, rerun }: RowProps) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(step.state === "failed");
  const began = Date.parse(step.plannedAt);
  const ended = step.endedAt ? Date.parse(step.endedAt) : until;
  const percent = (at: number) => Math.min(100, Math.max(0, ((at - from) / (until - from)) * 100));
  const left = percent(began);
  const name = step.name ?? step.id;
  return (
    <li>
      <div className="step-line">
        <button type="button" className="step-name" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? "down" : "forward"} />
          <span>{name}</span>
        </button>
        <StepStateTag state={step.state} />
        <span className="quiet">
          {t(`jobs.kind.${step.kind}`, { defaultValue: step.kind })}
          {step.endedAt && ` · ${took(step.plannedAt, step.endedAt, i18n.language)}`}
        </span>
        <span className="track" aria-hidden="true">
          <span
            className={step.state === "failed" ? "bar failed" : "bar"}
            style={{ left: `${left}%`, width: `${Math.max(0.6, percent(ended) - left)}%` }}
          />
        </span>
      </div>
      {open && (
        <div className="step-details stack" style={{ gap: 10 }}>
          {step.awaited && <div>{t("jobs.awaited", { name: step.awaited })}</div>}
          {step.wakesAt && !step.endedAt && <div>{t("jobs.wakes", { at: exactly(step.wakesAt, i18n.language) })}</div>}
          {step.attempts.length > 0 && (
            <ul className="plain">
              {step.attempts.map(({ number, httpStatus, error, beganAt, endedAt }) => (
                <li key={number}>
                  {t("jobs.attempt", { number })} · {exactly(beganAt, i18n.language)}
                  {endedAt && ` · ${took(beganAt, endedAt, i18n.language)}`}
                  {httpStatus !== null && httpStatus !== undefined && ` · HTTP ${httpStatus}`}
                  {error && (
                    <span className="bad" lang="en">
                      {" "}
                      {error}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
          {step.error && <JobText document={step.error} label={t("jobs.stepError", { name })} />}
          {step.output && <JobText document={step.output} label={t("jobs.stepOutput", { name })} />}
          {rerun && (
            <PermittedButton
              can={can}
              size="small"
              icon={<Icon name="changing" />}
              onClick={() => rerun({ id: step.id, name })}
            >
              {t("jobs.rerunHere")}
            </PermittedButton>
          )}
        </div>
      )}
    </li>
  );
}
