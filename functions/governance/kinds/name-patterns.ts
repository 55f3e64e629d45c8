/** At most so many names, beginnings and endings may an expression stand for. */
const most = 50;

type Read = { rules: string[] } | { refusal: string };
const ordinary = /[A-Za-z0-9_-]/;

/** What a wildcard or an expression of whole names, beginnings and endings stands for; else why it is refused (GOV-20). */
export function readNames(text: string): Read {
  if (/^[A-Za-z0-9_.*-]+$/.test(text) && !text.includes(".*")) return readWildcard(text);
  const parsed = new Expression(text).read();
  if (typeof parsed === "string") return { refusal: parsed };
  const rules = [...new Set(parsed)].map(asRule);
  if (rules.includes(null)) return { refusal: unsupported };
  return { rules: (rules as string[]).sort() };
}

/** The rules of an expression that was accepted. */
export function expandNames(text: string): string[] {
  const read = readNames(text);
  return "rules" in read ? read.rules : [];
}

const unsupported =
  "Services compare whole names, beginnings (data*) and endings (*data): write .* only at the beginning or at the end";

const readWildcard = (text: string): Read => {
  const rule = asRule(text.replace(/\*+/g, anything));
  return rule === null ? { refusal: unsupported } : { rules: [rule] };
};

/** Stands for any run of characters among what was read. */
const anything = "\u0001";

/** `data` + anything as `data*`; null where anything stands in the middle or at both ends. */
function asRule(name: string): string | null {
  if (name === anything) return "*";
  const at = name.indexOf(anything);
  if (at === -1) return name;
  if (name.indexOf(anything, at + 1) !== -1 || (at !== 0 && at !== name.length - 1)) return null;
  return name.replace(anything, "*");
}

/**
 * Reads the small part of regular expressions that stands for a list of names: ordinary characters, groups, choices, sets of
 * characters, `?` and `.*`. Nothing is ever run as an expression, so none can be made that takes forever.
 */
class Expression {
  readonly #text: string;
  #at = 0;
  #refusal: string | null = null;

  constructor(text: string) {
    this.#text = text.replace(/^\^/, "").replace(/(?<!\\)\$$/, "");
  }

  read(): string[] | string {
    const names = this.#choices(0);
    if (this.#refusal === null && this.#at < this.#text.length)
      this.#refuse(`There is no ( before the ) at ${this.#at + 1}`);
    return this.#refusal ?? names;
  }

  #refuse(why: string): string[] {
    this.#refusal ??= why;
    return [];
  }

  #choices(depth: number): string[] {
    if (depth > 10) return this.#refuse("Groups are nested more than 10 deep");
    const found = this.#sequence(depth);
    while (this.#refusal === null && this.#text[this.#at] === "|") {
      this.#at++;
      found.push(...this.#sequence(depth));
    }
    return found.length > most ? this.#refuse(`It stands for more than ${most} names`) : found;
  }

  #sequence(depth: number): string[] {
    let found = [""];
    while (this.#refusal === null && this.#at < this.#text.length && !"|)".includes(this.#text[this.#at]!)) {
      const part = this.#part(depth);
      if (found.length * part.length > most) return this.#refuse(`It stands for more than ${most} names`);
      found = found.flatMap((before) => part.map((next) => before + next));
    }
    return found;
  }

  #part(depth: number): string[] {
    const part = this.#atom(depth);
    const sign = this.#text[this.#at];
    if (sign === "?") {
      this.#at++;
      return [...part, ""];
    }
    if (sign === "*" || sign === "+" || sign === "{")
      return this.#refuse(`${sign} is understood after . only: ${unsupported}`);
    return part;
  }

  #atom(depth: number): string[] {
    const char = this.#text[this.#at++]!;
    if (char === "(") {
      if (this.#text[this.#at] === "?" && !this.#text.startsWith("?:", this.#at))
        return this.#refuse("Groups that look around are not understood");
      if (this.#text.startsWith("?:", this.#at)) this.#at += 2;
      const inner = this.#choices(depth + 1);
      if (this.#text[this.#at] !== ")") return this.#refuse("A ( is never closed");
      this.#at++;
      return inner;
    }
    if (char === "[") return this.#set();
    if (char === "\\") {
      const next = this.#text[this.#at++] ?? "";
      return /[^A-Za-z0-9]/.test(next) ? [next] : this.#refuse(`\\${next} stands for too many names`);
    }
    if (char === ".") {
      if (this.#text[this.#at] !== "*") return this.#refuse(`A . alone stands for too many names: write \\. for a dot`);
      this.#at++;
      return [anything];
    }
    return ordinary.test(char) ? [char] : this.#refuse(`${char} is not understood at ${this.#at}`);
  }

  #set(): string[] {
    const end = this.#text.indexOf("]", this.#at);
    const inner = end === -1 ? "" : this.#text.slice(this.#at, end);
    this.#at = end + 1;
    if (!/^(?:[A-Za-z0-9_](?:-[A-Za-z0-9_])?|[.-])+$/.test(inner)) return this.#refuse("This [ ] is not understood");
    const found: string[] = [];
    for (const [, from, to, single] of inner.matchAll(/([A-Za-z0-9_])-([A-Za-z0-9_])|([A-Za-z0-9_.-])/g)) {
      if (single) found.push(single);
      else
        for (let code = from!.charCodeAt(0); code <= to!.charCodeAt(0); code++) found.push(String.fromCharCode(code));
    }
    if (found.length === 0) return this.#refuse("This [ ] holds nothing");
    return found;
  }
}
