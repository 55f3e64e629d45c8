import { Alert, Empty } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import type { Problem } from "../../api/problem.ts";
import { Pager, usePages } from "../../layout/pages.tsx";
import { Answered } from "../../layout/panel.tsx";
import { ProblemNotice } from "../../layout/problem-notice.tsx";
import { DeleteItems } from "./delete-items.tsx";
import { ImportItems } from "./import-items.tsx";
import { ItemActions } from "./item-actions.tsx";
import { ItemForm } from "./item-form.tsx";
import { type ConfigurationRights, type Item, Items, type OfService, type Place } from "./item-query.ts";
import { ItemTable } from "./item-table.tsx";
import { ItemToolbar } from "./item-toolbar.tsx";

type Props = {
  engineId: string;
  can: ConfigurationRights | undefined;
  /** Where new items go: the first is proposed. `application` is for all services (GCF-01). */
  scopes: string[];
  /** Without it the items for all services. */
  service?: OfService;
};

/** Configuration items of an engine: for all services, or of one (GCF-01 to GCF-04, SVC-10 to SVC-13). */
export function ItemList({ engineId, can, scopes, service }: Props) {
  const { t } = useTranslation();
  const pages = usePages();
  const [place, setPlace] = useState<Place>({
    scope: service ? null : scopes[0]!,
    environment: service?.environment ?? null,
    search: "",
  });
  const [chosen, setChosen] = useState<string[]>([]);
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<Item[] | null>(null);
  const [importing, setImporting] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { scope, environment, search } = place;
  const asked = useAsk(Items, {
    engineId,
    after: pages.after,
    search: search || null,
    environment,
    scope,
    service: scope === null ? service?.name : null,
    application: scope === null ? service?.application : null,
  });
  const items = asked.data?.configurationItems.nodes ?? [];
  const goTo = (next: Place) => {
    pages.first();
    setChosen([]);
    setPlace(next);
  };
  return (
    <div className="stack">
      <Alert type="warning" showIcon title={t("engines.config.clearText")} />
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <ItemToolbar
          engineId={engineId}
          can={can}
          scopes={scopes}
          ofService={service !== undefined}
          place={place}
          goTo={goTo}
          chosen={chosen.length}
          create={() => setCreating(true)}
          remove={() => setDeleting(items.filter(({ id }) => chosen.includes(id)))}
          load={setImporting}
          told={setProblem}
        />
        <Answered asked={asked}>
          {({ configurationItems }) => (
            <>
              <ItemTable
                items={configurationItems.nodes}
                chosen={chosen}
                choose={setChosen}
                withScope={service !== undefined}
                actions={(item) => (
                  <ItemActions engineId={engineId} can={can} item={item} remove={() => setDeleting([item])} />
                )}
                empty={
                  <Empty description={search ? t("layout.nothingFound", { search }) : t("engines.config.empty")} />
                }
              />
              <Pager pages={pages} info={configurationItems} />
            </>
          )}
        </Answered>
      </div>
      {creating && (
        <ItemForm
          engineId={engineId}
          scopes={scopes}
          environment={environment ?? service?.environment ?? ""}
          close={() => setCreating(false)}
        />
      )}
      {importing !== null && (
        <ImportItems
          engineId={engineId}
          file={importing}
          scopes={scopes}
          scope={scope ?? scopes[0]!}
          close={() => setImporting(null)}
        />
      )}
      {deleting && (
        <DeleteItems engineId={engineId} items={deleting} close={() => setDeleting(null)} then={() => setChosen([])} />
      )}
    </div>
  );
}
