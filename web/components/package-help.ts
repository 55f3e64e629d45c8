import { useTranslation } from "react-i18next";
import type { RuntimeOption } from "./options.ts";

const families = ["java", "tomcat", "node", "php", "python", "go", "dotnet", "static", "docker"] as const;

/** What the package of a runtime must look like; a family that this console does not know is told as the server tells it. */
export function usePackageHelp(runtime: Pick<RuntimeOption, "family" | "packageHelp"> | undefined): string | undefined {
  const { t } = useTranslation();
  const family = families.find((one) => one === (runtime?.family ?? "docker"));
  return runtime && (family ? t(`components.packageHelp.${family}`) : runtime.packageHelp);
}
