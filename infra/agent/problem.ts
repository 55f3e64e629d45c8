/** Something that keeps a replica from running, in words for its owner. */
export class Problem extends Error {
  override readonly name = "Problem";
  /** True when trying again changes nothing unless somebody acts; the deployment should know at once. */
  readonly permanent: boolean;
  readonly reason: string;

  constructor(
    reason: string,
    message: string,
    { permanent = true, cause }: { permanent?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.reason = reason;
    this.permanent = permanent;
  }
}

const code = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code;

/** Puts any error into words; a full disk is told apart because only an operator can help. */
export function problemOf(error: unknown, doing: string): Problem {
  if (error instanceof Problem) return error;
  const full = code(error) === "ENOSPC" || code(error) === "EDQUOT";
  if (full)
    return new Problem("DiskFull", `The disk of the host is full: cannot ${doing}. Free some space on it.`, {
      cause: error,
    });
  const text = error instanceof Error ? error.message : String(error);
  return new Problem("InstallFailed", `Cannot ${doing}: ${text}`, { permanent: false, cause: error });
}
