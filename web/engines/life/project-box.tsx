import { useTranslation } from "react-i18next";
import { useViewer } from "../../identity/viewer.ts";
import { Box } from "../../layout/box.tsx";
import { FrameworkSettings } from "../framework-settings.tsx";

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
  const lines = settings.map(({ framework, file, key }) => ({
    framework,
    file,
    lines: [file.endsWith(".properties") ? `${key}=${project}` : `${key}: ${project}`],
  }));
  return (
    <Box title={t("engines.project.title")}>
      <p style={{ marginTop: 0 }}>{t("engines.project.about", { project })}</p>
      <FrameworkSettings label={t("engines.project.title")} settings={lines} />
    </Box>
  );
}
