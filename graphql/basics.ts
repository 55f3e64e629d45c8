import { builder } from "./builder.ts";

export const Deleted = builder.objectRef<{ id: string }>("Deleted").implement({
  description: "What is gone",
  fields: (t) => ({ id: t.exposeID("id", { description: "The id it had" }) }),
});

export const KeyValue = builder.objectRef<{ key: string; value: string }>("KeyValue").implement({
  description: "A key and its value",
  fields: (t) => ({
    key: t.exposeString("key", { description: "The key" }),
    value: t.exposeString("value", { description: "The value" }),
  }),
});
