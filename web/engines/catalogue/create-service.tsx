import { Form, Input, Select } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { CreateMicroserviceMutation } from "../../generated/graphql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { serviceEnvironments, useEnvironmentName } from "../config/environments.ts";

const Create = graphql(/* GraphQL */ `
  mutation CreateMicroservice($input: CreateMicroserviceInput!) {
    createMicroservice(input: $input) {
      id
    }
  }
`);

type Given = { name: string; version: string; application: string; environment: string; description?: string };

/** A microservice before its first instance: those that name themselves alike will register under it (SVC-02). */
export function CreateService({ engineId, close }: { engineId: string; close: () => void }) {
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const navigate = useNavigate();
  const [create] = useCommand(Create);
  const required = (label: string) => [{ required: true, whitespace: true, message: t("layout.required", { label }) }];
  return (
    <FormDialog<Given, CreateMicroserviceMutation>
      title={t("engines.catalogue.create")}
      verb={t("layout.create")}
      initial={{ version: "1.0.0", environment: "" }}
      run={(given) => create({ input: { engineId, ...given } })}
      close={close}
      then={({ createMicroservice: { id: serviceId } }) =>
        void navigate({ to: "/engines/$engineId/services/$serviceId", params: { engineId, serviceId } })
      }
    >
      <p className="quiet">{t("engines.catalogue.createAbout")}</p>
      <div className="fields">
        <Form.Item
          name="name"
          label={t("engines.catalogue.microservice")}
          rules={required(t("engines.catalogue.microservice"))}
        >
          <Input maxLength={128} autoFocus />
        </Form.Item>
        <Form.Item
          name="version"
          label={t("engines.catalogue.version")}
          rules={required(t("engines.catalogue.version"))}
        >
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item
          name="application"
          label={t("engines.catalogue.application")}
          rules={required(t("engines.catalogue.application"))}
        >
          <Input maxLength={160} />
        </Form.Item>
        <Form.Item name="environment" label={t("engines.environment")}>
          <Select options={serviceEnvironments.map((value) => ({ value, label: nameOf(value) }))} />
        </Form.Item>
      </div>
      <Form.Item name="description" label={t("layout.description")}>
        <Input maxLength={256} />
      </Form.Item>
    </FormDialog>
  );
}
