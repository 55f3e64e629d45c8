import { Empty, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { GrayRightsFragment, GrayRulesQuery } from "../../generated/graphql.ts";
import { Icon } from "../../layout/icons.tsx";
import { Moment } from "../../layout/moment.tsx";
import { Answered } from "../../layout/panel.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { State } from "../../layout/state.tsx";
import type { Governed } from "../rule-fields.tsx";
import { GrayActions } from "./gray-actions.tsx";
import { GrayForm } from "./gray-form.tsx";
import { GrayInWords } from "./gray-in-words.tsx";
import { hiddenBy, type Spec } from "./spec.ts";
import { useVersions } from "./versions.ts";

const Rules = graphql(/* GraphQL */ `
  query GrayRules($engineId: ID!, $serviceId: ID!) {
    grayRules(engineId: $engineId, serviceId: $serviceId) {
      id
      name
      priority
      spec
      updatedBy
      updatedAt
      completedAt
    }
  }
`);
export type GrayRule = GrayRulesQuery["grayRules"][number];
/** What may be done to gray rules of an engine; asked for by the page that shows them. */
export const GrayRightsParts = graphql(/* GraphQL */ `
  fragment GrayRights on EnginePermissions {
    createGrayRule {
      allowed
      reason
    }
    updateGrayRule {
      allowed
      reason
    }
    confirmGrayRule {
      allowed
      reason
    }
    deleteGrayRule {
      allowed
      reason
    }
  }
`);
export type GrayRights = GrayRightsFragment;
export type GrayService = Governed & { serviceId: string };

/** Which requests to a microservice go to which of its versions: first the rule that is asked first (SVC-14 to SVC-18). */
export function GrayList({ governed, can }: { governed: GrayService; can: GrayRights }) {
  const { t } = useTranslation();
  const { engineId, serviceId } = governed;
  const asked = useAsk(Rules, { engineId, serviceId });
  const versions = useVersions(governed);
  const [creating, setCreating] = useState(false);
  return (
    <>
      <div className="toolbar">
        <PermittedButton
          can={can.createGrayRule}
          type="primary"
          icon={<Icon name="plus" />}
          onClick={() => setCreating(true)}
        >
          {t("governance.gray.add")}
        </PermittedButton>
        <span className="quiet">{t("governance.gray.about")}</span>
      </div>
      <Answered asked={asked}>
        {({ grayRules: rules }) =>
          rules.length === 0 ? (
            <div className="empty-list">
              <Empty description={t("governance.gray.empty")} />
            </div>
          ) : (
            <Table<GrayRule>
              rowKey="id"
              dataSource={rules}
              pagination={false}
              scroll={{ x: 980 }}
              columns={[
                {
                  title: t("governance.gray.name"),
                  key: "name",
                  width: 170,
                  render: (_, { name }) => <strong>{name}</strong>,
                },
                { title: t("governance.gray.priority"), dataIndex: "priority", width: 90 },
                {
                  title: t("governance.gray.by"),
                  key: "by",
                  width: 110,
                  render: (_, { spec }) => t(`governance.gray.ways.${(spec as Spec).by}`),
                },
                {
                  title: t("governance.rule"),
                  key: "rule",
                  render: (_, { spec }) => <GrayInWords spec={spec as Spec} />,
                },
                {
                  title: t("engines.status"),
                  key: "state",
                  width: 140,
                  render: (_, rule) =>
                    rule.completedAt ? (
                      <>
                        <State tone="good" icon="running" text={t("governance.gray.completed")} />
                        <div className="quiet">
                          <Moment at={rule.completedAt} />
                        </div>
                      </>
                    ) : (
                      <Going hiddenBy={hiddenBy(rule, rules)} />
                    ),
                },
                {
                  title: t("layout.changed"),
                  key: "changed",
                  width: 130,
                  render: (_, { updatedAt, updatedBy }) => (
                    <>
                      <Moment at={updatedAt} />
                      <div className="quiet">{updatedBy}</div>
                    </>
                  ),
                },
                {
                  title: t("layout.actions"),
                  key: "actions",
                  width: 200,
                  render: (_, rule) => (
                    <GrayActions governed={governed} can={can} rule={rule} rules={rules} versions={versions} />
                  ),
                },
              ]}
            />
          )
        }
      </Answered>
      {creating && (
        <GrayForm
          governed={governed}
          versions={versions}
          rules={asked.data?.grayRules ?? []}
          close={() => setCreating(false)}
        />
      )}
    </>
  );
}

/** Under way, or never asked because another takes every request first. */
function Going({ hiddenBy: before }: { hiddenBy: string | undefined }) {
  const { t } = useTranslation();
  return before === undefined ? (
    <State tone="busy" icon="waiting" text={t("governance.gray.going")} />
  ) : (
    <>
      <State tone="warning" icon="attention" text={t("governance.gray.hidden")} />
      <div className="quiet">{t("governance.gray.hiddenBy", { name: before })}</div>
    </>
  );
}
