import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteEngine($input: DeleteEngineInput!) {
    deleteEngine(input: $input) {
      id
      state
    }
  }
`);

/** The word must be typed: nothing of it can be had back (ENG-25). */
export function DeleteEngine({ engine, close }: { engine: { id: string; name: string }; close: () => void }) {
  const { t } = useTranslation();
  const [remove] = useCommand(Delete);
  return (
    <ConfirmDeletion
      title={t("engines.delete.title", { name: engine.name })}
      typed="DELETE"
      run={() => remove({ input: { engineId: engine.id, confirm: "DELETE" } })}
      close={close}
    >
      {t("engines.delete.loses")}
    </ConfirmDeletion>
  );
}
