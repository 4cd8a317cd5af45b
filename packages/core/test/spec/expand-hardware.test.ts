import { findMachine } from "@wallclock/hardware";
import { expect, test } from "vitest";
import { expandHardware } from "../../src/spec/expand-hardware.ts";

const machine = (name: string) => {
  const found = findMachine(name);
  if (!found.found) throw new Error(name);
  return found.machine;
};

test("two nodes of a cluster are their devices, node size and links", () => {
  expect(expandHardware("2x dgx-h100", machine("dgx-h100"))).toEqual({
    device: "h100-sxm-80gb",
    count: 16,
    perNode: 8,
    intraNodeBytesPerSecond: 450e9,
    interNodeBytesPerSecond: 50e9,
  });
});

test("a device keeps its name; a count is said only where it was", () => {
  expect(expandHardware("8x h100", machine("h100"))).toEqual({ device: "h100", count: 8 });
  expect(expandHardware("h100", machine("h100"))).toEqual({ device: "h100" });
});
