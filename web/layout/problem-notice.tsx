import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import { CopyText } from "./copy-text.tsx";
import { saidInWords } from "./said.ts";

const known = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "limit_reached",
  "blocked",
  "unavailable",
  "unreachable",
  "storage",
] as const;

const codeOf = (problem: Problem) => known.find((one) => one === problem.code) ?? "internal";

/** What a page is called that cannot be shown; nothing while it may still come. */
export function useProblemTitle(problem: Problem | null): string {
  const { t } = useTranslation();
  return problem ? t(`layout.problem.${codeOf(problem)}.title`) : "";
}

/** What went wrong, why, and what to do; the request id for whoever is asked for help. */
export function ProblemNotice({ problem, again }: { problem: Problem; again?: () => void }) {
  const { t } = useTranslation();
  const code = codeOf(problem);
  return (
    <Alert
      type={code === "forbidden" || code === "not_found" ? "warning" : "error"}
      showIcon
      title={t(`layout.problem.${code}.title`)}
      description={
        <>
          <div>
            {code === "forbidden"
              ? t("layout.problem.forbidden.help", { action: problem.action })
              : t(`layout.problem.${code}.help`)}
          </div>
          {problem.message && code !== "forbidden" && (
            <div className="mono" lang="en">
              {problem.message}
            </div>
          )}
          {Object.entries(problem.fields).map(([field, said]) => (
            <div key={field}>
              <span className="mono">{field}</span>: {said.map(saidInWords).join("; ")}
            </div>
          ))}
          {problem.requestId && (
            <div className="quiet">
              {t("layout.problem.request")} <CopyText text={problem.requestId} />
            </div>
          )}
        </>
      }
      action={
        again && (
          <Button size="small" onClick={again}>
            {t("layout.again")}
          </Button>
        )
      }
    />
  );
}
