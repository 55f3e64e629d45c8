import { useTranslation } from "react-i18next";

/** The rules of names that people choose (APP-01, ENV-02), told as one types. */
export function useNameRules(label: string) {
  const { t } = useTranslation();
  return [
    { required: true, whitespace: true, message: t("layout.required", { label }) },
    { min: 2, max: 64, message: t("layout.nameLength") },
    { pattern: /^[A-Za-z0-9\u4e00-\u9fff_-]+$/, message: t("layout.nameCharacters") },
  ];
}
