import { expect, test } from "vitest";
import { refused } from "./licences.ts";

test("a component without a licence, or with one that asks more than to be kept, is refused", () => {
  const mit = { name: "a", version: "1.0.0", licenses: [{ license: { id: "MIT" } }] };
  const copyleft = { name: "b", version: "1.0.0", licenses: [{ license: { id: "GPL-3.0-only" } }] };
  const none = { name: "c", version: "1.0.0" };
  expect(refused([mit, copyleft, none])).toEqual(["b 1.0.0: GPL-3.0-only", "c 1.0.0: unknown"]);
});
