import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ServiceTable } from "../engines/catalogue/service-table.tsx";
import { SearchBox } from "../layout/search-box.tsx";

/** The way to the rules of a microservice: choose it, then add one (GOV-01). */
export function GovernedServices({ engineId }: { engineId: string }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  return (
    <>
      <p className="quiet">{t("governance.choose")}</p>
      <ServiceTable
        key={search}
        engineId={engineId}
        filter={{ search: search || null, environment: null, application: null }}
        filters={<SearchBox label={t("engines.catalogue.byService")} onSearch={setSearch} />}
        tab="governance"
      />
    </>
  );
}
