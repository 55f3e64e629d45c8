import type { ResourceKindName } from "@flyloft/db";
import type { z } from "zod";

/** What an environment makes of it: networks are never selected, of the base at least one is (ENV-02). */
export const resourceRoles = ["network", "base", "optional"] as const;
export type ResourceRole = (typeof resourceRoles)[number];

export type ResourceKind<A extends z.ZodObject = z.ZodObject> = {
  kind: ResourceKindName;
  /** As in "a subnet". */
  title: string;
  role: ResourceRole;
  /** Complete: what may be left out has a default. */
  attributes: A;
  /** The attributes that are sealed when stored and never told. */
  secrets: readonly (keyof z.output<A> & string)[];
  /** Whether an agent can reach it. */
  hasAgent: boolean;
};

export const defineKind = <A extends z.ZodObject>(
  kind: Omit<ResourceKind<A>, "secrets" | "hasAgent"> & Partial<ResourceKind<A>>,
): ResourceKind<A> => ({ secrets: [], hasAgent: false, ...kind });
