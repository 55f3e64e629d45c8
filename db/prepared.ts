import type { Sql } from "postgres";

type Texts = Pick<Sql, "unsafe">;
type Unsafe = (text: string, parameters?: never[], options?: object) => unknown;

/** A statement is prepared from its third use on, and so many of them at most: each connection keeps what it prepared. */
const usesBefore = 2;
const mostPrepared = 500;
const mostCounted = 5000;

/** Nothing is sent behind it: what waits for a lock must not hold up what could go by another connection. */
const alone = (prepare: boolean) => ({ prepare, onexecute: () => false });

function choose() {
  const prepared = new Set<string>();
  let uses = new Map<string, number>();
  return (text: string): boolean => {
    if (prepared.has(text)) return true;
    if (prepared.size >= mostPrepared) return false;
    const before = uses.get(text) ?? 0;
    if (before >= usesBefore) {
      uses.delete(text);
      prepared.add(text);
      return true;
    }
    if (uses.size >= mostCounted) uses = new Map();
    uses.set(text, before + 1);
    return false;
  };
}

/**
 * Lets a client prepare the statements that it is given again and again. A statement that is not prepared goes to the server
 * twice, first to learn the types of its parameters, and is planned each time. For connections that live long.
 */
export function preparing<C extends Texts>(client: C): C {
  const worthIt = choose();
  const wrap = <Client extends Texts>(one: Client): Client =>
    new Proxy(one, {
      get(target, key) {
        const value = Reflect.get(target, key) as unknown;
        if (key === "unsafe")
          return (text: string, parameters: never[] = [], options: object = {}) =>
            (value as Unsafe)(
              text,
              parameters,
              parameters.length > 0 ? { ...options, ...alone(worthIt(text)) } : options,
            );
        if (key === "begin" || key === "savepoint")
          return (...given: unknown[]) => {
            const work = given.pop() as (inner: Texts) => unknown;
            return (value as (...all: unknown[]) => unknown)(...given, (inner: Texts) => work(wrap(inner)));
          };
        return value;
      },
    });
  return wrap(client);
}
