import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { Governed } from "../rule-fields.tsx";

const Versions = graphql(/* GraphQL */ `
  query VersionsOfService($engineId: ID!, $environment: String, $application: String, $microservice: String) {
    microservices(
      engineId: $engineId
      first: 100
      environment: $environment
      application: $application
      microservice: $microservice
    ) {
      nodes {
        id
        version
      }
    }
  }
`);

const byNumbers = new Intl.Collator("en", { numeric: true });

/** The registered versions of a microservice, the newest first; others may be named beforehand (SVC-14). */
export function useVersions({ engineId, environment, application, name: microservice }: Governed): string[] {
  const asked = useAsk(Versions, { engineId, environment, application, microservice });
  const found = asked.data?.microservices.nodes.map(({ version }) => version) ?? [];
  return [...new Set(found)].sort((a, b) => byNumbers.compare(b, a));
}
