import type { Ctx } from "@flyloft/functions/kernel";
import SchemaBuilder from "@pothos/core";
import DataloaderPlugin from "@pothos/plugin-dataloader";

export const builder = new SchemaBuilder<{
  Context: Ctx;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: true;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    JSON: { Input: unknown; Output: unknown };
  };
}>({ plugins: [DataloaderPlugin], defaultFieldNullability: false, defaultInputFieldRequiredness: true });

builder.scalarType("DateTime", {
  description: "A moment, as in 2026-11-23T07:30:00.000Z (RFC 3339)",
  serialize: (value) => value.toISOString(),
  parseValue: (value) => new Date(String(value)),
});
builder.scalarType("JSON", {
  description: "Any JSON value",
  serialize: (value) => value,
  parseValue: (value) => value,
});

builder.queryType({ description: "What there is to see" });
builder.mutationType({ description: "What can be done; each is one verb, named alike at every door" });
