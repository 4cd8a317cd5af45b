import { describe, expect, test } from "vitest";
import { faultsOf } from "./example.ts";
import { faultOf, toleranceOf } from "./expected.ts";
import { saysWhat } from "./words.ts";

describe("faultOf", () => {
  test.each([
    [0.47068, "0.4707"],
    [3.219e10, "3.22e10"],
    [152588, "152588; steps"],
    [-0.457, "-0.46"],
    [null, "null"],
    ["a; b", '"a; b"'],
    [{ a: 1, b: [2, 3] }, "{ a: 1, b: [2, …] }"],
    [{ a: 1, b: 2 }, "{ a: 1, … }"],
  ])("%j is %s", (actual, shown) => expect(faultOf(actual, shown)).toBeNull());

  test.each([
    [0.4706, "0.4707"],
    [152589, "152588"],
    [{ a: 1, b: 2 }, "{ a: 1 }"],
    [{ a: 2 }, "{ a: 1, … }"],
    [[1, 2], "[1]"],
    ["a", '"b"'],
    [undefined, "null"],
  ])("%j is not %s", (actual, shown) => expect(faultOf(actual, shown)).not.toBeNull());

  test("what is no plain value cannot be shown", () => {
    expect(() => faultOf(1, "about 1")).toThrow("no plain value");
  });
});

test("a number without a decimal point is exact", () => expect(toleranceOf("1e10")).toBe(0));

test("an example that shows a wrong value, throws, or does not throw as it says has a fault", async () => {
  const scope = {
    twice: (n: number) => 2 * n,
    refuse: () => {
      throw new Error("no rows");
    },
  };
  expect(await faultsOf('const n = 2;\ntwice(n) // => 4\nrefuse() // throws "rows"', scope)).toEqual([]);
  expect(await faultsOf("twice(2) // => 5", scope)).toHaveLength(1);
  expect(await faultsOf("refuse() // => 5", scope)).toHaveLength(1);
  expect(await faultsOf('twice(2) // throws "rows"', scope)).toHaveLength(1);
});

test("a name or a text that names a unit says what a number counts", () => {
  expect(saysWhat("stepSeconds", "")).toBe(true);
  expect(saysWhat("x", "in bytes")).toBe(true);
  expect(saysWhat("x", "how good it is")).toBe(false);
});
