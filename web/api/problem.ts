import type { CombinedError } from "urql";

/** Why something could not be done, as every door tells it. */
export type Problem = {
  code: string;
  message: string;
  /** What is wrong with which input, by its path. */
  fields: Record<string, string[]>;
  /** The permission that is missing. */
  action: string | null;
  requestId: string | null;
};

const here = (code: string): Problem => ({ code, message: "", fields: {}, action: null, requestId: null });
export const unreachable = here("unreachable");
/** The object storage, which the browser speaks to itself, could not be reached or refused. */
export const storageRefused = here("storage");

type Told = Partial<Problem> & { message?: string };

/** From the body of a REST answer or the extensions of a GraphQL error. */
export const problemOfAnswer = ({ code, message, fields, action, requestId }: Told): Problem => ({
  code: code ?? "internal",
  message: message ?? "",
  fields: fields ?? {},
  action: action ?? null,
  requestId: requestId ?? null,
});

export function problemOf(error: CombinedError | undefined): Problem | null {
  if (!error) return null;
  const first = error.graphQLErrors[0];
  if (!first) return unreachable;
  return problemOfAnswer({ ...(first.extensions as Told), message: first.message });
}
