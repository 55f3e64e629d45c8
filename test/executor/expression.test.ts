import { expect, test } from "vitest";
import { checkExpression, keyText, matches, wholeNumber } from "@flyloft/infra/executor/expression/index";

const event = {
  name: "e",
  data: { n: 5, text: "flyloft", list: [1, "a"], nested: { deep: true }, none: null, zero: 0 },
};

test.each([
  ["event.data.n == 5", true],
  ["event.data.n == 5.0", true],
  ["event.data['n'] > 4 && event.data.text.startsWith('fly')", true],
  ["event.data.missing", false],
  ["event.data.missing == null", true],
  ["event.data.missing != null", false],
  ["event.data.missing == 'x'", false],
  ["event.data.missing != 'x'", true],
  ["event.data.missing < 3", true],
  ["event.data.missing > 3", false],
  ["3 < event.data.missing", false],
  ["3 > event.data.missing", true],
  ["event.data.none == 1", false],
  ["event.data.none != 1", true],
  ["event.data.none < 1", true],
  ["size(event.data.missing) == 0", true],
  ["event.data.missing.startsWith('a')", false],
  ["event.data.missing + 'x' == 'x'", true],
  ["'v' + event.data.n == 'v5'", true],
  ["event.data.n", false],
  ["event.data.n && event.data.text == 'flyloft'", true],
  ["event.data.zero || event.data.nested.deep", true],
  ["event.data.zero ? false : true", true],
  ["!event.data.zero", true],
  ["'a' in event.data.list", true],
  ["'n' in event.data", true],
  ["event.data.n in [1, 5]", true],
  ["has(event.data.text) && !has(event.data.missing)", true],
  ["event.data.text.matches('^fly.{4}$')", true],
  ["event.data.text.size() == 7 && 'y' in ['x', \"y\"]", true],
  ["event.data.text.contains('loft') && event.data.text.endsWith('t')", true],
  ["int('7') == 7 && -event.data.n == -5 && 2 * 3 - 1 == event.data.n", true],
  ["event.data.constructor == null && event.data.__proto__ == null", true],
])("%s is a match: %s", (source, expected) => {
  checkExpression(source, ["event"]);
  expect(matches(source, { event })).toBe(expected);
});

test("in a wait, what is missing in the run's own event counts as null", () => {
  const both = "event.data.id == async.data.id";
  expect(matches(both, { event: { data: { id: 1 } }, async: { data: { id: 1 } } })).toBe(true);
  expect(matches(both, { event: { data: { id: 1 } }, async: { data: {} } })).toBe(false);
  expect(matches(both, { event: { data: {} }, async: { data: { id: 1 } } })).toBe(false);
  expect(matches(both, { event: { data: {} }, async: { data: {} } })).toBe(true);
});

test.each([
  "event.data.",
  "event.data.n ==",
  "(event.data.n",
  "event data",
  "async.data.n == 1",
  "event.data.list.map(x, x)",
  "event.data.text.matches(event.data.n)",
  "event.data.text.matches('(')",
  "now() > 1",
  "event.data.n % 2 == 0",
  "#",
  `${"(".repeat(100)}1${")".repeat(100)}`,
  "'unfinished",
])("%s is refused when it is registered", (source) => {
  expect(() => checkExpression(source, ["event"])).toThrow(/./);
});

test("keys are text, whole numbers without a fraction, and absent when there is nothing", () => {
  expect(keyText("event.data.n", event)).toBe("5");
  expect(keyText("event.data.n + '-' + event.data.text", event)).toBe("5-flyloft");
  expect(keyText("event.data.missing", event)).toBeNull();
  expect(keyText("false", event)).toBeNull();
  expect(wholeNumber("event.data.n > 3 ? 120 : 0", event)).toBe(120);
  expect(wholeNumber("event.data.text", event)).toBe(0);
});
