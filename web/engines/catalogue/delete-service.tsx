import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteMicroservice($input: DeleteMicroserviceInput!) {
    deleteMicroservice(input: $input) {
      id
    }
  }
`);

type Props = {
  engineId: string;
  service: { id: string; name: string; version: string; instances: number };
  close: () => void;
  then: () => void;
};

/** One with instances comes back, and that is said (SVC-03). */
export function DeleteService({ engineId, service, close, then }: Props) {
  const { t } = useTranslation();
  const [remove] = useCommand(Delete);
  return (
    <ConfirmDeletion
      title={t("engines.catalogue.delete", { name: `${service.name} ${service.version}` })}
      run={() => remove({ input: { engineId, serviceId: service.id } })}
      close={close}
      then={then}
    >
      <div className="stack">
        <span>{t("engines.catalogue.deleteLoses")}</span>
        {service.instances > 0 && (
          <Alert type="warning" showIcon title={t("engines.catalogue.comesBack", { count: service.instances })} />
        )}
      </div>
    </ConfirmDeletion>
  );
}
