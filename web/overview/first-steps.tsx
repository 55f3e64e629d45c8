import { Steps } from "antd";
import { Link } from "@tanstack/react-router";
import { Box } from "../layout/box.tsx";
import { useTranslation } from "react-i18next";

/** For the first five minutes: what to do, in which order. */
export default function FirstSteps({ environments, applications }: { environments: number; applications: number }) {
  const { t } = useTranslation();
  const current = environments === 0 ? 0 : applications === 0 ? 1 : 2;
  return (
    <Box title={t("overview.first.title")}>
      <Steps
        current={current}
        responsive
        items={[
          {
            title: <Link to="/environments/new">{t("overview.createEnvironment")}</Link>,
            content: t("overview.first.environment"),
          },
          {
            title: <Link to="/applications">{t("overview.createApplication")}</Link>,
            content: t("overview.first.application"),
          },
          {
            title: <Link to="/applications">{t("overview.addComponent")}</Link>,
            content: t("overview.first.component"),
          },
          { title: t("overview.deploy"), content: t("overview.first.deploy") },
        ]}
      />
    </Box>
  );
}
