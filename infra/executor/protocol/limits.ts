/** What one document may weigh, in bytes or entries. Past a limit the request or the run fails with words, never silently. */
export const limits = {
  eventBytes: 1024 * 1024,
  eventsPerRequest: 5_000,
  requestBytes: 32 * 1024 * 1024,
  /** A larger call leaves its events and outcomes out; the SDK fetches them. */
  callBytes: 4 * 1024 * 1024,
  replyBytes: 16 * 1024 * 1024,
  stepBytes: 4 * 1024 * 1024,
  runBytes: 32 * 1024 * 1024,
  stepsPerRun: 1_000,
  emptyReplies: 5,
  /** Dispatches of one job that may vanish without an outcome before each counts as a failed attempt. */
  lostCalls: 10,
} as const;
