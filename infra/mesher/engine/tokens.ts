import { note, noteOnce } from "../../agent/journal.ts";
import { askOnce } from "./client.ts";

const renewEveryMs = 20 * 60_000;
const firstPauseMs = 5000;
const longestPauseMs = renewEveryMs;

/** Where tokens come from; an engine without authentication has none. */
export type Tokens = {
  current(): Promise<string | null>;
  /** Asks for a new one because the present one was refused; whether there is one now. */
  renew(): Promise<boolean>;
};

export const noTokens: Tokens = { current: async () => null, renew: async () => false };

/** Signs in with account and password, again every 20 minutes, and whenever a token was refused; wrong words are not repeated quickly. */
export class AccountTokens implements Tokens {
  readonly #addresses: readonly string[];
  readonly #account: { name: string; password: string };
  readonly #now: () => number;
  #token: string | null = null;
  #askAgainAt = Number.NEGATIVE_INFINITY;
  #refusals = 0;
  #asking: Promise<void> | null = null;

  constructor(
    addresses: readonly string[],
    account: { name: string; password: string },
    now = () => performance.now(),
  ) {
    this.#addresses = addresses;
    this.#account = account;
    this.#now = now;
  }

  async current(): Promise<string | null> {
    if (this.#now() >= this.#askAgainAt) await this.#ask();
    return this.#token;
  }

  async renew(): Promise<boolean> {
    const refused = this.#token;
    if (this.#refusals > 0 && this.#now() < this.#askAgainAt) return false;
    await this.#ask();
    return this.#token !== null && this.#token !== refused;
  }

  #ask(): Promise<void> {
    this.#asking ??= this.#signIn().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #signIn() {
    for (const address of this.#addresses) {
      try {
        const { status, body } = await askOnce(`${address}/v4/token`, { method: "POST", body: this.#account }, false);
        return this.#heard(status, body);
      } catch (error) {
        // The next address may be there.
        noteOnce(`No token can be got at ${address}: ${(error as Error).message}`);
      }
    }
    this.#askAgainAt = this.#now() + firstPauseMs;
  }

  #heard(status: number, body: unknown) {
    const token = (body as { token?: unknown } | null)?.token;
    if (status === 200 && typeof token === "string") {
      this.#token = token;
      this.#refusals = 0;
      this.#askAgainAt = this.#now() + renewEveryMs;
    } else if (status === 404) {
      this.#token = null;
      this.#refusals = 0;
      this.#askAgainAt = this.#now() + renewEveryMs;
    } else if (status === 401 || status === 403) {
      this.#refusals++;
      this.#askAgainAt = this.#now() + Math.min(longestPauseMs, 60_000 * 2 ** (this.#refusals - 1));
      note(`The engine refuses the account ${this.#account.name} (${status})`);
    } else this.#askAgainAt = this.#now() + firstPauseMs;
  }
}
