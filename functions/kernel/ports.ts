/** Object storage. Keys are paths; times are seconds; sizes are bytes. */
export interface Blobs {
  presignPut(key: string, options: { expiresSeconds: number; contentLength?: number }): Promise<string>;
  presignGet(key: string, options: { expiresSeconds: number; fileName?: string }): Promise<string>;
  startMultipart(key: string): Promise<string>;
  presignPart(key: string, uploadId: string, partNumber: number, options: { expiresSeconds: number }): Promise<string>;
  completeMultipart(key: string, uploadId: string, parts: { number: number; etag: string }[]): Promise<void>;
  abortMultipart(key: string, uploadId: string): Promise<void>;
  /** Null when nothing is there. */
  head(key: string): Promise<{ size: number; etag: string } | null>;
  /** A range includes both ends. Null when nothing is there. */
  read(key: string, range?: { start: number; end: number }): Promise<ReadableStream<Uint8Array> | null>;
  put(key: string, body: Uint8Array | string): Promise<void>;
  /** Removing what is not there is not an error. */
  remove(key: string): Promise<void>;
}

/** Wakes those who wait for news in the database. */
export interface Notices {
  /** Resolves at the next notice on the channel, or after the time is up, whichever comes first. */
  wait(channel: string, milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const jobStates = ["queued", "running", "completed", "failed", "cancelled", "skipped"] as const;
export type JobState = (typeof jobStates)[number];
export const jobStepStates = ["queued", "executing", "retrying", "sleeping", "waiting", "completed", "failed"] as const;
/** A document of a run, at most 64 KiB of it. */
export type JobText = { text: string; truncated: boolean };

/** One run of a step function. */
export type JobRun = {
  id: string;
  /** Whose work it is; null for schedules. */
  projectId: string | null;
  workflow: string;
  /** The name of the event that started it. */
  event: string;
  /** The short texts in the event's data: what it is about. */
  about: Record<string, string>;
  state: JobState;
  /** What it waits for, in words; its state once it has ended. */
  why: string;
  note: string | null;
  error: string | null;
  /** When it wakes up by itself. */
  nextAt: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};
export type JobStep = {
  id: string;
  name: string | null;
  /** `run`, `sleep`, `wait` or `invoke`. */
  kind: string;
  state: (typeof jobStepStates)[number];
  output: JobText | null;
  error: JobText | null;
  plannedAt: Date;
  endedAt: Date | null;
  /** When a sleep, a wait or a retry is over. */
  wakesAt: Date | null;
  /** The event or function that is waited for. */
  awaited: string | null;
};
/** One call of the function: of a step, or of what lies between steps. `number` counts from 1. */
export type JobAttempt = {
  stepId: string | null;
  number: number;
  httpStatus: number | null;
  error: string | null;
  beganAt: Date;
  endedAt: Date | null;
};
export type JobHistory = JobRun & {
  input: JobText | null;
  output: JobText | null;
  steps: JobStep[];
  attempts: JobAttempt[];
};
export type JobStats = {
  /** Of one project; days are the last 24 hours. */
  queuedRuns: number;
  runningRuns: number;
  completedInADay: number;
  failedInADay: number;
  /** Of the whole engine: calls that are due, under way, behind full keys, waiting for their next attempt; sleeps and waits. */
  dueCalls: number;
  callsUnderWay: number;
  callsBehindKeys: number;
  callsToRepeat: number;
  timers: number;
  /** How long the oldest due call has been waiting, in milliseconds. */
  lagMs: number;
  appUnreachableSince: Date | null;
};
export type JobFilter = {
  projectId: string;
  state?: JobState;
  workflow?: string;
  /** The engine's id of an event that started them. */
  eventId?: string;
  /** Only runs whose event says one of these words. */
  mentions?: readonly string[];
  since?: Date;
};
export type JobPage = { runs: JobRun[]; hasNextPage: boolean; total: () => Promise<number> };

/**
 * The engine that runs the platform's step functions. Refuses with `blocked` what an engine cannot do and with
 * `unavailable` while it cannot be reached. It knows no rights: runs of every project are answered by their id.
 */
export interface JobEngine {
  /** Newest first; `before` is the id of the last run of the page before. */
  listRuns(filter: JobFilter, page: { first: number; before?: string }): Promise<JobPage>;
  /** Null when there is no such run. */
  getRun(id: string): Promise<JobHistory | null>;
  /** Cancelling what has ended changes nothing. */
  cancel(id: string): Promise<void>;
  /** Starts it again for the same event, from the beginning or a step; answers the id of the new run. */
  rerun(id: string, fromStepId?: string): Promise<string>;
  stats(projectId: string): Promise<JobStats>;
}

export type Ports = { blobs: Blobs; notices: Notices; jobEngine: JobEngine };
