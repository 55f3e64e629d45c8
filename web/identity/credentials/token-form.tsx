import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { CreateApiTokenMutation } from "../../generated/graphql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { instantOf } from "../../layout/moment.tsx";
import { useCatalogue } from "../policies/catalogue.ts";

const Create = graphql(/* GraphQL */ `
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      id
      token
    }
  }
`);

type Given = {
  name: string;
  actions: string[];
  resources?: string[];
  addresses?: string[];
  requestsPerMinute?: number | null;
  expiresAt: string;
};

/** In the form of a box for date and time, in the user's timezone. */
const inDays = (days: number) => {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

export function TokenForm({ close, made }: { close: () => void; made: (token: string) => void }) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const [create] = useCommand(Create);
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  const actions = catalogue.data?.policyCatalogue.actions ?? [];
  const services = [...new Set(actions.map(({ service }) => `${service}:*:*`))];
  return (
    <FormDialog<Given, CreateApiTokenMutation>
      title={t("credentials.tokens.create")}
      verb={t("layout.create")}
      width={620}
      initial={{ expiresAt: inDays(30) }}
      run={({ expiresAt, resources, addresses, requestsPerMinute, ...given }) =>
        create({
          input: {
            ...given,
            expiresAt: instantOf(expiresAt)!,
            ...(resources?.length && { resources }),
            ...(addresses?.length && { addresses }),
            ...(requestsPerMinute && { requestsPerMinute }),
          },
        })
      }
      close={close}
      then={({ createApiToken }) => made(createApiToken.token)}
    >
      <Form.Item
        name="name"
        label={t("access.name")}
        rules={required(t("access.name"))}
        extra={t("credentials.tokens.nameHelp")}
      >
        <Input maxLength={64} autoFocus />
      </Form.Item>
      <Form.Item
        name="actions"
        label={t("credentials.tokens.actions")}
        extra={t("credentials.tokens.actionsHelp")}
        rules={required(t("credentials.tokens.actions"))}
      >
        <Select
          mode="tags"
          tokenSeparators={[",", " "]}
          options={[...services, ...actions.map(({ action }) => action)].map((value) => ({ value }))}
        />
      </Form.Item>
      <Form.Item
        name="resources"
        label={t("credentials.tokens.resources")}
        extra={t("credentials.tokens.resourcesHelp")}
      >
        <Select mode="tags" open={false} tokenSeparators={[",", " "]} placeholder="application/*" />
      </Form.Item>
      <Form.Item
        name="addresses"
        label={t("credentials.tokens.addresses")}
        extra={t("credentials.tokens.addressesHelp")}
      >
        <Select mode="tags" open={false} tokenSeparators={[",", " "]} placeholder="10.0.0.0/8" />
      </Form.Item>
      <div className="fields">
        <Form.Item name="expiresAt" label={t("access.expires")} rules={required(t("access.expires"))}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="requestsPerMinute" label={t("credentials.tokens.rate")}>
          <InputNumber min={1} max={60_000} style={{ width: "100%" }} placeholder={t("credentials.unlimited")} />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
