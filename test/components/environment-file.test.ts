import fc from "fast-check";
import { expect, test } from "vitest";
import { EnvironmentFileRefusal, parseEnvironmentFile } from "@flyloft/functions/components";

test.each([
  ["JSON", `{"key1":"value1","key2":"value2"}`, { key1: "value1", key2: "value2" }],
  ["JSON indented by tabs", `{\n\t"a": "1",\n\t"b.c-d": ""\n}`, { a: "1", "b.c-d": "" }],
  ["JSON with escapes", `{"a":"x\\n\\u00e9\\"y"}`, { a: 'x\né"y' }],
  ["an empty map", `{}`, {}],
  ["YAML", `# comment\nkey1: value1\nkey2: 'it''s'\nkey3: "a\\tb"\n`, { key1: "value1", key2: "it's", key3: "a\tb" }],
  ["YAML blocks", `a: |\n  one\n  two\nb: >-\n  three\n  four\n`, { a: "one\ntwo\n", b: "three four" }],
  ["quoted numbers", `PORT: "8080"`, { PORT: "8080" }],
  ["a byte order mark", `\uFEFF{"a":"b"}`, { a: "b" }],
  ["names that objects have", `__proto__: a\nconstructor: b`, JSON.parse(`{"__proto__":"a","constructor":"b"}`)],
])("ADV-05: %s is read", (_, text, wanted) => {
  expect(parseEnvironmentFile(new TextEncoder().encode(text))).toEqual(wanted);
});

test.each([
  ["a number", `PORT: 8080`, "PORT"],
  ["a boolean", `{"ok":"yes","DEBUG":true}`, "DEBUG"],
  ["null", `a:`, "a"],
  ["a list", `{"hosts":["a"]}`, "hosts"],
  ["a map", `db:\n  host: a`, "db"],
  ["an alias", `a: &x b\nc: *x`, "c"],
  ["a merge", `<<: b`, "<<"],
  ["a name with a space", `"my key": a`, "my key"],
  ["a name that begins with a digit", `1a: b`, "1a"],
  ["an empty name", `"": b`, ""],
  ["a numeric name", `1: b`, "1"],
  ["the same name twice", `{"a":"1","a":"2"}`, "a"],
  ["NUL", `{"a":"\\u0000"}`, "a"],
  ["a very long name", `${"a".repeat(257)}: b`, "a".repeat(256)],
  ["a list at the top", `- a`, null],
  ["text", `hello`, null],
  ["nothing", ``, null],
  ["only a comment", `# a`, null],
  ["two documents", `a: b\n---\nc: d`, null],
  ["broken JSON", `{"a":"b"`, null],
  ["an unknown tag", `a: !secret b`, null],
  ["properties", `a=b\nc=d`, null],
  ["deep nesting", "[".repeat(100_000), null],
])("ADV-05: %s is refused, with the offending name", (_, text, key) => {
  const refusal = attempt(text);
  expect(refusal).toBeInstanceOf(EnvironmentFileRefusal);
  expect((refusal as EnvironmentFileRefusal).key).toBe(key);
});

function attempt(text: string | Uint8Array): unknown {
  try {
    return parseEnvironmentFile(text);
  } catch (error) {
    return error;
  }
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `k${i}: v`).join("\n");

test("1000 variables and 1 MiB are read, more is refused, and soon", () => {
  const started = performance.now();
  expect(Object.keys(parseEnvironmentFile(many(1000)))).toHaveLength(1000);
  expect(attempt(many(1001))).toBeInstanceOf(EnvironmentFileRefusal);
  expect(attempt(many(80_000))).toBeInstanceOf(EnvironmentFileRefusal);
  expect(attempt(`a: ${"x".repeat(1024 ** 2)}`)).toBeInstanceOf(EnvironmentFileRefusal);
  expect(parseEnvironmentFile(`a: ${"x".repeat(1024 ** 2 - 3)}`)["a"]).toHaveLength(1024 ** 2 - 3);
  expect(performance.now() - started).toBeLessThan(5000);
});

test("bytes that are not UTF-8 are refused", () => {
  expect(attempt(Uint8Array.of(0x61, 0x3a, 0x20, 0xff))).toBeInstanceOf(EnvironmentFileRefusal);
});

test("every map of names to texts survives as JSON, and nothing crashes the reader", () => {
  const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,20}$/);
  const text = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
  fc.assert(
    fc.property(fc.dictionary(name, text), (variables) => {
      expect(parseEnvironmentFile(JSON.stringify(variables))).toEqual({ ...variables });
      expect(parseEnvironmentFile(JSON.stringify(variables, null, "\t"))).toEqual({ ...variables });
    }),
    { numRuns: 300 },
  );
  const noise = fc.string({ unit: fc.constantFrom(..."abc:{}[]\"'&*!|>-#,? \n\t%@`\\0") });
  fc.assert(
    fc.property(noise, (file) => {
      const result = attempt(file);
      const isRead = typeof result === "object" && result !== null && !(result instanceof Error);
      expect(isRead || result instanceof EnvironmentFileRefusal).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
