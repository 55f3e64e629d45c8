import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Permission } from "./permitted-button.tsx";

/** The server gives reasons in English; those with a known shape are told in the viewer's language. */
export function reasonInWords(t: TFunction, reason: string): string {
  const permission = /^Insufficient permissions: (\S+) is needed$/.exec(reason);
  if (permission) return t("layout.reason.permission", { action: permission[1] });
  if (/^Not possible while the instance is /.test(reason)) return t("layout.reason.state");
  return reason;
}

/** Why something may not be done now; null when it may. */
export function useReason(can: Permission | undefined): string | null {
  const { t } = useTranslation();
  if (!can || can.allowed) return null;
  return can.reason ? reasonInWords(t, can.reason) : t("layout.reason.unknown");
}
