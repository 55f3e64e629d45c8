import { useTranslation } from "react-i18next";
import { useViewer } from "../../identity/viewer.ts";
import { Box } from "../../layout/box.tsx";
import { CopyText } from "../../layout/copy-text.tsx";

/** Where each framework takes the name of the project by which the shared engine tells tenants apart (ENG-27). */
const settings = [
  { framework: "Java Chassis", file: "microservice.yml", key: "servicecomb.credentials.project" },
  { framework: "Spring Cloud Huawei", file: "application.yml", key: "spring.cloud.servicecomb.credentials.project" },
  { framework: "Dubbo ServiceComb", file: "dubbo.properties", key: "dubbo.servicecomb.credentials.project" },
  { framework: "Go Chassis", file: "chassis.yaml", key: "servicecomb.credentials.project" },
];

/** What services must say to be told apart at the shared engine. */
export function ProjectBox() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const project = viewer?.projects.find(({ id }) => id === viewer.projectId)?.name ?? "";
  return (
    <Box title={t("engines.project.title")}>
      <p style={{ marginTop: 0 }}>{t("engines.project.about", { project })}</p>
      <table className="plain-table" aria-label={t("engines.project.title")}>
        <thead>
          <tr>
            <th>{t("engines.catalogue.framework")}</th>
            <th>{t("engines.project.file")}</th>
            <th>{t("engines.project.setting")}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ framework, file, key }) => (
            <tr key={framework}>
              <td>{framework}</td>
              <td className="mono">{file}</td>
              <td>
                <CopyText text={file.endsWith(".properties") ? `${key}=${project}` : `${key}: ${project}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
