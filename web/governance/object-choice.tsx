import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { Governed } from "./rule-fields.tsx";

const Services = graphql(/* GraphQL */ `
  query ServicesToGovern(
    $engineId: ID!
    $environment: String
    $application: String
    $microservice: String
    $search: String
  ) {
    microservices(
      engineId: $engineId
      first: 100
      environment: $environment
      application: $application
      microservice: $microservice
      search: $search
    ) {
      nodes {
        id
        name
        application
        version
        contracts
      }
    }
  }
`);
const Operations = graphql(/* GraphQL */ `
  query OperationsToGovern($engineId: ID!, $serviceId: ID!, $contractId: ID!) {
    microserviceContract(engineId: $engineId, serviceId: $serviceId, contractId: $contractId) {
      id
      operations {
        id
        method
        path
      }
    }
  }
`);

/** What a form item hands to its input. */
type Input<T> = { id?: string; value?: T; onChange?: (value: T) => void };

/** Another microservice of the same environment; those of other applications are named with theirs. */
export function ServiceChoice({
  governed,
  onApplication,
  ...input
}: Input<string> & { governed: Governed; onApplication: (application: string | undefined) => void }) {
  const [search, setSearch] = useState("");
  const { engineId, environment, application, name } = governed;
  const asked = useAsk(Services, { engineId, environment, search: search || null });
  const found = new Map(asked.data?.microservices.nodes.map((one) => [`${one.application} ${one.name}`, one]));
  const others = [...found.values()].filter((one) => one.name !== name || one.application !== application);
  return (
    <Select
      id={input.id}
      value={input.value}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={asked.loading}
      onChange={(chosen, option) => {
        input.onChange?.(chosen);
        const [one] = Array.isArray(option) ? option : [option];
        onApplication(one?.application === application ? undefined : one?.application);
      }}
      options={others.map((one) => ({
        value: one.name,
        application: one.application,
        label: one.application === application ? one.name : `${one.name} (${one.application})`,
      }))}
    />
  );
}

export type ObjectOfRule = {
  engineId: string;
  environment: string;
  application: string;
  microservice: string | undefined;
};

/** The newest version of a microservice, whose contracts are chosen from. */
function useNewest({ engineId, environment, application, microservice }: ObjectOfRule) {
  const asked = useAsk(
    Services,
    { engineId, environment, application, microservice },
    { pause: microservice === undefined },
  );
  return microservice === undefined ? undefined : asked.data?.microservices.nodes.at(-1);
}

/** One contract, or none: then the rule is about all methods. */
export function ContractChoice({
  of,
  onContract,
  ...input
}: Input<string> & { of: ObjectOfRule; onContract: () => void }) {
  const { t } = useTranslation();
  const contracts = useNewest(of)?.contracts ?? [];
  return (
    <Select
      id={input.id}
      allowClear
      value={input.value}
      placeholder={t("governance.allMethods")}
      onChange={(chosen) => {
        input.onChange?.(chosen);
        onContract();
      }}
      options={contracts.map((value) => ({ value }))}
    />
  );
}

/** A method of the contract that was chosen. */
export function MethodChoice({ of, contractId, ...input }: Input<string> & { of: ObjectOfRule; contractId?: string }) {
  const serviceId = useNewest(of)?.id;
  const asked = useAsk(
    Operations,
    { engineId: of.engineId, serviceId: serviceId ?? "", contractId: contractId ?? "" },
    { pause: !serviceId || !contractId },
  );
  return (
    <Select
      id={input.id}
      allowClear
      disabled={!contractId}
      value={input.value}
      onChange={input.onChange}
      options={asked.data?.microserviceContract.operations.map(({ id, method, path }) => ({
        value: id,
        label: `${id} (${method} ${path})`,
      }))}
    />
  );
}
