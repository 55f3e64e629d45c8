import { useTranslation } from "react-i18next";

/** Environments as ServiceComb knows them; the first is none (GCF-02). */
export const serviceEnvironments = ["", "development", "testing", "acceptance", "production"] as const;

/** What people call an environment; clients may name others. */
export function useEnvironmentName(): (environment: string) => string {
  const { t } = useTranslation();
  return (environment) => t(`engines.environments.${environment || "none"}`, { defaultValue: environment });
}
