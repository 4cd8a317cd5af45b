import { describe, expect, test } from "vitest";
import type { Hardware } from "../../src/spec/resolved.ts";
import { timeConstants } from "../../src/time/constants.ts";
import { ringRate } from "../../src/time/links.ts";
import { placementOf } from "../../src/time/placement.ts";
import { resolved } from "./scenario.ts";

const { fabricShare, peerShare, hostBridgeShare, networkShare } = timeConstants;
const machine = (hardware: string, changes: Partial<Hardware> = {}): Hardware => ({
  ...resolved({ hardware }).hardware,
  ...changes,
});
const rate = (hardware: Hardware, ranks: number, inNode = ranks): number =>
  ringRate(hardware, timeConstants)(ranks, inNode) / 1e9;

describe("the rate of a ring, GB/s:", () => {
  test("a fabric keeps its share however many devices of the node are at work", () => {
    const h100 = machine("8x h100-sxm-80gb");
    expect(rate(h100, 8)).toBeCloseTo(fabricShare * 450, 9);
    expect(rate(h100, 2)).toBeCloseTo(fabricShare * 450, 9);
  });

  test.each([
    [2, 1 + 2 / 4],
    [4, 1 + 4 / 4],
    [8, 1 + 8 / 4],
  ])("through the host %i devices share a bridge: share / (1 + n / 4)", (count, sharing) => {
    const hardware = machine(`${count}x rtx-4090`);
    expect(rate(hardware, count)).toBeCloseTo((hostBridgeShare * 31) / sharing, 9);
    // a smaller ring shares the bridge with the rings beside it
    expect(rate(hardware, 2)).toBeCloseTo((hostBridgeShare * 31) / sharing, 9);
  });

  test.each([
    [2, 1 + 2 / 8],
    [8, 1 + 8 / 8],
  ])("%i peers over PCIe share the root complex: share / (1 + n / 8)", (count, sharing) => {
    expect(rate(machine(`${count}x l40s`), count)).toBeCloseTo((peerShare * 31) / sharing, 9);
  });

  test("a bridge between pairs serves a pair; a larger ring goes over PCIe", () => {
    const a100 = machine("8x a100-pcie-80gb");
    expect(a100.fabricDomain).toBe(2);
    expect(rate(a100, 2)).toBeCloseTo(fabricShare * 300, 9);
    expect(rate(a100, 8)).toBeCloseTo((peerShare * 31) / 2, 9);
  });

  test("a fabric of four enters and leaves by two pairs: twice the PCIe; without peers, by the host's bridge", () => {
    const mi210 = machine("8x mi210");
    expect(mi210.fabricDomain).toBe(4);
    expect(rate(mi210, 4)).toBeCloseTo(fabricShare * 150, 9);
    expect(rate(mi210, 8)).toBeCloseTo((2 * peerShare * 31) / 2, 9);
    expect(rate({ ...mi210, peerToPeer: false }, 8)).toBeCloseTo((hostBridgeShare * 31) / 3, 9);
  });

  test("across nodes: the network cards of the ring's ranks in a node, at most what is inside", () => {
    const two = machine("16x h100-sxm-80gb");
    expect(rate(two, 16, 8)).toBeCloseTo(networkShare * 50 * 8, 9);
    expect(rate(two, 2, 1)).toBeCloseTo(networkShare * 50, 9);
    const fast = machine("16x h100-sxm-80gb", { interNodeBytesPerSecond: 400e9 });
    expect(rate(fast, 16, 8)).toBeCloseTo(fabricShare * 450, 9);
  });

  test("one rank waits for nobody", () => {
    expect(rate(machine("h100-sxm-80gb"), 1)).toBe(Number.POSITIVE_INFINITY);
  });
});

test("tensor ranks are neighbours, then context, then data, then stages", () => {
  const parallel = { ...resolved({}).parallel, tensor: 2, context: 2, data: 4, pipeline: 2 };
  expect(placementOf(parallel, 8)).toEqual({
    tensorInNode: 2,
    contextInNode: 2,
    dataInNode: 2,
    pipelineCrossesNodes: true,
  });
  expect(placementOf(parallel, 32).pipelineCrossesNodes).toBe(false);
});
