import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useRepeat } from "../api/repeat.ts";
import { graphql } from "../generated/gql.ts";
import { Answered } from "../layout/panel.tsx";
import { Moment } from "../layout/moment.tsx";

const Stats = graphql(/* GraphQL */ `
  query JobNumbers {
    jobStats {
      queuedRuns
      runningRuns
      completedInADay
      failedInADay
      dueCalls
      callsToRepeat
      timers
      lagMs
      appUnreachableSince
    }
  }
`);

/** How much work waits. */
export function JobNumbers() {
  const { t, i18n } = useTranslation();
  const asked = useAsk(Stats, {});
  useRepeat(asked.again, 5000, true);
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Answered asked={asked} rows={2}>
      {({ jobStats: { appUnreachableSince, lagMs, ...counts } }) => (
        <>
          {appUnreachableSince && (
            <Alert
              type="error"
              showIcon
              title={
                <>
                  {t("jobs.unreachable")} <Moment at={appUnreachableSince} />
                </>
              }
            />
          )}
          <dl className="numbers">
            {(
              [
                "runningRuns",
                "queuedRuns",
                "completedInADay",
                "failedInADay",
                "dueCalls",
                "callsToRepeat",
                "timers",
              ] as const
            ).map((name) => (
              <div key={name}>
                <dt>{t(`jobs.numbers.${name}`)}</dt>
                <dd>{number.format(counts[name])}</dd>
              </div>
            ))}
            <div>
              <dt>{t("jobs.numbers.lag")}</dt>
              <dd>{t("jobs.milliseconds", { count: lagMs })}</dd>
            </div>
          </dl>
        </>
      )}
    </Answered>
  );
}
