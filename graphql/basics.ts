import { errorCodes, type Outcome } from "@flyloft/functions/kernel";
import { builder } from "./builder.ts";
import { enumOf } from "./enums.ts";

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

export const BatchOutcome = builder.objectRef<Outcome>("BatchOutcome").implement({
  description: "What became of one thing in a batch; one refusal does not stop the others",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Of the thing" }),
    done: t.exposeBoolean("done", { description: "Whether it was carried out" }),
    code: t.expose("code", {
      type: enumOf("ErrorCode", errorCodes, "What kind of refusal; the same codes at every door"),
      nullable: true,
      description: "What kind of refusal",
    }),
    message: t.exposeString("message", { nullable: true, description: "Why not, in words" }),
  }),
});
