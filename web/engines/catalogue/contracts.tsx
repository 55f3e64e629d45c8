import { Button, Empty, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { Icon } from "../../layout/icons.tsx";
import { Answered } from "../../layout/panel.tsx";
import { saveFile } from "../../layout/save-file.ts";
import { ContractView } from "./contract-view.tsx";

const All = graphql(/* GraphQL */ `
  query MicroserviceContracts($engineId: ID!, $serviceId: ID!) {
    microserviceContracts(engineId: $engineId, serviceId: $serviceId, first: 200) {
      nodes {
        id
        summary
      }
    }
  }
`);
const One = graphql(/* GraphQL */ `
  query MicroserviceContract($engineId: ID!, $serviceId: ID!, $contractId: ID!) {
    microserviceContract(engineId: $engineId, serviceId: $serviceId, contractId: $contractId) {
      id
      text
      format
    }
  }
`);
type Props = { engineId: string; serviceId: string };

/** What a microservice offers, as it registered it (SVC-05). */
export function Contracts({ engineId, serviceId }: Props) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<string | null>(null);
  const asked = useAsk(All, { engineId, serviceId });
  return (
    <Answered asked={asked}>
      {({ microserviceContracts: { nodes } }) => {
        const contractId = chosen ?? nodes[0]?.id;
        if (!contractId) return <Empty description={t("engines.contract.none")} />;
        return (
          <Contract
            engineId={engineId}
            serviceId={serviceId}
            contractId={contractId}
            choice={
              <Select
                aria-label={t("engines.contract.title")}
                value={contractId}
                onChange={choose}
                style={{ minWidth: 260 }}
                options={nodes.map(({ id }) => ({ value: id }))}
              />
            }
          />
        );
      }}
    </Answered>
  );
}

function Contract({ choice, ...ids }: Props & { contractId: string; choice: React.ReactNode }) {
  const { t } = useTranslation();
  const [view, setView] = useState<"readable" | "text">("readable");
  const asked = useAsk(One, ids);
  const contract = asked.data?.microserviceContract;
  return (
    <>
      <div className="toolbar">
        {choice}
        {contract?.format && <span className="quiet">{contract.format}</span>}
        <span className="push" />
        <Segmented
          aria-label={t("engines.contract.view")}
          value={view}
          onChange={setView}
          options={(["readable", "text"] as const).map((value) => ({ value, label: t(`engines.contract.${value}`) }))}
        />
        <Button
          icon={<Icon name="download" />}
          disabled={!contract}
          onClick={() => contract && saveFile(`${contract.id}.yaml`, contract.text)}
        >
          {t("engines.contract.save")}
        </Button>
      </div>
      <Answered asked={asked}>
        {({ microserviceContract: { id, text } }) =>
          view === "text" ? (
            <pre className="mono document" tabIndex={0} aria-label={id}>
              {text}
            </pre>
          ) : (
            <ContractView text={text} />
          )
        }
      </Answered>
    </>
  );
}
