import { type ErrorCode, errorCodes, type ErrorDetails } from "@flyloft/functions/kernel";
import { createGraphQLError } from "graphql-yoga";

type Thrown = {
  name?: string;
  message?: string;
  originalError?: unknown;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
};
type Domain = { name: string; message: string; code: string; details: ErrorDetails };

const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.includes(code as ErrorCode);

/**
 * Yoga hides every error it did not create, and ours reach it wrapped in one of its own.
 * Told apart by name, never by instanceof: two copies of `graphql` can be loaded at once.
 */
export function maskError(error: unknown, { requestId, stranger }: { requestId: string; stranger: boolean }): Error {
  const { path, extensions = {} } = error as Thrown;
  let cause = error as Thrown;
  while (cause.name === "GraphQLError" && cause.originalError) cause = cause.originalError as Thrown;
  // Syntax, validation and protocol errors are written for the client.
  if (cause.name === "GraphQLError") {
    const { http, code } = { ...cause.extensions, ...extensions };
    const told = (error as Thrown).message ?? "";
    // Suggestions would spell out the schema to those who may not see it.
    return createGraphQLError(stranger ? told.replace(/ Did you mean [^]*$/, "") : told, {
      path,
      extensions: { ...(http !== undefined && { http }), code: isErrorCode(code) ? code : "invalid", requestId },
    });
  }
  if (cause.name === "DomainError") {
    const { message, code, details } = cause as unknown as Domain;
    return createGraphQLError(message, { path, extensions: { ...details, code, requestId } });
  }
  console.error(JSON.stringify({ level: "error", requestId, error: (cause as Error).stack ?? String(cause) }));
  return createGraphQLError("Something went wrong on our side; give the request id to your operator", {
    path,
    extensions: { code: "internal", requestId },
  });
}
