import { Card } from "antd";
import { useTranslation } from "react-i18next";
import { Moment } from "../layout/moment.tsx";
import type { ComponentFound } from "./component-query.ts";
import { frameworkName, runtimeName, useComponentOptions } from "./options.ts";
import { SourceText } from "./source-text.tsx";

export function ComponentFacts({ found }: { found: ComponentFound }) {
  const { t } = useTranslation();
  const { data: options } = useComponentOptions();
  return (
    <Card size="small">
      <dl className="facts">
        <div>
          <dt>{t("components.type")}</dt>
          <dd>{t(`components.types.${found.type}`)}</dd>
        </div>
        <div>
          <dt>{t("components.runtime")}</dt>
          <dd>{runtimeName(options, found.runtime)}</dd>
        </div>
        {found.framework && (
          <div>
            <dt>{t("components.framework")}</dt>
            <dd>{frameworkName(options, found.framework)}</dd>
          </div>
        )}
        {found.python && (
          <div>
            <dt>{t("components.python.framework")}</dt>
            <dd>{[found.python.framework, found.python.module, found.python.variable].filter(Boolean).join(" · ")}</dd>
          </div>
        )}
        <div>
          <dt>{t("components.source")}</dt>
          <dd>
            <SourceText source={found.source} />
          </dd>
        </div>
        <div>
          <dt>{t("layout.created")}</dt>
          <dd>
            <Moment at={found.createdAt} /> · {found.createdBy}
          </dd>
        </div>
      </dl>
    </Card>
  );
}
