import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Permission } from "./permitted-button.tsx";

/** The server gives reasons in English; these shapes are told in the viewer's language. What is named in them is kept. */
const shapes: [RegExp, string][] = [
  [/^Insufficient permissions: (?<name>\S+) is needed$/, "permission"],
  [/^Not possible while the instance is /, "state"],
  [/^Only possible while the instance is running$/, "running"],
  [/^It is being deleted already$/, "deleting"],
  [/^The professional engine is everybody's/, "sharedEngine"],
  [/^Not possible while the engine is /, "engineState"],
  [/^It has the newest version$/, "newest"],
  [/^This version has no accounts/, "noAccounts"],
  [/^Delete its components first$/, "components"],
  [/^Delete the components there first$/, "componentsThere"],
  [/^It is in use$/, "used"],
  [/^It is deployed: delete its instances? in (?<name>.+) first$/, "deployed"],
];

export function reasonInWords(t: TFunction, reason: string): string {
  for (const [shape, key] of shapes) {
    const found = shape.exec(reason);
    if (found) return t(`layout.reason.${key}`, { ...found.groups });
  }
  return reason;
}

/** Why something may not be done now; null when it may. */
export function useReason(can: Permission | undefined): string | null {
  const { t } = useTranslation();
  if (!can || can.allowed) return null;
  return can.reason ? reasonInWords(t, can.reason) : t("layout.reason.unknown");
}
