/** The closed set of outcomes that a caller can act on; each door says in one total table what they mean there. */
export const errorCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "limit_reached",
  "blocked",
  "unavailable",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What goes with the message: `fields` for input errors, `action` for `forbidden`, and facts that help. */
export type ErrorDetails = { fields?: Record<string, string[]>; action?: string; [fact: string]: unknown };

/** An outcome the caller can act on. Anything else that is thrown is a bug, logged and shown to nobody. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

export const isDomainError = (error: unknown): error is DomainError => (error as Error | null)?.name === "DomainError";
export const notFound = (kind: string, id: string) =>
  new DomainError("not_found", `There is no ${kind.replaceAll("_", " ")} ${id}`, { kind, id });
/** An input error at one field. */
export const invalid = (field: string, message: string, facts: ErrorDetails = {}) =>
  new DomainError("invalid", message, { ...facts, fields: { [field]: [message] } });
export const conflict = (message: string, facts: ErrorDetails = {}) => new DomainError("conflict", message, facts);

/** Whether a statement failed because a row with the same key stands already. */
export const isUniqueViolation = (error: unknown): boolean => {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code === "23505" || (cause != null && isUniqueViolation(cause));
};
