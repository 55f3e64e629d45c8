import { idPrefixes, type IdKind } from "@flyloft/db";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Makes ids such as `app_06f3…`: the kind, 48 bits of milliseconds, 80 random bits; later ids sort after earlier ones. */
export function makeNewId(
  now: () => Date,
  random: (bytes: Uint8Array) => Uint8Array = (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
) {
  let last = 0;
  return (kind: IdKind): string => {
    // Two ids of one millisecond keep their order too.
    last = Math.max(now().getTime(), last + 1);
    let time = "";
    for (let rest = last, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time;
    let tail = "";
    for (const byte of random(new Uint8Array(16))) tail += alphabet[byte % 32];
    return `${idPrefixes[kind]}_${time}${tail}`;
  };
}

const kinds = new Map(Object.entries(idPrefixes).map(([kind, prefix]) => [prefix as string, kind as IdKind]));

/** The kind that an id names, or null for something that is no id. */
export const kindOfId = (id: string): IdKind | null =>
  /^[a-z]{3}_[0-9a-z]{26}$/.test(id) ? (kinds.get(id.slice(0, 3)) ?? null) : null;
