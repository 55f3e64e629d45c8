import { useRef, useState } from "react";
import { useClient } from "urql";
import { type Problem, problemOf, storageRefused } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import type { CompleteUploadMutation, StartUploadMutation } from "../generated/graphql.ts";
import { putFile } from "./put-file.ts";

const Start = graphql(/* GraphQL */ `
  mutation StartUpload($input: StartPackageUploadInput!) {
    startPackageUpload(input: $input) {
      package {
        id
      }
      url
      partSize
      parts {
        number
        url
      }
    }
  }
`);
const Complete = graphql(/* GraphQL */ `
  mutation CompleteUpload($input: CompletePackageUploadInput!) {
    completePackageUpload(input: $input) {
      id
      fileName
      state
      refusal
      size
      format
    }
  }
`);
const Abort = graphql(/* GraphQL */ `
  mutation AbortUpload($input: AbortPackageUploadInput!) {
    abortPackageUpload(input: $input) {
      id
    }
  }
`);

export type UploadedPackage = CompleteUploadMutation["completePackageUpload"];
export type Progress = { fileName: string; step: "sending" | "checking"; sent: number; size: number };
type Outcome = { uploaded: UploadedPackage; problem: null } | { uploaded: null; problem: Problem | null };

/** Sends a package straight to object storage, in parts when it is large, and has it looked into (CMP-09, CMP-11). */
export function useUpload() {
  const client = useClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const cancelled = useRef<AbortController>(null);

  async function upload(file: File): Promise<Outcome> {
    const cancel = new AbortController();
    cancelled.current = cancel;
    const show = (step: Progress["step"], sent: number) =>
      setProgress({ fileName: file.name, step, sent, size: file.size });
    show("sending", 0);
    let packageId: string | undefined;
    try {
      const started = await client
        .mutation<StartUploadMutation>(Start.toString(), { input: { fileName: file.name, size: file.size } })
        .toPromise();
      if (!started.data) return { uploaded: null, problem: problemOf(started.error) };
      const target = started.data.startPackageUpload;
      packageId = target.package.id;
      const parts = await putFile(file, target, { onSent: (sent) => show("sending", sent), signal: cancel.signal });
      show("checking", file.size);
      const done = await client
        .mutation<CompleteUploadMutation>(Complete.toString(), { input: { packageId, parts } })
        .toPromise();
      const problem = problemOf(done.error);
      return problem || !done.data
        ? { uploaded: null, problem }
        : { uploaded: done.data.completePackageUpload, problem: null };
    } catch {
      if (packageId) void client.mutation(Abort.toString(), { input: { packageId } }).toPromise();
      if (cancel.signal.aborted) return { uploaded: null, problem: null };
      return { uploaded: null, problem: storageRefused };
    } finally {
      setProgress(null);
    }
  }
  return { upload, progress, cancel: () => cancelled.current?.abort() };
}
