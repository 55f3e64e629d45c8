import { Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../layout/icons.tsx";
import { type Permission, PermittedButton } from "../../layout/permitted-button.tsx";
import { SearchBox } from "../../layout/search-box.tsx";
import { serviceEnvironments, useEnvironmentName } from "../config/environments.ts";
import { ApplicationTable } from "./application-table.tsx";
import { CreateService } from "./create-service.tsx";
import { InstanceTable } from "./instance-table.tsx";
import { ServiceTable } from "./service-table.tsx";

const lists = ["applications", "microservices", "instances"] as const;
type ListName = (typeof lists)[number];
export type CatalogueRights = Record<"createMicroservice" | "setMicroserviceInstanceStatus", Permission>;

/** Applications, microservices and instances of an engine (SVC-01). */
export function Catalogue({ engineId, can }: { engineId: string; can: CatalogueRights }) {
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const [list, setList] = useState<ListName>("microservices");
  const [search, setSearch] = useState("");
  const [environment, setEnvironment] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const [application, setApplication] = useState<string | null>(null);
  const filter = { search: search || null, environment };
  const open = (name: string, where: string) => {
    setApplication(name);
    setEnvironment(where);
    setSearch("");
    setList("microservices");
  };
  const filters = (
    <>
      <Segmented
        aria-label={t("engines.catalogue.list")}
        value={list}
        onChange={setList}
        options={lists.map((value) => ({ value, label: t(`engines.catalogue.${value}`) }))}
      />
      <SearchBox
        key={list}
        label={list === "applications" ? t("engines.catalogue.byApplication") : t("engines.catalogue.byService")}
        onSearch={setSearch}
      />
      <Select
        allowClear
        style={{ minWidth: 160 }}
        placeholder={t("engines.config.allEnvironments")}
        aria-label={t("engines.environment")}
        value={environment}
        onChange={(one: string | undefined) => setEnvironment(one ?? null)}
        options={serviceEnvironments.map((value) => ({ value, label: nameOf(value) }))}
      />
      {application !== null && list !== "applications" && (
        <Select
          allowClear
          style={{ minWidth: 160 }}
          aria-label={t("engines.catalogue.application")}
          value={application}
          onChange={(one: string | undefined) => setApplication(one ?? null)}
          options={[{ value: application }]}
        />
      )}
    </>
  );
  // A filter that changes begins a list anew.
  const key = JSON.stringify([filter, application]);
  if (list === "applications")
    return <ApplicationTable key={key} engineId={engineId} filter={filter} filters={filters} open={open} />;
  const ofApplication = { ...filter, application };
  if (list === "instances")
    return (
      <InstanceTable
        key={key}
        engineId={engineId}
        filter={ofApplication}
        filters={filters}
        can={can.setMicroserviceInstanceStatus}
      />
    );
  return (
    <>
      <ServiceTable
        key={key}
        engineId={engineId}
        filter={ofApplication}
        filters={
          <>
            <PermittedButton
              can={can.createMicroservice}
              type="primary"
              icon={<Icon name="plus" />}
              onClick={() => setCreating(true)}
            >
              {t("engines.catalogue.create")}
            </PermittedButton>
            {filters}
          </>
        }
      />
      {creating && <CreateService engineId={engineId} close={() => setCreating(false)} />}
    </>
  );
}
