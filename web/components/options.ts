import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { ComponentOptionsQuery, ComponentType } from "../generated/graphql.ts";

const Options = graphql(/* GraphQL */ `
  query ComponentOptions {
    runtimes {
      id
      label
      family
      packageKind
      packageHelp
      vmDeployable
      hasJvm
      hasServerXml
      asksPythonFramework
      defaultPort
    }
    componentOptions {
      frameworks {
        id
        label
      }
      pythonFrameworks {
        name
        asksModule
      }
      templates {
        name
        type
        runtime
        framework
        frameworkLabel
      }
      combinations {
        type
        framework
        runtime
        sources
      }
    }
    componentTemplates(first: 100) {
      nodes {
        id
        name
        type
        runtime
        framework
      }
    }
  }
`);

/** What can be chosen when a component is made; the server's own tables (CMP-05 to CMP-08). */
export const useComponentOptions = () => useAsk(Options, {});
export type Options = ComponentOptionsQuery;
export type RuntimeOption = Options["runtimes"][number];
export type Kind = { type: ComponentType; runtime: string; framework: string | null };

export const combinationOf = (options: Options, { type, runtime, framework }: Partial<Kind>) =>
  options.componentOptions.combinations.find(
    (one) => one.type === type && one.runtime === runtime && (one.framework ?? null) === (framework ?? null),
  );

export const frameworkName = (options: Options | undefined, id: string | null | undefined) =>
  options?.componentOptions.frameworks.find((one) => one.id === id)?.label ?? id ?? "–";
export const runtimeName = (options: Options | undefined, id: string) =>
  options?.runtimes.find((one) => one.id === id)?.label ?? id;

export const packageKinds = ["jar", "war", "zip"] as const;
export type PackageKind = (typeof packageKinds)[number];
/** The kind of package among the sources that are allowed, when there is one. */
export const packageKindAmong = (sources: readonly string[]): PackageKind | undefined =>
  packageKinds.find((kind) => sources.includes(kind));
