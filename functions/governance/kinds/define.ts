import type { z } from "zod";
import type { Endpoint } from "../settings/marked-policies.ts";
import type { Framework, Note, Setting } from "../settings/setting.ts";
import type { Words } from "../words.ts";

export const governanceKinds = [
  "load_balancing",
  "rate_limiting",
  "fault_tolerance",
  "degradation",
  "circuit_breaking",
  "fault_injection",
  "access_list",
] as const;
export type GovernanceKindName = (typeof governanceKinds)[number];

/** The governed microservice: rules are delivered to it, whatever its version. */
export type Governed = { environment: string; application: string; service: string };
/** What a rule is compiled for: `endpoint` is the method that it names, as it is called over HTTP; null where no contract tells. */
export type Target = { governed: Governed; endpoint: Endpoint | null };
export type Compiled = { settings: Setting[]; notes: Note[] };

/** What must be so on the services' side before rules of a kind act; `setting` is a line for their own configuration. */
export type Prerequisite = { frameworks: Framework[]; text: Words; setting: string | null };

export type Label = Words & { choices?: Record<string, Words>; unit?: string };

/** One sort of rule: its words, its schema and its translation. Form, checks, preview and publication follow from these. */
export type GovernanceKind<S extends z.ZodType = z.ZodType> = {
  kind: GovernanceKindName;
  title: Words;
  /** Which side of a call the governed service is on: the rule is about those whom it calls, or about those who call it. */
  governs: "calls" | "callers";
  /** Whether a rule may be about a single method. */
  methods: boolean;
  prerequisites: readonly Prerequisite[];
  spec: S;
  labels: Record<string, Label>;
  /** What the rule is about: there is one rule of a kind for each (GOV-01). */
  object: (spec: z.output<S>) => readonly string[];
  /** What the engine must hold for the rule to act. Pure, so that a change can be previewed. */
  compile: (target: Target, spec: z.output<S>) => Compiled;
  /** What all rules of this kind at a service lead to together. */
  compileAll?: (governed: Governed, specs: readonly z.output<S>[]) => Setting[];
};

export const defineKind = <S extends z.ZodType>(kind: GovernanceKind<S>): GovernanceKind<S> => kind;
