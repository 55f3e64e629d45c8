import { invalid } from "../kernel/errors.ts";
import { commonWords } from "./common-passwords.ts";

export const shortestPassword = 10;

const leet: Record<string, string> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const plain = (text: string) => text.toLowerCase().replace(/[013457@$!]/g, (one) => leet[one]!);
const letters = (text: string) => plain(text).replace(/[^a-z]/g, "");
const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "1qaz2wsx3edc4rfv5tgb6yhn",
];
const runs = rows.flatMap((row) => [row, [...row].reverse().join("")]);

/** How much of a text is not a run along the keyboard, the alphabet or the digits, nor the same character again. */
function surprise(text: string): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) {
    const pair = text.slice(i - 1, i + 1);
    if (i === 0 || !(pair[0] === pair[1] || runs.some((row) => row.includes(pair)))) found++;
  }
  return found;
}

/** Why a password is too easy to guess, in words for the one who chose it; null when it will do. */
export function weaknessOf(password: string, names: readonly string[]): string | null {
  const text = password.normalize("NFKC");
  const lower = text.toLowerCase();
  if ([...text].length < shortestPassword) return `At least ${shortestPassword} characters`;
  if (new Set(lower).size < 5 || surprise(lower) < 5)
    return "Too regular: do not repeat characters or follow the keyboard";
  const rest = letters(text.replace(/^[\d\W_]+|[\d\W_]+$/g, ""));
  const halves = [rest, rest.slice(0, rest.length / 2)];
  // A common word with digits around it, or said twice, is what is tried first.
  if (commonWords.has(rest) || (rest.length % 2 === 0 && rest === halves[1]!.repeat(2) && commonWords.has(halves[1]!)))
    return "Too common: this is among the first that are tried";
  const own = names.map((name) => name.toLowerCase()).find((name) => name.length >= 3 && lower.includes(name));
  if (own && lower.replaceAll(own, "").length < 8) return "Too close to your name";
  return null;
}

/** Refuses a password that is short, common, regular, or made of the user's own names. */
export function checkPassword(
  password: string,
  { user, account, email }: { user: string; account: string; email?: string | null },
  field = "password",
) {
  const weakness = weaknessOf(password, [user, account, ...(email?.split("@") ?? [])]);
  if (weakness) throw invalid(field, weakness);
}
