import type { Db, Engine } from "@flyloft/db";
import type { SecretBox } from "../../kernel/secrets.ts";
import type { EngineMemory } from "../store/memory.ts";
import type { Commit } from "../store/commit.ts";
import type { Throttle } from "./throttle.ts";
import type { PlaneReply } from "./reply.ts";

/** What a door knows of a request before anybody has looked at it. */
export type PlaneRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  header: (name: string) => string | null;
  /** The body as JSON, at most so many bytes of it; an empty body is null. */
  json: (limit: number) => Promise<unknown>;
  /** The body as it came. */
  text: (limit: number) => Promise<string>;
  sourceIp: string | null;
  /** Aborted when the client goes away or the server stops. */
  signal: AbortSignal;
};

/** A connection that stays open; frames are texts. */
export type PlaneSocket = {
  send: (text: string) => void;
  close: (code: number, reason: string) => void;
  /** Where the runtime can: a ping, and what to do at each pong. */
  ping: () => void;
  onPong: (heard: () => void) => void;
  onText: (heard: (text: string) => void) => void;
  closed: AbortSignal;
};

/** What a handler must know of the engine's own row. */
export type PlaneEngine = Pick<
  Engine,
  "id" | "projectId" | "edition" | "instanceQuota" | "authentication" | "version" | "zones" | "createdAt"
>;

/** An engine as this process has it; what handlers are given beside the request. */
export type PlaneSpace = {
  engine: PlaneEngine;
  /** What the engine holds, as of the last change that this process has heard of. */
  memory: EngineMemory;
  /** Makes changes durable; see `store/commit.ts`. */
  commit: Commit;
  /** Resolves when memory knows everything that was durable when this was called. */
  catchUp: () => Promise<void>;
  /** Resolves at the next change of what the engine holds, when the time is up, or at the signal. */
  changed: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** An instance was heard of; written within a second or so. */
  renew: (instance: string, seconds: number) => void;
  throttle: Throttle;
  /** How many instances more than its quota the engine takes in at the moment (DEP-09). */
  tolerated: () => number;
  /** Whether one more client may keep its connection open and wait. */
  room: () => boolean;
  /** Where clients reach this engine. */
  addresses: readonly string[];
  db: Db;
  secrets: SecretBox;
  now: () => Date;
};

/** All that a handler is given. One process serves many engines; this is the one that was asked. */
export type PlaneCall = PlaneRequest &
  PlaneSpace & {
    /** `domain/project` of the protocol (protocol §1.1); services of one tenant do not see those of another. */
    tenant: string;
    params: Record<string, string>;
    /** Which services whoever asks may see in a list; all where it is not said. */
    sees?: (service: { environment: string; appId: string; serviceName: string }) => boolean;
  };

export type PlaneHandler = (call: PlaneCall) => PlaneReply | Promise<PlaneReply>;
export type PlaneRoute = {
  method: string;
  /** Segments that begin with a colon are parameters. */
  path: string;
  handle: PlaneHandler;
  /** Open to those who are not signed in, also where the engine wants authentication (protocol §1.9). */
  open?: true;
  /** What is answered instead of an error that clients would not survive. */
  soften?: (reply: PlaneReply) => PlaneReply;
};
/** A WebSocket address; asked without an upgrade it answers 400. */
export type PlaneChannel = {
  path: string;
  open?: true;
  serve: (call: PlaneCall, socket: PlaneSocket) => void | Promise<void>;
};
