import type { Engine } from "@flyloft/db";

export type EngineVersion = {
  version: string;
  /** How entries are written from this version on. */ format: number;
  notes: string;
};

/** Every version of an engine that there was, the newest last; what is told of it before an upgrade (ENG-23). */
export const engineVersions = [
  { version: "1.0.0", format: 1, notes: "Registry, configuration and governance of services." },
  {
    version: "1.1.0",
    format: 2,
    notes:
      "Security authentication by accounts and roles. The roles admin and developer are added to what the engine holds; " +
      "nothing else changes for its clients.",
  },
] as const satisfies EngineVersion[];

/** In which an engine that holds nothing is. */
export const firstFormat = 1;

/** New engines are of this one (ENG-10). */
export const newestVersion: EngineVersion = engineVersions.at(-1)!;

export const findVersion = (version: string): EngineVersion | undefined =>
  engineVersions.find((one) => one.version === version);

/** What an engine can be upgraded to, the newest first. Versions that are not known any more are older than all. */
export const upgradesOf = ({ version }: Pick<Engine, "version">): EngineVersion[] =>
  engineVersions.slice(engineVersions.findIndex((one) => one.version === version) + 1).reverse();
