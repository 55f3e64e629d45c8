import { DomainError } from "@flyloft/functions/kernel";
import { bearerOf } from "../../executor/protocol/signature.ts";

export type EngineSettings = {
  baseUrl?: string | undefined;
  signingKey?: string | undefined;
  signingKeyFallback?: string | undefined;
};
export type EngineAnswer = { status: number; body: Record<string, unknown> };

const patienceMs = 10_000;

/**
 * Asks the API of an engine, signed as its protocol wants it. Answers what is below 500; throws `unavailable` when nobody
 * answers in ten seconds or the engine fails.
 */
export function requestTo({ baseUrl, signingKey, signingKeyFallback }: EngineSettings) {
  return async (method: string, path: string, body?: object): Promise<EngineAnswer> => {
    if (!baseUrl || !signingKey)
      throw new DomainError("unavailable", "This platform has no job engine: its address and signing key are not set");
    const under = (key: string) =>
      fetch(new URL(path, baseUrl), {
        method,
        headers: { authorization: `Bearer ${bearerOf(key)}`, "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(patienceMs),
      }).catch((error: unknown) => {
        throw new DomainError("unavailable", "The job engine cannot be reached: ask again soon", {}, { cause: error });
      });
    let response = await under(signingKey);
    // While keys are being changed the engine may still have the former one.
    if (response.status === 401 && signingKeyFallback) response = await under(signingKeyFallback);
    const text = await response.text().catch(() => "");
    // The platform's own credentials are meant here, never those of who asks.
    if (response.status >= 500 || response.status === 401)
      throw new DomainError("unavailable", `The job engine answered ${response.status}: ask again soon`);
    return { status: response.status, body: read(text) };
  };
}

function read(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export const dateOf = (value: unknown): Date | null =>
  typeof value === "string" && !Number.isNaN(Date.parse(value)) ? new Date(value) : null;
