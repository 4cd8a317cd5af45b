import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFault } from "./json-fault.ts";

const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test("jsonFault is null exactly where JSON.parse succeeds, also on JSON with one character changed", () => {
  const damaged = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom("", "{", "}", "[", "]", ",", ":", '"', "\\", "1", "-", ".", "e", " ", "\n"),
    )
    .map(([text, at, char]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + char + text.slice(place + 1);
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), damaged), (text) => (jsonFault(text) === null) === parses(text)),
    { numRuns: 2000 },
  );
});

test.each([
  ['{"model": "gpt2-124m",', 1, 23, 'a key in "quotes"', "the end"],
  ["{", 1, 2, 'a key in "quotes" or }', "the end"],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, ", or }", '"\\""'],
  ['{"a": NaN}', 1, 7, "a value", '"N"'],
  ["{'a': 1}", 1, 2, 'a key in "quotes" or }', '"\'"'],
  ['{"a": [1, 2', 1, 12, ", or ]", "the end"],
  ['{"a": "b', 1, 9, 'the closing "', "the end"],
  ["{} x", 1, 4, "the end of the text", '"x"'],
  ['{"a":"\\q"}', 1, 7, "an escape such as \\n or \\u0041", '"\\\\"'],
])("jsonFault(%j) is at line %i, column %i", (text, ...place) => {
  const [line, column, expected, found] = place;
  expect(jsonFault(text)).toEqual({ line, column, expected, found });
});

test("a million open brackets need no stack", () => {
  expect(jsonFault("[".repeat(1e6))?.column).toBe(1e6 + 1);
});
