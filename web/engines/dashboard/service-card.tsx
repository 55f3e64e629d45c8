import { useTranslation } from "react-i18next";
import { Box } from "../../layout/box.tsx";
import { State } from "../../layout/state.tsx";
import type { Card } from "./dashboard.tsx";
import { useFigures } from "./figures.ts";
import { Sparkline } from "./sparkline.tsx";

/** One microservice: how much, how fast, how well (DSH-02). */
export function ServiceCard({ card, past, open }: { card: Card; past: number[]; open?: () => void }) {
  const { t } = useTranslation();
  const { perSecond, milliseconds, percent, count } = useFigures();
  const silent = card.instances === 0;
  const failing = card.successRate != null && card.successRate < 0.99;
  return (
    <Box
      title={
        open ? (
          <button type="button" className="step-name" onClick={open}>
            {card.service}
          </button>
        ) : (
          card.service
        )
      }
      extra={
        silent ? (
          <State tone="quiet" icon="stopped" text={t("engines.dashboard.silent")} />
        ) : card.breakerOpen ? (
          <State tone="bad" icon="failed" text={t("engines.dashboard.breakerOpen")} />
        ) : failing ? (
          <State tone="warning" icon="attention" text={t("engines.dashboard.failing")} />
        ) : (
          <State tone="good" icon="running" text={t("engines.dashboard.well")} />
        )
      }
    >
      <div className="quiet">
        {card.application} · {card.versions.join(", ")}
      </div>
      <div className="card-figures">
        <div>
          <strong>{perSecond(card.throughput)}</strong>
          <span className="quiet">{t("engines.dashboard.throughput")}</span>
        </div>
        <div>
          <strong>{milliseconds(card.latencyMs)}</strong>
          <span className="quiet">{t("engines.dashboard.latency")}</span>
        </div>
        <div>
          <strong>{percent(card.successRate)}</strong>
          <span className="quiet">{t("engines.dashboard.success")}</span>
        </div>
      </div>
      <Sparkline values={past} />
      <div className="row quiet" style={{ fontSize: 13 }}>
        <span>
          P50 {milliseconds(card.p50Ms)} · P90 {milliseconds(card.p90Ms)} · P99 {milliseconds(card.p99Ms)}
        </span>
        <span className="push">
          {t("engines.dashboard.instances", { count: card.instances })}
          {card.silentInstances > 0 && ` (${t("engines.dashboard.silentOnes", { count: card.silentInstances })})`}
        </span>
      </div>
      <div className="quiet" style={{ fontSize: 13 }}>
        {t("engines.dashboard.callsFailed", { calls: count(card.calls), failed: count(card.failedCalls) })}
      </div>
    </Box>
  );
}
