import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { Card } from "./dashboard.tsx";
import { ServiceCard } from "./service-card.tsx";

const example: Card = {
  service: "orders",
  application: "shop",
  environment: "production",
  versions: ["1.0.0", "1.1.0"],
  instances: 3,
  silentInstances: 1,
  throughput: 124.5,
  latencyMs: 18.2,
  p50Ms: 12,
  p90Ms: 31,
  p99Ms: 85,
  successRate: 0.998,
  calls: 1245,
  failedCalls: 2,
  breakerOpen: false,
  lastAt: "",
};
const figures = ["throughput", "latency", "success", "percentiles", "instances", "calls", "breaker", "curve"] as const;

/** What each figure of a card means (DSH-03). */
export function ExampleCard({ close }: { close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open footer={null} onCancel={close} title={t("engines.dashboard.example")} width={640}>
      <ServiceCard card={example} past={[60, 80, 75, 110, 95, 120, 140, 118, 125]} />
      <dl className="meanings">
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{t(`engines.dashboard.meaning.${figure}.name`)}</dt>
            <dd>{t(`engines.dashboard.meaning.${figure}.text`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
