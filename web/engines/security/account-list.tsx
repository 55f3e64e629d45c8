import { Empty, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../layout/icons.tsx";
import { Moment } from "../../layout/moment.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { SearchBox } from "../../layout/search-box.tsx";
import { State } from "../../layout/state.tsx";
import { AccountActions } from "./account-actions.tsx";
import { AccountForm } from "./account-form.tsx";
import type { Account, Role, Secured } from "./security.tsx";

type Props = { engine: Secured; accounts: Account[]; roles: Role[] };

/** The accounts by which services authenticate: a thousand at most, so all of them. */
export function AccountList({ engine, accounts, roles }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const [creating, setCreating] = useState(false);
  const shown = accounts.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  return (
    <>
      <div className="toolbar">
        <PermittedButton
          can={engine.viewerCan.createEngineAccount}
          type="primary"
          icon={<Icon name="plus" />}
          onClick={() => setCreating(true)}
        >
          {t("engines.security.create")}
        </PermittedButton>
        <span className="push" />
        <SearchBox label={t("engines.security.search")} onSearch={setSearch} />
      </div>
      {shown.length === 0 ? (
        <div className="empty-list">
          <Empty description={search ? t("layout.nothingFound", { search }) : t("engines.security.empty")} />
        </div>
      ) : (
        <Table<Account>
          rowKey="name"
          dataSource={shown}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          scroll={{ x: 700 }}
          columns={[
            { title: t("engines.security.account"), key: "name", render: (_, { name }) => <strong>{name}</strong> },
            {
              title: t("engines.security.roles"),
              key: "roles",
              width: 240,
              render: (_, account) => account.roles.map((role) => <Tag key={role}>{role}</Tag>),
            },
            {
              title: t("engines.status"),
              key: "status",
              width: 120,
              render: (_, { status }) => (
                <State
                  tone={status === "active" ? "good" : "quiet"}
                  icon={status === "active" ? "running" : "stopped"}
                  text={t(`engines.security.status.${status}`)}
                />
              ),
            },
            {
              title: t("layout.changed"),
              key: "changed",
              width: 140,
              render: (_, { updatedAt }) => <Moment at={updatedAt} />,
            },
            {
              title: t("layout.actions"),
              key: "actions",
              width: 80,
              render: (_, account) => <AccountActions engine={engine} account={account} roles={roles} />,
            },
          ]}
        />
      )}
      {creating && <AccountForm engineId={engine.id} roles={roles} close={() => setCreating(false)} />}
    </>
  );
}
