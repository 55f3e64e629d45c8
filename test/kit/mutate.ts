import type { Ctx } from "@flyloft/functions/kernel";
import { ask } from "./ask.ts";

const pascal = (name: string) => name[0]!.toUpperCase() + name.slice(1);

/** One mutation through the GraphQL door: what it answers, or the extensions and message of its refusal. */
export async function mutate(ctx: Ctx, name: string, input: object, fields = "{ id }"): Promise<any> {
  const { data, errors } = await ask(
    ctx,
    `mutation ($input: ${pascal(name)}Input!) { ${name}(input: $input) ${fields} }`,
    { input },
  );
  return errors ? { ...errors[0]!.extensions, message: errors[0]!.message } : data[name];
}
