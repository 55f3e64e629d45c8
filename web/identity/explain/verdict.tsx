import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ExplainPermissionQuery } from "../../generated/graphql.ts";
import { Box } from "../../layout/box.tsx";
import { Facts } from "../../layout/facts.tsx";
import { State } from "../../layout/state.tsx";
import { inJson } from "../policies/document.ts";

type Verdict = ExplainPermissionQuery["explainPermission"];

/** The server's reason has few shapes; each is told in the viewer's language. */
function useReasonInWords({ allowed, action, decidedOn, by, reason }: Verdict): string {
  const { t } = useTranslation();
  if (reason.includes("disabled")) return t("access.explain.said.disabled");
  const given = { action: decidedOn, asked: action, source: by?.source };
  const first = decidedOn === action ? "" : t("access.explain.said.needs", given);
  const held = reason.endsWith("by what the token holds back") ? t("access.explain.said.held") : "";
  const verdict = by
    ? by.effect === "Deny"
      ? t("access.explain.said.denied", given)
      : t("access.explain.said.allowed", given)
    : allowed
      ? t("access.explain.said.own", given)
      : t("access.explain.said.nothing", given);
  return `${first}${verdict}${held}`;
}

/** The decision, and the statement that makes it. */
export function Verdict({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const { allowed, action, path, by } = verdict;
  const reason = useReasonInWords(verdict);
  return (
    <Box title={t("access.explain.answer")}>
      <div className="stack">
        <div role="status" className="verdict">
          <State
            tone={allowed ? "good" : "bad"}
            icon={allowed ? "running" : "failed"}
            text={allowed ? t("access.explain.may") : t("access.explain.mayNot")}
          />
          <span className="mono">{action}</span>
        </div>
        <p style={{ margin: 0 }}>{reason}</p>
        {by && (
          <Facts
            facts={[
              [
                t("access.policies.one"),
                by.policyId ? (
                  <Link key="policy" to="/policies/$policyId" params={{ policyId: by.policyId }}>
                    {by.policy}
                  </Link>
                ) : (
                  by.source
                ),
              ],
              [
                t("access.explain.statement"),
                by.statement === null || by.statement === undefined ? null : by.statement + 1,
              ],
              [
                t("access.groups.one"),
                by.groupId && (
                  <Link key="group" to="/groups/$groupId" params={{ groupId: by.groupId }}>
                    {by.group}
                  </Link>
                ),
              ],
            ]}
          />
        )}
        {by && (
          <pre className="mono document" tabIndex={0} aria-label={t("access.explain.statement")}>
            {inJson({
              Effect: by.effect,
              Action: by.action,
              Resource: by.resource,
              ...(by.condition ? { Condition: by.condition } : {}),
            })}
          </pre>
        )}
        <div>
          <div className="quiet">{t("access.explain.path")}</div>
          <div className="mono">{path.join(" → ")}</div>
        </div>
      </div>
    </Box>
  );
}
