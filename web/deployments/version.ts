import { useTranslation } from "react-i18next";

/** DEP-05: 2 to 4 numbers separated by dots. */
export function useVersionRules() {
  const { t } = useTranslation();
  return [
    { required: true, message: t("layout.required", { label: t("deployments.version") }) },
    { pattern: /^\d+(\.\d+){1,3}$/, message: t("deployments.versionHelp") },
  ];
}
