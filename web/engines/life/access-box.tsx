import { Alert, Checkbox, Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { EnginePageQuery } from "../../generated/graphql.ts";
import { Box } from "../../layout/box.tsx";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { CopyText } from "../../layout/copy-text.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { State } from "../../layout/state.tsx";

const FreeIps = graphql(/* GraphQL */ `
  query FreePublicIps {
    resources(first: 200, kind: public_ip) {
      nodes {
        id
        name
        attributes {
          address
        }
      }
    }
  }
`);
const Open = graphql(/* GraphQL */ `
  mutation OpenEngine($input: OpenEnginePublicAccessInput!) {
    openEnginePublicAccess(input: $input) {
      id
      state
    }
  }
`);
const Close = graphql(/* GraphQL */ `
  mutation CloseEngine($input: CloseEnginePublicAccessInput!) {
    closeEnginePublicAccess(input: $input) {
      id
      state
    }
  }
`);

type Engine = EnginePageQuery["engine"];

/** Where the engine is reached, and whether from the Internet (ENG-20, ENG-21). */
export function AccessBox({ engine }: { engine: Engine }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<"open" | "close" | null>(null);
  const [close] = useCommand(Close);
  const { id: engineId, addresses, publicIp, viewerCan: can } = engine;
  return (
    <Box title={t("engines.access.title")}>
      <div className="stack" style={{ gap: 12 }}>
        {addresses.length === 0 ? (
          <span className="quiet">{t("engines.access.none")}</span>
        ) : (
          <ul className="plain lines">
            {addresses.map(({ url, scope, family }) => (
              <li key={url} className="row">
                <CopyText text={url} />
                <span className="quiet">
                  {t(`engines.access.scope.${scope}`)} {family === "ipv6" && "IPv6"}
                </span>
              </li>
            ))}
          </ul>
        )}
        <div className="row">
          <span className="quiet">{t("engines.access.public")}</span>
          {publicIp ? (
            <State tone="warning" icon="attention" text={t("engines.access.opened", { name: publicIp.name })} />
          ) : (
            <State tone="quiet" icon="stopped" text={t("engines.access.closed")} />
          )}
          {publicIp ? (
            <PermittedButton size="small" can={can.closeEnginePublicAccess} onClick={() => setDialog("close")}>
              {t("engines.access.close")}
            </PermittedButton>
          ) : (
            <PermittedButton size="small" can={can.openEnginePublicAccess} onClick={() => setDialog("open")}>
              {t("engines.access.open")}
            </PermittedButton>
          )}
        </div>
      </div>
      {dialog === "open" && <OpenToInternet engine={engine} close={() => setDialog(null)} />}
      {dialog === "close" && (
        <ConfirmDeletion
          title={t("engines.access.closeTitle")}
          verb={t("engines.access.close")}
          run={() => close({ input: { engineId } })}
          close={() => setDialog(null)}
        >
          {t("engines.access.closeLoses")}
        </ConfirmDeletion>
      )}
    </Box>
  );
}

function OpenToInternet({ engine, close }: { engine: Engine; close: () => void }) {
  const { t } = useTranslation();
  const asked = useAsk(FreeIps, {});
  const [open] = useCommand(Open);
  const label = t("engines.access.ip");
  return (
    <FormDialog<{ publicIpId: string; acknowledged: boolean }, object>
      title={t("engines.access.openTitle", { name: engine.name })}
      verb={t("engines.access.open")}
      run={(given) => open({ input: { engineId: engine.id, ...given } })}
      close={close}
    >
      <Form.Item>
        <Alert
          type="error"
          showIcon
          title={engine.authentication ? t("engines.access.warningWithAuthentication") : t("engines.access.warning")}
        />
      </Form.Item>
      <Form.Item
        name="publicIpId"
        label={label}
        extra={t("engines.access.ipHelp")}
        rules={[{ required: true, message: t("layout.required", { label }) }]}
      >
        <Select
          loading={asked.loading}
          options={asked.data?.resources.nodes.map(({ id, name, attributes: { address } }) => ({
            value: id,
            label: address ? `${name} (${address})` : name,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="acknowledged"
        valuePropName="checked"
        rules={[
          {
            validator: (_, on) => (on ? Promise.resolve() : Promise.reject(new Error(t("engines.access.acknowledge")))),
          },
        ]}
      >
        <Checkbox>{t("engines.access.acknowledged")}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
