import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { Page } from "../layout/page.tsx";
import { Answered } from "../layout/panel.tsx";
import { useProblemTitle } from "../layout/problem-notice.tsx";
import { EnvironmentForm } from "./environment-form.tsx";

const One = graphql(/* GraphQL */ `
  query EnvironmentToEdit($environmentId: ID!) {
    environment(environmentId: $environmentId) {
      id
      name
      description
      vpc {
        id
        name
      }
      resources {
        id
      }
      viewerCan {
        updateEnvironment {
          allowed
          reason
        }
      }
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {
    updateEnvironment(input: $input) {
      id
      name
    }
  }
`);

/** Everything but the VPC can change (ENV-05). */
export default function EditEnvironment() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { environmentId } = useParams({ strict: false }) as { environmentId: string };
  const asked = useAsk(One, { environmentId });
  const refusal = useProblemTitle(asked.problem);
  const [update, busy] = useCommand(Update);
  return (
    <Page
      title={asked.data?.environment.name ?? refusal}
      trail={[{ text: t("layout.menu.environments"), to: "/environments" }]}
      about={t("environments.editAbout")}
    >
      <Answered asked={asked}>
        {({ environment }) => {
          const before = environment.resources.map(({ id }) => id);
          return (
            <EnvironmentForm
              key={environment.id}
              busy={busy}
              verb={t("layout.save")}
              can={environment.viewerCan.updateEnvironment}
              existing={{
                name: environment.name,
                description: environment.description,
                vpcId: environment.vpc.id,
                resourceIds: before,
              }}
              submit={async ({ name, description, resourceIds }) => {
                const { problem } = await update({
                  input: {
                    environmentId,
                    name,
                    description,
                    addResourceIds: resourceIds.filter((id) => !before.includes(id)),
                    removeResourceIds: before.filter((id) => !resourceIds.includes(id)),
                  },
                });
                if (!problem) void navigate({ to: "/environments" });
                return problem;
              }}
            />
          );
        }}
      </Answered>
    </Page>
  );
}
