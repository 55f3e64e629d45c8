import { useTranslation } from "react-i18next";
import type { EnginePageQuery } from "../../generated/graphql.ts";
import { Box } from "../../layout/box.tsx";
import { CopyText } from "../../layout/copy-text.tsx";
import { Facts } from "../../layout/facts.tsx";
import { Moment } from "../../layout/moment.tsx";
import { AccessBox } from "./access-box.tsx";
import { DescriptionBox } from "./description-box.tsx";
import { ProjectBox } from "./project-box.tsx";

/** What an engine is, and where it is reached. */
export function EngineOverview({ engine }: { engine: EnginePageQuery["engine"] }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Box>
        <Facts
          facts={[
            [t("engines.id"), <CopyText key="id" text={engine.id} />],
            [t("engines.edition"), t(`engines.editions.${engine.edition}`)],
            [t("engines.specification"), t(`engines.specifications.${engine.specification}`)],
            [t("engines.instances"), engine.instanceQuota],
            [t("engines.version"), engine.version],
            [t("engines.zones"), engine.zones.join(", ")],
            [t("engines.vpc"), engine.vpc?.name],
            [t("engines.subnet"), engine.subnet?.name],
            [t("layout.createdBy"), engine.createdBy],
            [t("layout.created"), <Moment key="created" at={engine.createdAt} />],
          ]}
        />
      </Box>
      {engine.edition === "exclusive" && <DescriptionBox engine={engine} />}
      <AccessBox engine={engine} />
      {engine.edition === "professional" && <ProjectBox />}
    </div>
  );
}
