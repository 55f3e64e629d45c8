import { useTranslation } from "react-i18next";
import { Box } from "../../layout/box.tsx";
import { FrameworkSettings } from "../framework-settings.tsx";

/** Where each framework takes the account from (protocol §1.9). */
const settings = [
  {
    framework: "Java Chassis",
    file: "microservice.yml",
    lines: [
      "servicecomb.credentials.rbac.enabled: true",
      "servicecomb.credentials.account.name",
      "servicecomb.credentials.account.password",
    ],
  },
  {
    framework: "Spring Cloud Huawei",
    file: "application.yml",
    lines: [
      "spring.cloud.servicecomb.credentials.account.name",
      "spring.cloud.servicecomb.credentials.account.password",
    ],
  },
  {
    framework: "Go Chassis",
    file: "chassis.yaml",
    lines: ["servicecomb.credentials.account.name", "servicecomb.credentials.account.password"],
  },
];

/** What services must be told to get in. */
export function ClientSettings() {
  const { t } = useTranslation();
  return (
    <Box title={t("engines.security.clients")}>
      <p style={{ marginTop: 0 }}>{t("engines.security.clientsAbout")}</p>
      <FrameworkSettings label={t("engines.security.clients")} settings={settings} />
      <p className="quiet">{t("engines.security.chassis3")}</p>
    </Box>
  );
}
