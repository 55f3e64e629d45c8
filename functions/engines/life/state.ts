import type { Engine, EngineStateName, OperationKind } from "@flyloft/db";

type Move = { from: readonly EngineStateName[]; during: EngineStateName; failed: EngineStateName };
const change: Move = { from: ["available"], during: "changing", failed: "change_failed" };

/** What an operation needs and does: the states it may start from, the one while it is under way, and the one when it fails. */
const moves = {
  create: { from: [], during: "creating", failed: "creation_failed" },
  resize: change,
  authentication: change,
  open_public_access: change,
  // Also the way back from an address that could not be opened.
  close_public_access: { ...change, from: ["available", "change_failed"] },
  upgrade: { from: ["available"], during: "upgrading", failed: "upgrade_failed" },
  restore: { from: ["available", "unavailable"], during: "restoring", failed: "unavailable" },
  delete: {
    from: ["available", "unavailable", "creation_failed", "change_failed", "upgrade_failed"],
    during: "deleting",
    failed: "unavailable",
  },
} as const satisfies Record<OperationKind, Move>;

/** ENG-11, ENG-23: what failed on the way to somewhere can be tried again. */
const retried: readonly EngineStateName[] = ["creation_failed", "change_failed", "upgrade_failed"];

/** To follow "is". */
export const stateWords: Record<EngineStateName, string> = {
  available: "available",
  unavailable: "unavailable",
  creation_failed: "not created: try again or delete it",
  change_failed: "half changed: try again",
  upgrade_failed: "half upgraded: try again",
  creating: "being created",
  changing: "being changed",
  upgrading: "being upgraded",
  deleting: "being deleted",
  restoring: "being restored",
};

export const during = (kind: OperationKind): EngineStateName => moves[kind].during;
export const failedState = (kind: OperationKind): EngineStateName => moves[kind].failed;

type Subject = Pick<Engine, "edition" | "state">;
const isShared = ({ edition }: Subject) =>
  edition === "professional" ? "The professional engine is everybody's: make an exclusive one for this" : null;
const unless = (from: readonly EngineStateName[], { state }: Subject) =>
  from.includes(state) ? null : `Not possible while the engine is ${stateWords[state]}`;

/** Why an operation is refused now, in words; null when it may begin. The operation itself says what has begun. */
export const refusalOf =
  (kind: OperationKind) =>
  (engine: Subject): string | null =>
    isShared(engine) ?? unless(moves[kind].from, engine);

export const retryRefusal = (engine: Subject): string | null => isShared(engine) ?? unless(retried, engine);
