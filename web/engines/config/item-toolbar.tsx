import { Button, Select, Upload } from "antd";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { type Problem, problemOf } from "../../api/problem.ts";
import { graphql } from "../../generated/gql.ts";
import { Icon } from "../../layout/icons.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { saveFile } from "../../layout/save-file.ts";
import { SearchBox } from "../../layout/search-box.tsx";
import { serviceEnvironments, useEnvironmentName } from "./environments.ts";
import type { ConfigurationRights, Place } from "./item-query.ts";

const Export = graphql(/* GraphQL */ `
  query ExportConfiguration($engineId: ID!, $scope: String!, $environment: String) {
    configurationExport(engineId: $engineId, scope: $scope, environment: $environment) {
      file
      fileName
    }
  }
`);

type Props = {
  engineId: string;
  can: ConfigurationRights | undefined;
  scopes: string[];
  ofService: boolean;
  place: Place;
  goTo: (place: Place) => void;
  /** How many are chosen. */
  chosen: number;
  create: () => void;
  remove: () => void;
  load: (file: string) => void;
  told: (problem: Problem | null) => void;
};

/** What is done to items, and where one looks for them; a file holds those of the scope that is looked at (SVC-12, GCF-03). */
export function ItemToolbar(props: Props) {
  const { engineId, can, scopes, ofService, place, goTo, chosen, create, remove, load, told } = props;
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const client = useClient();
  const { scope, environment } = place;
  const save = async () => {
    const wanted = { engineId, scope: scope ?? scopes[0]!, environment };
    const { data, error } = await client.query(Export.toString(), wanted).toPromise();
    told(problemOf(error));
    if (data) saveFile(data.configurationExport.fileName, data.configurationExport.file, "application/json");
  };
  return (
    <div className="toolbar">
      <PermittedButton can={can?.createConfigurationItem} type="primary" icon={<Icon name="plus" />} onClick={create}>
        {t("engines.config.create")}
      </PermittedButton>
      <PermittedButton can={can?.deleteConfigurationItems} danger disabled={chosen === 0} onClick={remove}>
        {t("engines.config.deleteChosen", { count: chosen })}
      </PermittedButton>
      <Button icon={<Icon name="download" />} onClick={() => void save()}>
        {t("engines.config.export")}
      </Button>
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          void file.text().then(load);
          return false;
        }}
      >
        <PermittedButton can={can?.importConfiguration} icon={<Icon name="upload" />}>
          {t("engines.config.import")}
        </PermittedButton>
      </Upload>
      <span className="push" />
      {ofService && (
        <Select
          allowClear
          style={{ minWidth: 230 }}
          placeholder={t("engines.config.allScopes")}
          aria-label={t("engines.config.scope")}
          value={scope}
          onChange={(one: string | undefined) => goTo({ ...place, scope: one ?? null })}
          options={scopes.map((value) => ({ value }))}
        />
      )}
      <Select
        allowClear
        style={{ minWidth: 160 }}
        placeholder={t("engines.config.allEnvironments")}
        aria-label={t("engines.environment")}
        value={environment}
        onChange={(one: string | undefined) => goTo({ ...place, environment: one ?? null })}
        options={serviceEnvironments.map((value) => ({ value, label: nameOf(value) }))}
      />
      <SearchBox label={t("engines.config.searchKey")} onSearch={(search) => goTo({ ...place, search })} />
    </div>
  );
}
