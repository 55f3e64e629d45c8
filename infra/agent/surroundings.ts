import type { HostRuntime, Release } from "@flyloft/functions/agents/protocol";
import type { Artifacts } from "./artifacts.ts";
import type { Ports } from "./ports.ts";
import type { ReplicaRecord } from "./replica-record.ts";
import type { Host } from "./runtimes/recipe.ts";
import type { StateFolder } from "./state-file.ts";

/** What every replica of this agent stands in. */
export type Surroundings = {
  host: Host;
  /** Tells the processes of this agent from those of any other on the same host. */
  mark: string;
  runtimeRoot: string;
  runtimes: { readonly found: HostRuntime[]; choose(wanted: Release["runtime"]): Promise<HostRuntime> };
  artifacts: Artifacts;
  ports: Ports;
  /** The address on which calls from elsewhere come in, and what others call it. */
  reach: { bind: string; address: string };
  records: StateFolder<ReplicaRecord>;
  logs: {
    follow(record: ReplicaRecord): void;
    /** Resolves when the last lines are sent, or after so many milliseconds. */
    finish(replicaId: string, ms: number): Promise<void>;
  };
};
