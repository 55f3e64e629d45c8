import { useTranslation } from "react-i18next";
import { Box } from "../../layout/box.tsx";
import { CopyText } from "../../layout/copy-text.tsx";

/** Where each framework takes the account from (protocol §1.9). */
const settings = [
  {
    framework: "Java Chassis",
    file: "microservice.yml",
    keys: [
      "servicecomb.credentials.rbac.enabled: true",
      "servicecomb.credentials.account.name",
      "servicecomb.credentials.account.password",
    ],
  },
  {
    framework: "Spring Cloud Huawei",
    file: "application.yml",
    keys: [
      "spring.cloud.servicecomb.credentials.account.name",
      "spring.cloud.servicecomb.credentials.account.password",
    ],
  },
  {
    framework: "Go Chassis",
    file: "chassis.yaml",
    keys: ["servicecomb.credentials.account.name", "servicecomb.credentials.account.password"],
  },
];

/** What services must be told to get in. */
export function ClientSettings() {
  const { t } = useTranslation();
  return (
    <Box title={t("engines.security.clients")}>
      <p style={{ marginTop: 0 }}>{t("engines.security.clientsAbout")}</p>
      <table className="plain-table" aria-label={t("engines.security.clients")}>
        <thead>
          <tr>
            <th>{t("engines.catalogue.framework")}</th>
            <th>{t("engines.project.file")}</th>
            <th>{t("engines.project.setting")}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ framework, file, keys }) => (
            <tr key={framework}>
              <td>{framework}</td>
              <td className="mono">{file}</td>
              <td>
                {keys.map((key) => (
                  <div key={key}>
                    <CopyText text={key} />
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t("engines.security.chassis3")}</p>
    </Box>
  );
}
