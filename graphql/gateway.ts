import { AsyncLocalStorage } from "node:async_hooks";
import type { Ctx } from "@flyloft/functions/kernel";
import { NoSchemaIntrospectionCustomRule } from "graphql";
import { createGraphQLError, createYoga, type Plugin } from "graphql-yoga";
import { costOf, type DocumentLimits, documentLimits, shapeRule } from "./document-limits.ts";
import { maskError } from "./errors.ts";
import { liveSubscriptions } from "./live-subscriptions.ts";
import { persistedDocuments } from "./persisted-documents.ts";
import { schema } from "./schema.ts";

/** Errors are masked far from the context; what they must know of the request finds its way there by itself. */
const requests = new AsyncLocalStorage<{ requestId: string; stranger: boolean }>();

const asking = () => requests.getStore() ?? { requestId: "", stranger: true };

/** What a request brings along; `mayStay` is asked again and again while a subscription runs. */
export type Serving = {
  ctx: Ctx;
  mayStay?: () => Promise<boolean>;
  /** Aborted when the client goes away. */ gone?: AbortSignal;
};
export type GatewayOptions = {
  development: boolean;
  plugins?: Plugin[];
  limits?: Partial<DocumentLimits>;
  /** How long a subscription may go on after its right ended, in milliseconds. */
  recheckEvery?: number;
};

const refuse = (message: string) => createGraphQLError(message, { extensions: { code: "invalid" } });

function documentGuard(limits: DocumentLimits): Plugin {
  const rule = shapeRule(limits);
  const refuseCostly = ({
    args,
  }: {
    args: { schema: typeof schema; document: never; operationName?: string | null; variableValues?: unknown };
  }) => {
    const cost = costOf(
      args.schema,
      args.document,
      args.operationName,
      (args.variableValues ?? {}) as Record<string, unknown>,
    );
    if (cost > limits.cost)
      throw refuse(
        `The answer could have ${cost} fields: at most ${limits.cost}. Ask for shorter pages or fewer fields`,
      );
  };
  return {
    onParse({ params, parseFn, setParseFn }) {
      if (String(params.source).length > limits.characters)
        throw refuse(`A document may have ${limits.characters} characters at most`);
      setParseFn((source, options) => parseFn(source, { ...options, maxTokens: limits.tokens }));
    },
    onValidate({ addValidationRule, context }) {
      addValidationRule(rule);
      // What there is to ask is for those to see who may ask.
      if ((context as unknown as Serving).ctx.actor.kind === "anonymous")
        addValidationRule(NoSchemaIntrospectionCustomRule);
    },
    onExecute: (given) => refuseCostly(given as never),
    onSubscribe: (given) => refuseCostly(given as never),
  };
}

/** What the parser and the rules refuse is told as every other refusal is: with a code of ours and the id of the request. */
const inOneVoice: Plugin = {
  onExecutionResult({ result, setResult }) {
    const { errors } = (result ?? {}) as { errors?: { extensions?: Record<string, unknown> }[] };
    if (!errors?.some(({ extensions }) => !extensions?.["requestId"])) return;
    const told = errors.map((error) => (error.extensions?.["requestId"] ? error : maskError(error, asking())));
    setResult({ ...result, errors: told } as never);
  },
};

/** The GraphQL door. The context is made by whoever received the request, and handed in with it. */
export function graphqlDoor({ development, plugins = [], limits, recheckEvery = 3000 }: GatewayOptions) {
  const yoga = createYoga<Serving, Ctx>({
    schema,
    graphqlEndpoint: "/graphql",
    graphiql: development,
    landingPage: false,
    cors: false,
    batching: false,
    multipart: false,
    // Refusals are answers; what is not is logged where it is masked.
    logging: false,
    // The edge counts requests; a second health page would only be one more address to guard.
    healthCheckEndpoint: "/graphql/health",
    context: ({ ctx }) => ctx,
    maskedErrors: { maskError: (error) => maskError(error, asking()) },
    plugins: [
      documentGuard({ ...documentLimits, ...limits }),
      persistedDocuments(),
      liveSubscriptions(recheckEvery),
      inOneVoice,
      ...plugins,
    ],
  });
  return async (request: Request, serving: Serving): Promise<Response> => {
    const { requestId, actor } = serving.ctx;
    // A form or plain text is what a page of another site could send without asking.
    if (request.method === "POST" && !/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
      const message = "Send application/json";
      return Response.json({ errors: [{ message, extensions: { code: "invalid", requestId } }] }, { status: 415 });
    }
    return requests.run({ requestId, stranger: actor.kind === "anonymous" }, async () => yoga.fetch(request, serving));
  };
}
