import type { BackupState } from "../../generated/graphql.ts";
import { type Failure, OperationStateTag } from "./engine-state.tsx";

/** What became of something that ran in the background, with the reason in the words of whoever refused. */
export function EndedTag({ state, failure }: { state: BackupState; failure?: Failure | null }) {
  return (
    <>
      <OperationStateTag state={state} />
      {failure && (
        <div className="quiet" lang="en">
          {failure.service} {failure.code}: {failure.message}
        </div>
      )}
    </>
  );
}
