import { useTranslation } from "react-i18next";
import { Moment } from "../../layout/moment.tsx";
import { took } from "../../layout/units.ts";

type Span = { startedBy: string; createdAt: string; endedAt?: string | null };

/** Columns of what runs in the background: by whom it was begun, when, and for how long it took. */
export function useSpanColumns() {
  const { t, i18n } = useTranslation();
  return [
    { key: "by", title: t("engines.operations.startedBy"), dataIndex: "startedBy", width: 130 },
    {
      key: "began",
      title: t("engines.operations.began"),
      width: 130,
      render: (_: unknown, { createdAt }: Span) => <Moment at={createdAt} />,
    },
    {
      key: "took",
      title: t("engines.operations.took"),
      width: 110,
      render: (_: unknown, { createdAt, endedAt }: Span) => (endedAt ? took(createdAt, endedAt, i18n.language) : "–"),
    },
  ];
}
