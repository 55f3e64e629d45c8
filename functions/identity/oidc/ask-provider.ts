import { DomainError } from "../../kernel/errors.ts";
import { isSafeUrl } from "./provider.ts";

const patience = 5_000;
const mostBytes = 512 * 1024;

export const providerFailed = (cause?: unknown) =>
  new DomainError("unavailable", "The sign-in service does not answer as it should", {}, { cause });

/** One request to a provider: no detours, no waiting for ever, no endless answers. Throws `unavailable`. */
export async function askProvider(
  url: string,
  init: RequestInit = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  if (!isSafeUrl(url)) throw providerFailed();
  try {
    const headers = { accept: "application/json", ...(init.headers as Record<string, string>) };
    const answer = await fetch(url, { ...init, headers, redirect: "manual", signal: AbortSignal.timeout(patience) });
    const body: unknown = JSON.parse(await readSome(answer));
    if (body === null || typeof body !== "object" || Array.isArray(body)) throw new Error("Not a JSON object");
    return { status: answer.status, body: body as Record<string, unknown> };
  } catch (error) {
    throw providerFailed(error);
  }
}

async function readSome({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > mostBytes) throw new Error("Too long");
  }
  return text;
}
