import type { ResourceKindName } from "@flyloft/db";
import { z } from "zod";
import { cache } from "./cache.ts";
import { cluster } from "./cluster.ts";
import type { ResourceKind } from "./define.ts";
import { engine } from "./engine.ts";
import { host } from "./host.ts";
import { loadBalancer } from "./load-balancer.ts";
import { publicIp } from "./public-ip.ts";
import { subnet } from "./subnet.ts";
import { vpc } from "./vpc.ts";

export const kinds = {
  vpc,
  subnet,
  cluster,
  host,
  load_balancer: loadBalancer,
  public_ip: publicIp,
  cache,
  engine,
} satisfies { [Kind in ResourceKindName]: Pick<ResourceKind, "kind" | "role"> };
/** The same, when only the kind's name is known. */
export const kindOf = (name: ResourceKindName): ResourceKind => kinds[name] as unknown as ResourceKind;

const bare = (field: unknown) => (field instanceof z.ZodDefault ? field.unwrap() : field) as z.ZodType;

/** The attributes of all kinds, each optional: what the doors show. The kind's own schema then says which belong together. */
export const anyAttributes = z
  .strictObject(
    Object.fromEntries(
      Object.values(kinds).flatMap(({ attributes }) =>
        Object.entries(attributes.shape).map(([key, field]) => [key, bare(field).optional()]),
      ),
    ) as Record<string, z.ZodOptional<z.ZodType>>,
  )
  .meta({
    id: "ResourceAttributesInput",
    description: "What is known of a resource; its kind says which of them it has",
  });

type AttributesOf<Kind extends ResourceKindName> = z.output<(typeof kinds)[Kind]["attributes"]>;

/** The attributes without those that are sealed. */
export function openAttributes(name: ResourceKindName, attributes: Record<string, unknown>): Record<string, unknown> {
  const secrets = kindOf(name).secrets as readonly string[];
  return secrets.length === 0
    ? attributes
    : Object.fromEntries(Object.entries(attributes).filter(([key]) => !secrets.includes(key)));
}

/** The attributes of a resource as its kind knows them; a secret reads as null here. */
export const attributesOf = <Kind extends ResourceKindName>(name: Kind, row: { attributes: Record<string, unknown> }) =>
  kindOf(name).attributes.parse(openAttributes(name, row.attributes)) as AttributesOf<Kind>;
