import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { type RuntimeOption } from "../components/options.ts";
import { graphql } from "../generated/gql.ts";
import type { DeployGiven } from "./deploy-given.ts";
import type { ProbeGiven } from "./release-given.ts";

const Names = graphql(/* GraphQL */ `
  query DeploySummary($environmentId: ID!, $packageId: ID!, $withPackage: Boolean!) {
    environment(environmentId: $environmentId) {
      id
      name
      resources {
        id
        name
      }
    }
    package(packageId: $packageId) @include(if: $withPackage) {
      id
      fileName
    }
  }
`);

/** What will happen, before it does. */
export function DeploySummary({
  given,
  component,
  runtime,
}: {
  given: DeployGiven;
  component: { name: string; application: { name: string } };
  runtime: RuntimeOption | undefined;
}) {
  const { t } = useTranslation();
  const { data } = useAsk(Names, {
    environmentId: given.environmentId ?? "",
    packageId: given.packageId ?? "",
    withPackage: given.packageId !== undefined,
  });
  const chosen = given.system === "vm" ? (given.hostIds ?? []) : [given.clusterId];
  const places = data?.environment.resources
    .filter(({ id }) => chosen.includes(id))
    .map(({ name }) => name)
    .join(", ");
  const probe = (one: ProbeGiven | undefined) =>
    one?.on
      ? `${one.check?.kind.toUpperCase()} ${one.check?.path ?? one.check?.command ?? one.check?.port ?? ""}`
      : t("deployments.probe.off");
  const rows: [string, React.ReactNode][] = [
    [t("apps.name"), component.application.name],
    [t("components.name"), component.name],
    [t("apps.environment"), data?.environment.name],
    [t("deployments.system.title"), t(`deployments.system.${given.system}`)],
    [given.system === "vm" ? t("deployments.hosts") : t("deployments.baseResource"), places],
    [t("deployments.version"), given.version],
    [t("components.runtime"), runtime?.label],
    [t("components.package.title"), data?.package?.fileName],
    [t("deployments.replicas"), given.system === "vm" ? chosen.length : given.replicas],
    [t("deployments.variables.title"), (given.variables ?? []).map(({ name }) => name).join(", ") || t("layout.none")],
    ...(runtime?.hasJvm ? [[t("deployments.jvm"), given.jvmOptions || t("layout.none")] as [string, string]] : []),
    [t("deployments.port"), given.listens ? (given.port ?? t("deployments.portGiven")) : t("layout.none")],
    ...(given.system === "container"
      ? ([
          [t("deployments.strategy.title"), t(`deployments.strategy.${given.strategy ?? "rolling"}`)],
          [t("deployments.probe.liveness"), probe(given.liveness)],
          [t("deployments.probe.readiness"), probe(given.readiness)],
        ] as [string, string][])
      : []),
  ];
  return (
    <dl className="facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? "–"}</dd>
        </div>
      ))}
    </dl>
  );
}
