import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { useViewer } from "./viewer.ts";

const Rights = graphql(/* GraphQL */ `
  query ProjectRights($id: ID!) {
    node(id: $id) {
      ... on Project {
        id
        renameWarning
        viewerCan {
          createApplication {
            allowed
            reason
          }
          createEngine {
            allowed
            reason
          }
          createEnvironment {
            allowed
            reason
          }
          registerResource {
            allowed
            reason
          }
          cancelJobRun {
            allowed
            reason
          }
          rerunJobRun {
            allowed
            reason
          }
          renameProject {
            allowed
            reason
          }
        }
      }
    }
  }
`);

/** What may be done in the project in use; undefined until that is known. */
export function useProjectRights() {
  const viewer = useViewer();
  const asked = useAsk(Rights, { id: viewer?.projectId ?? "" }, { pause: !viewer });
  const project = asked.data?.node;
  return project && "viewerCan" in project ? project.viewerCan : undefined;
}
