import { useTranslation } from "react-i18next";
import type { LineState } from "../api/live.ts";
import { State } from "./state.tsx";

/** Whether what is shown follows the platform; a lost connection says so until it is back. */
export function LineNotice({ line }: { line: LineState }) {
  const { t } = useTranslation();
  if (line === "broken")
    return (
      <span role="status">
        <State tone="warning" icon="attention" text={t("layout.line.broken")} />
      </span>
    );
  if (line === "refused") return null;
  return (
    <span className="quiet state" title={t("layout.line.help")}>
      <span className="dot" />
      {t("layout.line.live")}
    </span>
  );
}
