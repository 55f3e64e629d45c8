import { Alert, Button, Empty, Select, Table, Tag, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { useAsk, useCommand } from "../../api/ask.ts";
import { problemOf, type Problem } from "../../api/problem.ts";
import { graphql } from "../../generated/gql.ts";
import type { ConfigurationItemsQuery } from "../../generated/graphql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { Icon } from "../../layout/icons.tsx";
import { Moment } from "../../layout/moment.tsx";
import { MoreActions } from "../../layout/more-actions.tsx";
import { Pager, usePages } from "../../layout/pages.tsx";
import { Answered } from "../../layout/panel.tsx";
import { type Permission, PermittedButton } from "../../layout/permitted-button.tsx";
import { ProblemNotice } from "../../layout/problem-notice.tsx";
import { saveFile } from "../../layout/save-file.ts";
import { SearchBox } from "../../layout/search-box.tsx";
import { State } from "../../layout/state.tsx";
import { serviceEnvironments, useEnvironmentName } from "./environments.ts";
import { ImportItems } from "./import-items.tsx";
import { ItemForm } from "./item-form.tsx";
import { ItemHistory } from "./item-history.tsx";

const Items = graphql(/* GraphQL */ `
  query ConfigurationItems(
    $engineId: ID!
    $after: String
    $search: String
    $scope: String
    $service: String
    $application: String
    $environment: String
    $deleted: Boolean
  ) {
    configurationItems(
      engineId: $engineId
      first: 20
      after: $after
      search: $search
      scope: $scope
      service: $service
      application: $application
      environment: $environment
      deleted: $deleted
    ) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        key
        value
        valueType
        status
        scope
        environment
        revision
        deleted
        changedBy
        updatedAt
      }
    }
  }
`);
const Export = graphql(/* GraphQL */ `
  query ExportConfiguration($engineId: ID!, $scope: String!, $environment: String) {
    configurationExport(engineId: $engineId, scope: $scope, environment: $environment) {
      file
      fileName
    }
  }
`);
const Delete = graphql(/* GraphQL */ `
  mutation DeleteConfigurationItems($input: DeleteConfigurationItemsInput!) {
    deleteConfigurationItems(input: $input) {
      id
    }
  }
`);
const Switch = graphql(/* GraphQL */ `
  mutation SwitchConfigurationItem($input: UpdateConfigurationItemInput!) {
    updateConfigurationItem(input: $input) {
      id
      status
    }
  }
`);
export type Item = ConfigurationItemsQuery["configurationItems"]["nodes"][number];

export type ConfigurationRights = Record<
  | "createConfigurationItem"
  | "updateConfigurationItem"
  | "deleteConfigurationItems"
  | "importConfiguration"
  | "rollbackConfigurationItem",
  Permission
>;
type Props = {
  engineId: string;
  can: ConfigurationRights | undefined;
  /** Where new items go: the first is proposed. `application` is for all services (GCF-01). */
  scopes: string[];
  /** Only the items of one microservice and its versions; without it those for all. */
  service?: { name: string; application: string; environment: string };
};

/** Configuration items of an engine: for all services, or of one (GCF-01 to GCF-04, SVC-10 to SVC-13). */
export function ItemList({ engineId, can, scopes, service }: Props) {
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const client = useClient();
  const pages = usePages();
  const [search, setSearch] = useState("");
  const [environment, setEnvironment] = useState<string | null>(service?.environment ?? null);
  const [scope, setScope] = useState<string | null>(service ? null : scopes[0]!);
  const [chosen, setChosen] = useState<string[]>([]);
  const [editing, setEditing] = useState<Item | "new" | null>(null);
  const [history, setHistory] = useState<Item | null>(null);
  const [deleting, setDeleting] = useState<Item[] | null>(null);
  const [importing, setImporting] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [remove] = useCommand(Delete);
  const [turn] = useCommand(Switch);
  const asked = useAsk(Items, {
    engineId,
    after: pages.after,
    search: search || null,
    environment,
    scope,
    service: scope === null ? service?.name : null,
    application: scope === null ? service?.application : null,
  });
  const place = scope ?? scopes[0]!;
  const save = async () => {
    const { data, error } = await client.query(Export.toString(), { engineId, scope: place, environment }).toPromise();
    setProblem(problemOf(error));
    if (data) saveFile(data.configurationExport.fileName, data.configurationExport.file, "application/json");
  };
  const first =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      pages.first();
      setChosen([]);
      set(value);
    };
  return (
    <div className="stack">
      <Alert type="warning" showIcon title={t("engines.config.clearText")} />
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <div className="toolbar">
          <PermittedButton
            can={can?.createConfigurationItem}
            type="primary"
            icon={<Icon name="plus" />}
            onClick={() => setEditing("new")}
          >
            {t("engines.config.create")}
          </PermittedButton>
          <PermittedButton
            can={can?.deleteConfigurationItems}
            danger
            disabled={chosen.length === 0}
            onClick={() =>
              setDeleting((asked.data?.configurationItems.nodes ?? []).filter(({ id }) => chosen.includes(id)))
            }
          >
            {t("engines.config.deleteChosen", { count: chosen.length })}
          </PermittedButton>
          <Button icon={<Icon name="download" />} onClick={() => void save()}>
            {t("engines.config.export")}
          </Button>
          <Upload
            accept=".json,application/json"
            showUploadList={false}
            beforeUpload={(file) => {
              void file.text().then(setImporting);
              return false;
            }}
          >
            <PermittedButton can={can?.importConfiguration} icon={<Icon name="upload" />}>
              {t("engines.config.import")}
            </PermittedButton>
          </Upload>
          <span className="push" />
          {service && (
            <Select
              allowClear
              style={{ minWidth: 230 }}
              placeholder={t("engines.config.allScopes")}
              aria-label={t("engines.config.scope")}
              value={scope}
              onChange={(one: string | undefined) => first(setScope)(one ?? null)}
              options={scopes.map((value) => ({ value }))}
            />
          )}
          <Select
            allowClear
            style={{ minWidth: 160 }}
            placeholder={t("engines.config.allEnvironments")}
            aria-label={t("engines.environment")}
            value={environment}
            onChange={(one: string | undefined) => first(setEnvironment)(one ?? null)}
            options={serviceEnvironments.map((value) => ({ value, label: nameOf(value) }))}
          />
          <SearchBox label={t("engines.config.searchKey")} onSearch={first(setSearch)} />
        </div>
        <Answered asked={asked}>
          {({ configurationItems }) => (
            <>
              <Table<Item>
                rowKey="id"
                dataSource={configurationItems.nodes}
                pagination={false}
                scroll={{ x: 980 }}
                rowSelection={{
                  selectedRowKeys: chosen,
                  onChange: (keys) => setChosen(keys as string[]),
                  getCheckboxProps: ({ key }) => ({ "aria-label": t("layout.choose", { name: key }) }),
                  getTitleCheckboxProps: () => ({ "aria-label": t("layout.choose", { name: t("layout.all") }) }),
                }}
                locale={{
                  emptyText: (
                    <Empty description={search ? t("layout.nothingFound", { search }) : t("engines.config.empty")} />
                  ),
                }}
                columns={[
                  {
                    title: t("layout.key"),
                    key: "key",
                    width: 300,
                    render: (_, { key }) => <strong className="mono">{key}</strong>,
                  },
                  {
                    title: t("layout.value"),
                    key: "value",
                    render: (_, { value, valueType }) => (
                      <>
                        <span className="mono clamped">{value}</span>
                        {valueType !== "text" && <Tag>{valueType}</Tag>}
                      </>
                    ),
                  },
                  ...(service
                    ? [
                        {
                          title: t("engines.config.scope"),
                          key: "scope",
                          width: 230,
                          render: (_: unknown, item: Item) => <span className="mono">{item.scope ?? "–"}</span>,
                        },
                      ]
                    : []),
                  {
                    title: t("engines.environment"),
                    key: "environment",
                    width: 120,
                    render: (_, item) => nameOf(item.environment),
                  },
                  {
                    title: t("engines.status"),
                    key: "status",
                    width: 110,
                    render: (_, { status }) => (
                      <State
                        tone={status === "enabled" ? "good" : "quiet"}
                        icon={status === "enabled" ? "running" : "stopped"}
                        text={t(`engines.config.status.${status}`)}
                      />
                    ),
                  },
                  {
                    title: t("layout.changed"),
                    key: "changed",
                    width: 150,
                    render: (_, { updatedAt, changedBy }) => (
                      <>
                        <Moment at={updatedAt} />
                        <div className="quiet">{changedBy}</div>
                      </>
                    ),
                  },
                  {
                    title: t("layout.actions"),
                    key: "actions",
                    width: 80,
                    render: (_, item) => (
                      <MoreActions
                        name={item.key}
                        actions={[
                          {
                            key: "edit",
                            text: t("layout.edit"),
                            can: can?.updateConfigurationItem,
                            run: () => setEditing(item),
                          },
                          {
                            key: "switch",
                            text: t(`engines.config.turn.${item.status}`),
                            can: can?.updateConfigurationItem,
                            run: () =>
                              void turn({
                                input: {
                                  engineId,
                                  itemId: item.id,
                                  status: item.status === "enabled" ? "disabled" : "enabled",
                                },
                              }),
                          },
                          { key: "history", text: t("engines.config.history.title"), run: () => setHistory(item) },
                          {
                            key: "delete",
                            text: t("layout.delete"),
                            danger: true,
                            can: can?.deleteConfigurationItems,
                            run: () => setDeleting([item]),
                          },
                        ]}
                      />
                    ),
                  },
                ]}
              />
              <Pager pages={pages} info={configurationItems} />
            </>
          )}
        </Answered>
      </div>
      {editing && (
        <ItemForm
          engineId={engineId}
          existing={editing === "new" ? undefined : editing}
          scopes={scopes}
          environment={environment ?? service?.environment ?? ""}
          close={() => setEditing(null)}
        />
      )}
      {history && (
        <ItemHistory
          engineId={engineId}
          item={history}
          can={can?.rollbackConfigurationItem}
          close={() => setHistory(null)}
        />
      )}
      {importing !== null && (
        <ImportItems
          engineId={engineId}
          file={importing}
          scopes={scopes}
          scope={place}
          close={() => setImporting(null)}
        />
      )}
      {deleting && (
        <ConfirmDeletion
          title={t("engines.config.delete", { count: deleting.length })}
          run={() => remove({ input: { engineId, itemIds: deleting.map(({ id }) => id) } })}
          close={() => setDeleting(null)}
          then={() => setChosen([])}
        >
          <p style={{ marginTop: 0 }}>{t("engines.config.deleteLoses")}</p>
          <ul className="plain mono">
            {deleting.map(({ id, key }) => (
              <li key={id}>{key}</li>
            ))}
          </ul>
        </ConfirmDeletion>
      )}
    </div>
  );
}
