import { until } from "@flyloft/infra/local/wait";
import type { Stack } from "../kit/stack.ts";

/** The newest Java that the agent has found here, by the name that users choose it by. */
export async function installedJava({ gql }: Stack): Promise<string> {
  const find = async () => {
    const { agents } = await gql<{ agents: { nodes: { runtimes: { family: string; version: string }[] }[] } }>(
      "{ agents { nodes { runtimes { family version } } } }",
    );
    const versions = agents.nodes
      .flatMap(({ runtimes }) => runtimes)
      .filter(({ family }) => family === "java")
      .map(({ version }) => Number.parseInt(version));
    return versions.length > 0 ? `Java${Math.max(...versions)}` : null;
  };
  return until("The Java of the agent", find, { within: 20_000 });
}
