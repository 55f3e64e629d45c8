export type Token =
  | { kind: "name" | "op"; text: string; at: number }
  | { kind: "value"; value: string | number; at: number }
  | { kind: "end"; at: number };

/** What is wrong with an expression, in words for its author. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

const space = /\s+/y;
const name = /[A-Za-z_]\w*/y;
const number = /(?:0x[0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)u?/y;
const text = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y;
const op = /&&|\|\||==|!=|<=|>=|[<>!?:()[\].,+\-*]/y;

function unquote(quoted: string, at: number): string {
  return quoted.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/g, (_all, escape: string) => {
    const plain: Record<string, string> = { n: "\n", t: "\t", r: "\r", "\\": "\\", "'": "'", '"': '"', "`": "`" };
    if (escape.length > 1) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    const found = plain[escape];
    if (found === undefined) throw new ExpressionError(`unknown escape \\${escape} at ${at}`);
    return found;
  });
}

export function scan(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < source.length) {
    if (take(space)) continue;
    const start = at;
    let found: string | undefined;
    if ((found = take(text)) !== undefined) tokens.push({ kind: "value", value: unquote(found, start), at: start });
    else if ((found = take(number))) tokens.push({ kind: "value", value: Number(found.replace("u", "")), at: start });
    else if ((found = take(name))) tokens.push({ kind: "name", text: found, at: start });
    else if ((found = take(op))) tokens.push({ kind: "op", text: found, at: start });
    else throw new ExpressionError(`unexpected "${source[at]}" at ${at}`);
  }
  return [...tokens, { kind: "end", at: source.length }];
}
