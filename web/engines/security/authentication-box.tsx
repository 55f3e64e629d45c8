import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { Box } from "../../layout/box.tsx";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { State } from "../../layout/state.tsx";
import type { Secured } from "./security.tsx";
import { SwitchOn } from "./switch-on.tsx";

export const SetAuthentication = graphql(/* GraphQL */ `
  mutation SetEngineAuthentication($input: SetEngineAuthenticationInput!) {
    setEngineAuthentication(input: $input) {
      id
      state
    }
  }
`);

/** The switch, and what it means for whoever calls the engine. */
export function AuthenticationBox({ engine, knowsRoot }: { engine: Secured; knowsRoot: boolean }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<"on" | "off" | null>(null);
  const [set] = useCommand(SetAuthentication);
  const { id: engineId, authentication, viewerCan } = engine;
  return (
    <Box title={t("engines.security.title")}>
      <div className="stack" style={{ gap: 12 }}>
        <div className="row">
          {authentication ? (
            <State tone="good" icon="shield" text={t("engines.security.isOn")} />
          ) : (
            <State tone="warning" icon="attention" text={t("engines.security.isOff")} />
          )}
          <PermittedButton
            size="small"
            can={viewerCan.setEngineAuthentication}
            onClick={() => setAsking(authentication ? "off" : "on")}
          >
            {authentication ? t("engines.security.off") : t("engines.security.on")}
          </PermittedButton>
        </div>
        <span className="quiet">{t("engines.security.about")}</span>
      </div>
      {asking === "on" && <SwitchOn engine={engine} knowsRoot={knowsRoot} close={() => setAsking(null)} />}
      {asking === "off" && (
        <ConfirmDeletion
          title={t("engines.security.offTitle", { name: engine.name })}
          verb={t("engines.security.off")}
          run={() => set({ input: { engineId, enabled: false } })}
          close={() => setAsking(null)}
        >
          {t("engines.security.offLoses")}
        </ConfirmDeletion>
      )}
    </Box>
  );
}
