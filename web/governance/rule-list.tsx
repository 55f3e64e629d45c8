import { Button, Dropdown, Empty, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { GovernanceRightsFragment, GovernanceRulesQuery } from "../generated/graphql.ts";
import { Icon } from "../layout/icons.tsx";
import { Moment } from "../layout/moment.tsx";
import { Pager, usePages } from "../layout/pages.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { DeleteRule } from "./delete-rule.tsx";
import { type Kind, type Rule, useKinds, useSaid } from "./kinds.ts";
import type { Governed } from "./rule-fields.tsx";
import { RuleForm } from "./rule-form.tsx";
import { RuleInWords } from "./rule-in-words.tsx";

const Rules = graphql(/* GraphQL */ `
  query GovernanceRules($engineId: ID!, $serviceId: ID, $after: String) {
    governanceRules(engineId: $engineId, serviceId: $serviceId, first: 50, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        kind
        spec
        microservice
        application
        environment
        updatedBy
        updatedAt
      }
    }
  }
`);
export type RuleRow = GovernanceRulesQuery["governanceRules"]["nodes"][number];

/** What may be done to rules of an engine; asked for by the page that shows them. */
export const GovernanceRightsParts = graphql(/* GraphQL */ `
  fragment GovernanceRights on EnginePermissions {
    createGovernanceRule {
      allowed
      reason
    }
    updateGovernanceRule {
      allowed
      reason
    }
    deleteGovernanceRule {
      allowed
      reason
    }
  }
`);
type Props = { governed: Governed & { serviceId: string }; can: GovernanceRightsFragment };

/** How calls from and to a microservice are governed: its rules of all kinds (GOV-01). */
export function RuleList({ governed, can }: Props) {
  const { t } = useTranslation();
  const said = useSaid();
  const pages = usePages();
  const { engineId, serviceId } = governed;
  const kinds = useKinds(engineId);
  const asked = useAsk(Rules, { engineId, serviceId, after: pages.after });
  const [editing, setEditing] = useState<{ kind: Kind; rule?: RuleRow } | null>(null);
  const [deleting, setDeleting] = useState<{ kind: Kind; rule: RuleRow } | null>(null);
  return (
    <Answered asked={kinds}>
      {({ governanceKinds }) => {
        const kindOf = (rule: RuleRow) => governanceKinds.find(({ kind }) => kind === rule.kind)!;
        return (
          <>
            <div className="toolbar">
              {can.createGovernanceRule.allowed ? (
                <Dropdown
                  trigger={["click"]}
                  menu={{
                    items: governanceKinds.map((kind) => ({
                      key: kind.kind,
                      label: said(kind.title),
                      onClick: () => setEditing({ kind }),
                    })),
                  }}
                >
                  <Button type="primary" icon={<Icon name="plus" />}>
                    {t("governance.add")}
                  </Button>
                </Dropdown>
              ) : (
                <PermittedButton can={can.createGovernanceRule} type="primary" icon={<Icon name="plus" />}>
                  {t("governance.add")}
                </PermittedButton>
              )}
              <span className="quiet">{t("governance.about")}</span>
            </div>
            <Answered asked={asked}>
              {({ governanceRules }) => (
                <>
                  <Table<RuleRow>
                    rowKey="id"
                    dataSource={governanceRules.nodes}
                    pagination={false}
                    scroll={governanceRules.nodes.length > 0 ? { x: 860 } : undefined}
                    locale={{ emptyText: <Empty description={t("governance.empty")} /> }}
                    columns={[
                      {
                        title: t("governance.kind"),
                        key: "kind",
                        width: 150,
                        render: (_, rule) => <strong>{said(kindOf(rule).title)}</strong>,
                      },
                      {
                        title: t("governance.rule"),
                        key: "rule",
                        render: (_, rule) => <RuleInWords kind={kindOf(rule)} rule={rule.spec as Rule} />,
                      },
                      {
                        title: t("layout.changed"),
                        key: "changed",
                        width: 150,
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
                        width: 150,
                        render: (_, rule) => (
                          <span className="row">
                            <PermittedButton
                              can={can.updateGovernanceRule}
                              type="link"
                              size="small"
                              style={{ padding: 0 }}
                              onClick={() => setEditing({ kind: kindOf(rule), rule })}
                            >
                              {t("layout.edit")}
                            </PermittedButton>
                            <PermittedButton
                              can={can.deleteGovernanceRule}
                              type="link"
                              size="small"
                              danger
                              style={{ padding: 0 }}
                              onClick={() => setDeleting({ kind: kindOf(rule), rule })}
                            >
                              {t("layout.delete")}
                            </PermittedButton>
                          </span>
                        ),
                      },
                    ]}
                  />
                  <Pager pages={pages} info={governanceRules} />
                </>
              )}
            </Answered>
            {editing && <RuleForm governed={governed} {...editing} close={() => setEditing(null)} />}
            {deleting && <DeleteRule governed={governed} {...deleting} close={() => setDeleting(null)} />}
          </>
        );
      }}
    </Answered>
  );
}
