export const runtimeFamilies = ["java", "tomcat", "node", "php", "python", "go", "dotnet", "static"] as const;
export type RuntimeFamily = (typeof runtimeFamilies)[number];

/** What a component runs on (BEY-01): data only; whatever differs between runtimes is said here. */
export type Runtime = {
  /** The name in the API and in stored components; never changes. */
  id: string;
  label: string;
  /** Other spellings that are accepted. */
  aliases: readonly string[];
  /** What must be installed where it runs; null when the image brings everything along. */
  family: RuntimeFamily | null;
  /** The wanted version, where it matters. */
  major: number | null;
  minor: number | null;
  /** False when any version of the family may stand in: the guide's names are older than what is still maintained. */
  exact: boolean;
  /** The kind of package that it takes (CMP-09). */
  packageKind: "jar" | "war" | "zip" | "none";
  /** DEP-03 names Java8, Tomcat8 and Nodejs8; their successors of the same family are run the same way, so they are too. */
  vmDeployable: boolean;
  /** ADV-18 */
  hasJvm: boolean;
  /** ADV-19 */
  hasServerXml: boolean;
  /** CMP-21 */
  asksPythonFramework: boolean;
  /** Where it listens unless told otherwise (DEP-14). */
  defaultPort: number | null;
  /** CMP-33 */
  refusesReservedNames: boolean;
  /** What the package must look like, in words for the person who packs it. */
  packageHelp: string;
};

type Plain = Pick<Runtime, "id" | "label" | "packageKind" | "packageHelp" | "family"> & Partial<Runtime>;

/** A runtime with everything that it does not mention switched off. */
export const defineRuntime = (runtime: Plain): Runtime => ({
  aliases: [],
  major: null,
  minor: null,
  exact: false,
  vmDeployable: false,
  hasJvm: false,
  hasServerXml: false,
  asksPythonFramework: false,
  defaultPort: null,
  refusesReservedNames: false,
  ...runtime,
});
