/** What the API refused; `code` is one of its closed set. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type Ask = <T>(query: string, variables?: Record<string, unknown>) => Promise<T>;
type Answer = { data?: unknown; errors?: { message: string; extensions?: { code?: string } }[] };

/** Asks a GraphQL address as the one who holds this token, or as nobody. Throws `Refused` for what the API says no to. */
export const graphqlClient =
  (address: string, token?: string): Ask =>
  async <T>(query: string, variables: Record<string, unknown> = {}) => {
    const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
    const body = JSON.stringify({ query, variables });
    const response = await fetch(address, { method: "POST", headers, body, signal: AbortSignal.timeout(30_000) });
    const { data, errors } = (await response.json()) as Answer;
    const [first] = errors ?? [];
    if (first) throw new Refused(first.extensions?.code ?? "internal", first.message);
    if (!data) throw new Error(`${address} answered ${response.status}`);
    return data as T;
  };
