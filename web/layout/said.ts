import i18next from "i18next";

/** What the server says of single inputs is English; sentences of these shapes are told in the viewer's language. */
const shapes: [RegExp, string][] = [
  [/^Taken$/, "taken"],
  [/^(?<inner>\S+) does not lie inside (?<outer>\S+), the range of (?<name>.+)$/, "outside"],
  [/^(?<name>\S+) is set twice$/, "twice"],
  [/^At least (?<count>\d+) characters$/, "atLeast"],
  [/^Too regular: /, "regular"],
  [/^Too common: /, "common"],
  [/^Too close to your name$/, "ownName"],
  [/^This is not right/, "wrong"],
  [/^Within a year from now$/, "year"],
  [/^Must be in the future$/, "future"],
  [/^Letters, digits, then also/, "userName"],
  [/^There is no such action$/, "noAction"],
];

export function saidInWords(message: string): string {
  for (const [shape, key] of shapes) {
    const found = shape.exec(message);
    if (found) return i18next.t(`layout.said.${key}`, { ...found.groups });
  }
  return message;
}
