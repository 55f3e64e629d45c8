/** Environments as ServiceComb knows them; the first is none (GCF-02). */
export const serviceEnvironments = ["", "development", "testing", "acceptance", "production"] as const;

/** For choices: what people call them. */
export const environmentKey = (environment: string) => `engines.environments.${environment || "none"}` as const;
