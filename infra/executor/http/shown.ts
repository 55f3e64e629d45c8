/** How much of one document is shown, in bytes; the whole stays in the database. */
export const shownBytes = 65_536;

export type Shown = { text: string; truncated: boolean };

/** The beginning of a document that may be long; never half a character. */
export function shown(text: string | null): Shown | null {
  if (text === null) return null;
  const bytes = Buffer.from(text);
  if (bytes.length <= shownBytes) return { text, truncated: false };
  return {
    text: bytes
      .subarray(0, shownBytes)
      .toString("utf8")
      .replace(/\uFFFD+$/, ""),
    truncated: true,
  };
}

/** What a memo holds, without its envelope `{"data":…}` or `{"error":…}`. The memo may have been cut off behind. */
export function unwrapped(memo: string): { failed: boolean; value: string } {
  const [envelope = ""] = /^\{"(data|error)":/.exec(memo) ?? [];
  const whole = envelope !== "" && memo.length <= shownBytes;
  return { failed: envelope === '{"error":', value: memo.slice(envelope.length, whole ? -1 : undefined) };
}
