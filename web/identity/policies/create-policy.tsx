import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { Page } from "../../layout/page.tsx";
import { Answered } from "../../layout/panel.tsx";
import { useCatalogue } from "./catalogue.ts";
import { PolicyForm } from "./policy-form.tsx";

const Create = graphql(/* GraphQL */ `
  mutation CreatePolicy($input: CreatePolicyInput!) {
    createPolicy(input: $input) {
      id
    }
  }
`);

/** A policy of the account's own (IAM-10). */
export default function CreatePolicy() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // Who may not see what there is to choose from is told so at once.
  const catalogue = useCatalogue();
  const [create] = useCommand(Create);
  return (
    <Page
      title={t("access.policies.create")}
      trail={[{ text: t("layout.menu.identity") }, { text: t("access.policies.title"), to: "/policies" }]}
    >
      <Answered asked={catalogue}>
        {() => (
          <PolicyForm
            verb={t("layout.create")}
            save={(input) => create({ input })}
            then={({ createPolicy: { id } }) => void navigate({ to: "/policies/$policyId", params: { policyId: id } })}
          />
        )}
      </Answered>
    </Page>
  );
}
