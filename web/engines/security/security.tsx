import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { EngineSecurityQuery } from "../../generated/graphql.ts";
import { Box } from "../../layout/box.tsx";
import { Answered } from "../../layout/panel.tsx";
import { AccountList } from "./account-list.tsx";
import { AuthenticationBox } from "./authentication-box.tsx";
import { ClientSettings } from "./client-settings.tsx";
import { RoleList } from "./role-list.tsx";

const Held = graphql(/* GraphQL */ `
  query EngineSecurity($engineId: ID!) {
    engine(engineId: $engineId) {
      id
      name
      authentication
      viewerCan {
        setEngineAuthentication {
          allowed
          reason
        }
        createEngineAccount {
          allowed
          reason
        }
        updateEngineAccount {
          allowed
          reason
        }
        resetEngineAccountPassword {
          allowed
          reason
        }
        deleteEngineAccount {
          allowed
          reason
        }
        createEngineRole {
          allowed
          reason
        }
        updateEngineRole {
          allowed
          reason
        }
        deleteEngineRole {
          allowed
          reason
        }
      }
    }
    engineAccounts(engineId: $engineId) {
      name
      roles
      status
      createdAt
      updatedAt
    }
    engineRoles(engineId: $engineId) {
      name
      builtIn
      permissions
    }
  }
`);
export type Secured = EngineSecurityQuery["engine"];
export type Account = EngineSecurityQuery["engineAccounts"][number];
export type Role = EngineSecurityQuery["engineRoles"][number];

/** Made with the first password of the engine; it stays, and may do everything. */
export const rootName = "root";

/** Whether services must authenticate at an engine, and the accounts by which they do (ENG-15). */
export function Security({ engineId }: { engineId: string }) {
  const { t } = useTranslation();
  const asked = useAsk(Held, { engineId });
  return (
    <Answered asked={asked}>
      {({ engine, engineAccounts, engineRoles }) => (
        <div className="stack">
          <AuthenticationBox engine={engine} knowsRoot={engineAccounts.some(({ name }) => name === rootName)} />
          <Box title={t("engines.security.accounts")}>
            <AccountList engine={engine} accounts={engineAccounts} roles={engineRoles} />
          </Box>
          <Box title={t("engines.security.roles")}>
            <RoleList engine={engine} roles={engineRoles} />
          </Box>
          <ClientSettings />
        </div>
      )}
    </Answered>
  );
}
