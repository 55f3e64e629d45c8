import type { Ctx } from "@flyloft/functions/kernel";
import { graphqlDoor } from "@flyloft/graphql/gateway";

type Failure = {
  message: string;
  extensions: {
    code: string;
    fields?: Record<string, string[]>;
    action?: string;
    requestId: string;
    [fact: string]: unknown;
  };
};
export type Answer = { data: any; errors?: Failure[] };

const door = graphqlDoor({ development: false });

/** Asks through the GraphQL door, as the one whom the context names. */
export async function ask(ctx: Ctx, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const request = new Request("http://flyloft.test/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return (await door(request, { ctx })).json() as Promise<Answer>;
}
