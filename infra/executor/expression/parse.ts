import { ExpressionError, scan, type Token } from "./scan.ts";

export type Node =
  | { kind: "value"; value: string | number | boolean | null }
  | { kind: "variable"; name: string }
  | { kind: "list"; items: Node[] }
  | { kind: "field"; of: Node; name: string }
  | { kind: "index"; of: Node; at: Node }
  | { kind: "call"; name: string; args: Node[] }
  | { kind: "unary"; op: string; of: Node }
  | { kind: "binary"; op: string; left: Node; right: Node }
  | { kind: "choice"; test: Node; yes: Node; no: Node };

const maxLength = 4_096;
const maxDepth = 60;
const levels = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*"]];
const constants: Record<string, boolean | null> = { true: true, false: false, null: null };

/** A parser for the subset of CEL that this executor evaluates. Throws ExpressionError. */
export function parse(source: string): Node {
  if (source.length > maxLength) throw new ExpressionError(`longer than ${maxLength} characters`);
  return new Parser(scan(source)).whole();
}

class Parser {
  #next = 0;
  #depth = 0;
  readonly #tokens: Token[];

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  whole(): Node {
    const node = this.#choice();
    if (this.#peek().kind !== "end") throw this.#unexpected();
    return node;
  }

  #peek = (): Token => this.#tokens[this.#next] ?? { kind: "end", at: 0 };

  #unexpected() {
    const token = this.#peek();
    const what = token.kind === "end" ? "end" : token.kind === "value" ? JSON.stringify(token.value) : token.text;
    return new ExpressionError(`unexpected ${what} at ${token.at}`);
  }

  #takeOp(...ops: string[]): string | undefined {
    const token = this.#peek();
    if ((token.kind !== "op" && token.kind !== "name") || !ops.includes(token.text)) return undefined;
    this.#next++;
    return token.text;
  }

  #expect(op: string) {
    if (!this.#takeOp(op)) throw this.#unexpected();
  }

  #name(): string {
    const token = this.#peek();
    if (token.kind !== "name") throw this.#unexpected();
    this.#next++;
    return token.text;
  }

  #choice(): Node {
    if (++this.#depth > maxDepth) throw new ExpressionError("nested too deeply");
    const test = this.#binary(0);
    let node = test;
    if (this.#takeOp("?")) {
      const yes = this.#choice();
      this.#expect(":");
      node = { kind: "choice", test, yes, no: this.#choice() };
    }
    this.#depth--;
    return node;
  }

  #binary(level: number): Node {
    const ops = levels[level];
    if (!ops) return this.#unary();
    let left = this.#binary(level + 1);
    for (let op = this.#takeOp(...ops); op; op = this.#takeOp(...ops)) {
      left = { kind: "binary", op, left, right: this.#binary(level + 1) };
    }
    return left;
  }

  #unary(): Node {
    const op = this.#takeOp("!", "-");
    if (!op) return this.#postfix(this.#primary());
    if (++this.#depth > maxDepth) throw new ExpressionError("nested too deeply");
    const of = this.#unary();
    this.#depth--;
    return { kind: "unary", op, of };
  }

  #postfix(of: Node): Node {
    for (;;) {
      if (this.#takeOp(".")) {
        const name = this.#name();
        of = this.#takeOp("(") ? { kind: "call", name, args: [of, ...this.#list(")")] } : { kind: "field", of, name };
      } else if (this.#takeOp("[")) {
        const at = this.#choice();
        this.#expect("]");
        of = { kind: "index", of, at };
      } else return of;
    }
  }

  #primary(): Node {
    const token = this.#peek();
    if (this.#takeOp("(")) {
      const inner = this.#choice();
      this.#expect(")");
      return inner;
    }
    if (this.#takeOp("[")) return { kind: "list", items: this.#list("]") };
    if (token.kind === "op" || token.kind === "end") throw this.#unexpected();
    this.#next++;
    if (token.kind === "value") return { kind: "value", value: token.value };
    if (token.text in constants) return { kind: "value", value: constants[token.text] ?? null };
    if (this.#takeOp("(")) return { kind: "call", name: token.text, args: this.#list(")") };
    return { kind: "variable", name: token.text };
  }

  #list(end: string): Node[] {
    const items: Node[] = [];
    if (this.#takeOp(end)) return items;
    do items.push(this.#choice());
    while (this.#takeOp(","));
    this.#expect(end);
    return items;
  }
}
