export const refusalReasons = [
  "unknown_kind",
  "empty",
  "not_an_archive",
  "truncated",
  "damaged",
  "unsafe_name",
  "special_file",
  "duplicate_name",
  "encrypted",
  "unsupported_compression",
  "too_many_entries",
  "too_large",
  "bomb",
  "lying_directory",
  "not_a_jar",
  "not_a_war",
  "bad_content",
  "wrong_kind",
  "not_runnable",
  "reserved_name",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why a package cannot be used; the message is written for the person who uploaded it. */
export class PackageRefusal extends Error {
  override readonly name = "PackageRefusal";
  readonly reason: RefusalReason;
  /** The offending names inside the archive, at most 20. */
  readonly names: readonly string[];

  constructor(reason: RefusalReason, message: string, names: readonly string[] = []) {
    super(message);
    this.reason = reason;
    this.names = names;
  }
}
