import { AsyncLocalStorage } from "node:async_hooks";
import type { Ctx } from "@flyloft/functions/kernel";
import { createYoga, type Plugin } from "graphql-yoga";
import { maskError } from "./errors.ts";
import { schema } from "./schema.ts";

/** Errors are masked far from the context; the id of the request finds its way there by itself. */
const requestIds = new AsyncLocalStorage<string>();

export type GatewayOptions = { development: boolean; plugins?: Plugin[] };

/** The GraphQL door. The context is made by whoever received the request, and handed in with it. */
export function graphqlDoor({ development, plugins = [] }: GatewayOptions) {
  const yoga = createYoga<{ ctx: Ctx }, Ctx>({
    schema,
    graphqlEndpoint: "/graphql",
    graphiql: development,
    landingPage: false,
    cors: false,
    batching: false,
    // Refusals are answers; what is not is logged where it is masked.
    logging: false,
    // The edge counts requests; a second health page would only be one more address to guard.
    healthCheckEndpoint: "/graphql/health",
    context: ({ ctx }) => ctx,
    maskedErrors: { maskError: (error) => maskError(error, requestIds.getStore() ?? "") },
    plugins,
  });
  return (request: Request, ctx: Ctx): Promise<Response> =>
    requestIds.run(ctx.requestId, async () => yoga.fetch(request, { ctx }));
}
