import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../generated/gql.ts";
import type { EnginePartsFragment } from "../../generated/graphql.ts";
import { useAtOnce } from "../../layout/at-once.tsx";
import { MoreActions } from "../../layout/more-actions.tsx";
import { DeleteEngine } from "./delete-engine.tsx";
import { ResizeEngine } from "./resize-engine.tsx";
import { Retry } from "./retry.ts";
import { UpgradeEngine } from "./upgrade-engine.tsx";

export const EngineParts = graphql(/* GraphQL */ `
  fragment EngineParts on Engine {
    id
    name
    edition
    specification
    instanceQuota
    version
    state
    failure {
      code
      message
      service
    }
    upgrades {
      version
      notes
    }
    viewerCan {
      retryEngine {
        allowed
        reason
      }
      resizeEngine {
        allowed
        reason
      }
      upgradeEngine {
        allowed
        reason
      }
      deleteEngine {
        allowed
        reason
      }
    }
  }
`);
export type Engine = EnginePartsFragment;

/** What can be done to an engine as a whole; the shared one is everybody's. */
export function EngineActions({ engine }: { engine: Engine }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"resize" | "upgrade" | "delete" | null>(null);
  const retry = useAtOnce(Retry);
  const { id: engineId, name, viewerCan: can } = engine;
  const close = () => setOpen(null);
  return (
    <>
      <MoreActions
        name={name}
        actions={[
          {
            key: "retry",
            text: t("engines.retry"),
            can: can.retryEngine,
            run: () => void retry.run({ input: { engineId } }),
          },
          { key: "resize", text: t("engines.resize.title"), can: can.resizeEngine, run: () => setOpen("resize") },
          { key: "upgrade", text: t("engines.upgrade.title"), can: can.upgradeEngine, run: () => setOpen("upgrade") },
          {
            key: "delete",
            text: t("layout.delete"),
            danger: true,
            can: can.deleteEngine,
            run: () => setOpen("delete"),
          },
        ]}
      />
      {retry.refused}
      {open === "resize" && <ResizeEngine engine={engine} close={close} />}
      {open === "upgrade" && <UpgradeEngine engine={engine} close={close} />}
      {open === "delete" && <DeleteEngine engine={engine} close={close} />}
    </>
  );
}
