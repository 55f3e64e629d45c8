import { useTranslation } from "react-i18next";
import { Page } from "../layout/page.tsx";

export default function Overview() {
  const { t } = useTranslation();
  return <Page title={t("layout.menu.overview")}>{null}</Page>;
}
