import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { Page } from "../layout/page.tsx";
import { EnvironmentForm } from "./environment-form.tsx";

const Create = graphql(/* GraphQL */ `
  mutation CreateEnvironment($input: CreateEnvironmentInput!) {
    createEnvironment(input: $input) {
      id
      name
    }
  }
`);

/** ENV-02 */
export default function CreateEnvironment() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [create, busy] = useCommand(Create);
  return (
    <Page
      title={t("environments.create")}
      trail={[{ text: t("layout.menu.environments"), to: "/environments" }]}
      about={t("environments.about")}
    >
      <EnvironmentForm
        busy={busy}
        verb={t("layout.create")}
        submit={async ({ name, description, vpcId, resourceIds }) => {
          const { problem } = await create({ input: { name, description, vpcId, resourceIds } });
          if (!problem) void navigate({ to: "/environments" });
          return problem;
        }}
      />
    </Page>
  );
}
