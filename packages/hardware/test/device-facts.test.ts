import { describe, expect, test } from "vitest";
import {
  ascend910c,
  clusters,
  h100Pcie80gb,
  h100Sxm80gb,
  mi250x128gb,
  perVisibleDevice,
  perVisibleNode,
  profiles,
  rtx4090,
  teslaP4,
  tpuV7Ironwood,
} from "../src/index.ts";
import { inlineProfileSchema } from "../src/schema.ts";

describe("perVisibleDevice", () => {
  test("gives an H100 its whole package", () => {
    expect(perVisibleDevice(h100Sxm80gb)).toMatchObject({
      id: "h100-sxm-80gb",
      vendor: "NVIDIA",
      kind: "gpu",
      releaseYear: 2022,
      visiblePerPackage: 1,
      tensorFlopPerSecond: { bf16: 989.4e12, fp8: 1978.9e12, fp32: null },
      vectorFlopPerSecond: { fp32: 66.9e12, int8: null },
      matmulFlopPerSecond: {
        bf16: { value: 989.4e12, via: "tensor" },
        fp32: { value: 66.9e12, via: "vector" },
      },
      memoryBytesPerSecond: 3.35e12,
      memoryCapacityBytes: 80 * 2 ** 30,
      lastLevelCacheBytes: 50 * 2 ** 20,
      computeUnits: { kind: "SM", count: 132 },
      clockHz: 1830e6,
      linkBytesPerSecond: 450e9,
      linkP2pBytesPerSecond: 450e9,
      linkDomain: 8,
      interNodeBytesPerSecond: 50e9,
      hostLinkBytesPerSecond: 63e9,
      tdpWatts: 700,
      usdPerHour: 3.99,
    });
  });

  test("gives an MI250X die half of the package's rates, memory, units, power and shared ports", () => {
    expect(perVisibleDevice(mi250x128gb)).toMatchObject({
      visiblePerPackage: 2,
      tensorFlopPerSecond: { bf16: 191.5e12 },
      matmulFlopPerSecond: { bf16: { value: 191.5e12, via: "tensor" } },
      memoryBytesPerSecond: 1638.4e9,
      memoryCapacityBytes: 64 * 2 ** 30,
      computeUnits: { kind: "CU", count: 110 },
      linkBytesPerSecond: 175e9,
      interNodeBytesPerSecond: 12.5e9,
      tdpWatts: 280,
    });
  });

  test("leaves alone what an MI250X counts per die: a pair's link, the fabric's eight dies, the PCIe port", () => {
    expect(perVisibleDevice(mi250x128gb)).toMatchObject({
      linkP2pBytesPerSecond: 50e9,
      linkDomain: 8,
      hostLinkBytesPerSecond: 31e9,
    });
  });

  test("halves a TPU7x chip's links and counts its cores in the pod", () => {
    expect(perVisibleDevice(tpuV7Ironwood)).toMatchObject({
      tensorFlopPerSecond: { bf16: 1153.5e12, fp8: 2307e12 },
      memoryCapacityBytes: 96 * 2 ** 30,
      linkBytesPerSecond: 300e9,
      linkP2pBytesPerSecond: 100e9,
      linkDomain: 18432,
    });
  });

  test("keeps the Ascend 910C's link, which is stored per die", () => {
    expect(perVisibleDevice(ascend910c)).toMatchObject({ linkBytesPerSecond: 196e9, linkDomain: 768 });
  });

  test("prefers the capacity the driver shows", () => {
    expect(perVisibleDevice(h100Pcie80gb).memoryCapacityBytes).toBe(84942979072);
  });

  test("falls back on the vector rate and says so", () => {
    expect(perVisibleDevice(teslaP4).matmulFlopPerSecond).toMatchObject({
      fp32: { value: 5.44e12, via: "vector" },
      bf16: { value: null, via: null },
    });
  });

  test("knows no price where the catalogue has none", () => {
    expect(perVisibleDevice(rtx4090)).toMatchObject({
      usdPerHour: expect.toBeOneOf([null, expect.any(Number)]),
    });
    const bare = inlineProfileSchema.parse({
      memory: { capacity: 1e9, bandwidth: 1e9 },
      vector_peak_flops: { fp32: 1e12 },
    });
    expect(perVisibleDevice(bare)).toMatchObject({
      usdPerHour: null,
      priceBasis: null,
      linkBytesPerSecond: null,
    });
  });

  test("is plain JSON for every profile: no NaN, no undefined", () => {
    for (const profile of profiles) {
      const facts = perVisibleDevice(profile);
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    }
  });
});

describe("perVisibleNode", () => {
  const nodeFacts = (id: string) => {
    const cluster = clusters.find((candidate) => candidate.id === id);
    const profile = profiles.find((candidate) => candidate.id === cluster?.device);
    if (cluster === undefined || profile === undefined) throw new Error(`no cluster ${id}`);
    return perVisibleNode(cluster, profile);
  };

  test("gives a DGX H100 eight devices", () => {
    expect(nodeFacts("dgx-h100")).toMatchObject({
      device: "h100-sxm-80gb",
      devicesPerNode: 8,
      linkDomain: 8,
      linkBytesPerSecond: 450e9,
      interNodeBytesPerSecond: 50e9,
      latencyModels: ["nvlink", "net", "planner_guess"],
    });
  });

  test("gives a Frontier node eight dies with half a package's links each", () => {
    expect(nodeFacts("mi250x-frontier")).toMatchObject({
      devicesPerNode: 8,
      linkDomain: 8,
      linkBytesPerSecond: 175e9,
      linkP2pBytesPerSecond: 50e9,
      interNodeBytesPerSecond: 12.5e9,
    });
  });

  test("gives CloudMatrix384 768 dies", () => {
    expect(nodeFacts("cloudmatrix384")).toMatchObject({
      devicesPerNode: 16,
      linkDomain: 768,
      linkBytesPerSecond: 196e9,
      interNodeBytesPerSecond: 25e9,
    });
  });
});
