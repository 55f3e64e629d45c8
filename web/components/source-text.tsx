import { useTranslation } from "react-i18next";
import type { ComponentSourceKind } from "../generated/graphql.ts";

type Source = { kind: ComponentSourceKind; repository?: string | null; package?: { fileName: string } | null };

export function SourceText({ source }: { source: Source }) {
  const { t } = useTranslation();
  const name = source.package?.fileName ?? source.repository;
  return (
    <span title={name ?? undefined}>
      {t(`components.sources.${source.kind}`)}
      {name && <span className="quiet"> · {name}</span>}
    </span>
  );
}
