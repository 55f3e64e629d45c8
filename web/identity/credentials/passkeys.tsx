import { Button, Empty, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Done, useAsk, useCommand } from "../../api/ask.ts";
import { hasPasskeys, makePasskey } from "../../api/passkey.ts";
import { problemOfAnswer } from "../../api/problem.ts";
import { graphql } from "../../generated/gql.ts";
import type { PasskeysQuery } from "../../generated/graphql.ts";
import { Box } from "../../layout/box.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { Icon } from "../../layout/icons.tsx";
import { Moment } from "../../layout/moment.tsx";
import { Answered } from "../../layout/panel.tsx";
import { type Proof, Prove } from "./prove.tsx";

const All = graphql(/* GraphQL */ `
  query Passkeys {
    passkeys {
      id
      name
      createdAt
      lastUsedAt
    }
  }
`);
const Begin = graphql(/* GraphQL */ `
  mutation BeginPasskey($input: BeginPasskeyInput!) {
    beginPasskey(input: $input) {
      ticket
      options
    }
  }
`);
const Add = graphql(/* GraphQL */ `
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      id
    }
  }
`);
const Delete = graphql(/* GraphQL */ `
  mutation DeletePasskey($input: DeletePasskeyInput!) {
    deletePasskey(input: $input) {
      id
    }
  }
`);
type Row = PasskeysQuery["passkeys"][number];

/** Devices that sign in by themselves. */
export function Passkeys() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [deleting, setDeleting] = useState<Row | null>(null);
  const asked = useAsk(All, {});
  const [begin] = useCommand(Begin);
  const [add] = useCommand(Add);
  const [remove] = useCommand(Delete);
  const label = t("credentials.passkeys.name");
  const make = async ({ name, ...proof }: Proof & { name: string }): Promise<Done<unknown>> => {
    const begun = await begin({ input: proof });
    if (begun.problem) return begun;
    const { ticket, options } = begun.data.beginPasskey;
    const response = await makePasskey(options);
    if (response) return add({ input: { ticket, name, response } });
    return { data: null, problem: problemOfAnswer({ code: "conflict", message: t("credentials.passkeys.notMade") }) };
  };
  return (
    <Box
      title={t("credentials.passkeys.title")}
      extra={
        <Button icon={<Icon name="plus" />} disabled={!hasPasskeys()} onClick={() => setAdding(true)}>
          {t("credentials.passkeys.add")}
        </Button>
      }
    >
      <div className="stack" style={{ gap: 10 }}>
        <span className="quiet">
          {hasPasskeys() ? t("credentials.passkeys.about") : t("credentials.passkeys.cannot")}
        </span>
        <Answered asked={asked} rows={1}>
          {({ passkeys }) =>
            passkeys.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("credentials.passkeys.empty")} />
            ) : (
              <ul className="plain lines">
                {passkeys.map((key) => (
                  <li key={key.id} className="row">
                    <Icon name="key" />
                    <strong>{key.name}</strong>
                    <span className="quiet">
                      {t("layout.created")} <Moment at={key.createdAt} />
                    </span>
                    <span className="quiet">
                      {t("credentials.lastUsed")}{" "}
                      {key.lastUsedAt ? <Moment at={key.lastUsedAt} /> : t("credentials.never")}
                    </span>
                    <Button
                      className="push"
                      type="text"
                      size="small"
                      icon={<Icon name="remove" />}
                      aria-label={t("credentials.passkeys.delete", { name: key.name })}
                      onClick={() => setDeleting(key)}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </div>
      {adding && (
        <FormDialog<Proof & { name: string }, unknown>
          title={t("credentials.passkeys.add")}
          verb={t("layout.add")}
          run={make}
          close={() => setAdding(false)}
        >
          <Form.Item
            name="name"
            label={label}
            extra={t("credentials.passkeys.nameHelp")}
            rules={[{ required: true, whitespace: true, message: t("layout.required", { label }) }]}
          >
            <Input maxLength={64} />
          </Form.Item>
          <Prove />
        </FormDialog>
      )}
      {deleting && (
        <FormDialog<Proof, unknown>
          title={t("credentials.passkeys.delete", { name: deleting.name })}
          verb={t("layout.delete")}
          run={(proof) => remove({ input: { passkeyId: deleting.id, ...proof } })}
          close={() => setDeleting(null)}
        >
          <p>{t("credentials.passkeys.deleteLoses")}</p>
          <Prove />
        </FormDialog>
      )}
    </Box>
  );
}
