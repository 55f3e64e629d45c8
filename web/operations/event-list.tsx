import { Empty, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { graphql } from "../generated/gql.ts";
import type { EventType } from "../generated/graphql.ts";
import { Moment } from "../layout/moment.tsx";
import { Answered } from "../layout/panel.tsx";
import { State } from "../layout/state.tsx";

const Events = graphql(/* GraphQL */ `
  query InstanceEvents($instanceId: ID!, $replicaId: ID, $type: EventType) {
    instanceEvents(instanceId: $instanceId, replicaId: $replicaId, type: $type, first: 200) {
      replicaId
      type
      reason
      message
      at
    }
  }
`);

/** Normal events and alarms, newest first (OPS-07). */
export function EventList({ instanceId, replicaId }: { instanceId: string; replicaId?: string }) {
  const { t } = useTranslation();
  const [type, setType] = useState<EventType | "all">("all");
  const asked = useAsk(Events, { instanceId, replicaId: replicaId ?? null, type: type === "all" ? null : type });
  useLiveRefresh(asked.again, { instanceId });
  return (
    <div className="stack" style={{ gap: 8 }}>
      <Segmented
        style={{ alignSelf: "flex-start" }}
        value={type}
        onChange={setType}
        aria-label={t("operations.events.type")}
        options={[
          { value: "all", label: t("layout.all") },
          { value: "normal", label: t("operations.events.normal") },
          { value: "alarm", label: t("operations.events.alarm") },
        ]}
      />
      <Answered asked={asked}>
        {({ instanceEvents }) =>
          instanceEvents.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("operations.events.none")} />
          ) : (
            <ul className="plain lines">
              {instanceEvents.map((event, i) => (
                <li key={`${event.at}-${i}`}>
                  <span className="row">
                    <State
                      tone={event.type === "alarm" ? "bad" : "good"}
                      icon={event.type === "alarm" ? "attention" : "info"}
                      text={t(`operations.events.${event.type}`)}
                    />
                    <strong>{t(`operations.eventReason.${event.reason}`, { defaultValue: event.reason })}</strong>
                    <span className="quiet mono">{event.reason}</span>
                    {!replicaId && event.replicaId && <span className="quiet mono">{event.replicaId}</span>}
                    <span className="push quiet">
                      <Moment at={event.at} />
                    </span>
                  </span>
                  <div lang="en">{event.message}</div>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </div>
  );
}
