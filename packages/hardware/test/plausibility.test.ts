import { describe, expect, test } from "vitest";
import { clusters, type HardwareProfile, profiles } from "../src/index.ts";

/** Violations as lines, so that a failure shows every offender at once. */
const faults = (rule: (profile: HardwareProfile) => string | false | null | undefined) =>
  profiles.flatMap((profile) => {
    const fault = rule(profile);
    return fault ? [`${profile.id}: ${fault}`] : [];
  });

const byId = (id: string): HardwareProfile => {
  const profile = profiles.find((candidate) => candidate.id === id);
  if (profile === undefined) throw new Error(`no profile ${id}`);
  return profile;
};

const peak = (profile: HardwareProfile, precision: keyof HardwareProfile["tensor_peak_dense_flops"]) =>
  profile.tensor_peak_dense_flops[precision].value;

const within = (range: readonly [number, number], value: number | null) =>
  value === null || (range[0] <= value && value <= range[1]);

/** a / b when both are known. */
const ratio = (a: number | null, b: number | null) => (a === null || b === null ? null : a / b);

describe("ranges", () => {
  test("peaks lie between 5e10 and 2e17 FLOP/s", () => {
    const rule = ({ tensor_peak_dense_flops, vector_peak_flops }: HardwareProfile) =>
      [...Object.entries(tensor_peak_dense_flops), ...Object.entries(vector_peak_flops)]
        .filter(([, figure]) => !within([5e10, 2e17], figure.value))
        .join();
    expect(faults(rule)).toEqual([]);
  });

  test("memory is known and plausible", () => {
    const rule = ({ memory }: HardwareProfile) =>
      memory.bandwidth.value === null ||
      memory.capacity.value === null ||
      !within([50e9, 30e15], memory.bandwidth.value) ||
      !within([4e9, 1e13], memory.capacity.value) ||
      !within([1e6, 1e9], memory.last_level_cache.value)
        ? "memory"
        : null;
    expect(faults(rule)).toEqual([]);
  });

  test("power, clock and year are plausible", () => {
    const rule = (profile: HardwareProfile) =>
      [
        within([10, 30000], profile.tdp.value) || "tdp",
        within([5e8, 6e9], profile.boost_clock.value) || "clock",
        within([2015, 2027], profile.release_year.value) || "year",
      ]
        .filter((fault) => fault !== true)
        .join();
    expect(faults(rule)).toEqual([]);
  });

  test("links carry between 1e8 and 2.5e12 bytes/s in one direction", () => {
    const rule = ({ intra_node, inter_node, host_link }: HardwareProfile) =>
      [intra_node, inter_node, host_link]
        .filter((link) => !within([1e8, 2.5e12], link.bandwidth_per_direction.value))
        .map(({ kind }) => kind)
        .join();
    expect(faults(rule)).toEqual([]);
  });

  test("an hour costs between 0.05 and 200 dollars", () => {
    expect(faults(({ price }) => price !== null && !within([0.05, 200], price.value) && "price")).toEqual([]);
  });

  test("the driver shows 90 to 104% of the label's capacity", () => {
    const rule = ({ memory }: HardwareProfile) => {
      const share = ratio(memory.visible_capacity.value, memory.capacity.value);
      return share !== null && !within([0.9, 1.04], share) && `${share}`;
    };
    expect(faults(rule)).toEqual([]);
  });
});

describe("the ladder of number formats", () => {
  test("tf32 is at most bf16", () => {
    expect(
      faults((profile) => (ratio(peak(profile, "tf32"), peak(profile, "bf16")) ?? 0) > 1.001 && "tf32"),
    ).toEqual([]);
  });

  test("fp8 is once or twice bf16", () => {
    // Rubin and Trainium3 spent their silicon on the narrow formats.
    const exempt = ["rubin-288gb", "trainium3"];
    const rule = (profile: HardwareProfile) => {
      const share = ratio(peak(profile, "fp8"), peak(profile, "bf16"));
      return !exempt.includes(profile.id) && share !== null && !within([0.99, 2.05], share) && `${share}`;
    };
    expect(faults(rule)).toEqual([]);
  });

  test("fp4 is at least fp8", () => {
    expect(
      faults((profile) => (ratio(peak(profile, "fp4"), peak(profile, "fp8")) ?? 1) < 0.99 && "fp4"),
    ).toEqual([]);
  });

  test("int8 is 0.9 to 4.2 times bf16", () => {
    // Blackwell Ultra and Rubin cut int8.
    const exempt = ["b300-sxm-288gb", "gb300-288gb", "rubin-288gb"];
    const rule = (profile: HardwareProfile) => {
      const share = ratio(peak(profile, "int8"), peak(profile, "bf16"));
      return !exempt.includes(profile.id) && share !== null && !within([0.9, 4.2], share) && `${share}`;
    };
    expect(faults(rule)).toEqual([]);
  });

  test("fp16 equals bf16", () => {
    // MI100 runs bf16 at half rate, Gaudi3 runs fp16 slowly.
    const exempt = ["mi100-32gb", "gaudi3"];
    const rule = (profile: HardwareProfile) => {
      const share = ratio(peak(profile, "fp16"), peak(profile, "bf16"));
      return !exempt.includes(profile.id) && share !== null && !within([0.99, 1.01], share) && `${share}`;
    };
    expect(faults(rule)).toEqual([]);
  });

  test("bf16 does 20 to 700 FLOP per byte of memory traffic", () => {
    // Thor pairs a large tensor unit with LPDDR.
    const rule = (profile: HardwareProfile) => {
      const intensity = ratio(peak(profile, "bf16"), profile.memory.bandwidth.value);
      const exempt = profile.kind === "wafer" || profile.id === "jetson-agx-thor-128gb";
      return !exempt && intensity !== null && !within([20, 700], intensity) && `${intensity}`;
    };
    expect(faults(rule)).toEqual([]);
  });
});

describe("headlines", () => {
  test.each([
    ["a100-sxm-80gb", 624e12],
    ["h100-sxm-80gb", 1979e12],
    ["h100-pcie-80gb", 1513e12],
    ["l4", 242e12],
    ["l40s", 733e12],
    ["rtx-a6000", 309.7e12],
    ["b200-sxm-180gb", 4.5e15],
    ["mi300x-192gb", 2614.9e12],
    ["rtx-4090", 330.3e12],
    ["rtx-5090", 419e12],
  ])("%s bf16 is not the sparse or FP16-accumulate %d", (id, headline) => {
    expect(Math.abs((peak(byId(id), "bf16") ?? 0) / headline - 1)).toBeGreaterThan(0.02);
  });

  test("no NVLink figure counts both directions", () => {
    const limits = [80e9, 150e9, 300e9, 450e9, 900e9, 1800e9];
    const rule = ({ intra_node }: HardwareProfile) => {
      const generation = /^NVLink (\d)/.exec(intra_node.kind)?.[1];
      const limit = generation === undefined ? undefined : limits[Number(generation) - 1];
      const bandwidth = intra_node.bandwidth_per_direction.value ?? 0;
      return limit !== undefined && bandwidth > 1.01 * limit && `${bandwidth}`;
    };
    expect(faults(rule)).toEqual([]);
  });

  test("a pair never gets more than all links together", () => {
    const rule = ({ intra_node }: HardwareProfile) =>
      (ratio(intra_node.p2p_bandwidth_per_direction.value, intra_node.bandwidth_per_direction.value) ?? 0) >
        1 && "p2p";
    expect(faults(rule)).toEqual([]);
  });

  test.each([
    ["h100-sxm-80gb", 989.4e12, 3.35e12],
    ["a100-sxm-80gb", 312e12, 2.039e12],
    ["b200-sxm-180gb", 2.25e15, 8e12],
    ["mi300x-192gb", 1307.4e12, 5.3e12],
    ["tpu-v5p", 459e12, 2.765e12],
    ["rtx-4090", 165.2e12, 1.008e12],
    ["h200-sxm-141gb", 989.4e12, 4.8e12],
  ])("%s does %d bf16 FLOP/s and moves %d bytes/s", (id, flop, bytes) => {
    expect((peak(byId(id), "bf16") ?? 0) / flop).toBeCloseTo(1, 2);
    expect((byId(id).memory.bandwidth.value ?? 0) / bytes).toBeCloseTo(1, 2);
  });
});

describe("arithmetic", () => {
  test.each([
    ["a100-sxm-80gb", "fp16", 2048, 1410e6],
    ["h100-sxm-80gb", "bf16", 4096, 1830e6],
    ["h100-pcie-80gb", "bf16", 4096, 1620e6],
    ["h200-sxm-141gb", "bf16", 4096, 1830e6],
    ["b200-sxm-180gb", "bf16", 8192, 1835.31e6],
    ["gb200-186gb", "bf16", 8192, 1925.9e6],
    ["v100-sxm2-16gb", "fp16", 1024, 1530e6],
    ["t4", "fp16", 1024, 1590e6],
    ["rtx-3090", "bf16", 512, 1695e6],
    ["rtx-4090", "bf16", 512, 2520e6],
    ["rtx-5090", "bf16", 512, 2407e6],
    ["mi300x-192gb", "bf16", 2048, 2100e6],
    ["mi355x-288gb", "bf16", 4096, 2400e6],
    ["mi250x-128gb", "bf16", 1024, 1700e6],
    ["gaudi2", "bf16", 131072, 1650e6],
    ["gaudi3", "bf16", 131072, 1600e6],
    ["ascend-910b", "fp16", 8192, 1800e6],
    ["l40s", "bf16", 1024, 2490e6],
    ["rtx-a6000", "bf16", 1024, 1800e6],
    ["a40", "bf16", 1024, 1740e6],
    ["rtx-3080-10gb", "bf16", 512, 1710e6],
    ["rtx-5080", "fp4", 4096, 2617e6],
    ["rtx-5060-ti-16gb", "bf16", 512, 2572e6],
    ["rtx-3070", "bf16", 512, 1725e6],
    ["rtx-a4000", "bf16", 1024, 1560e6],
    ["titan-rtx", "fp16", 1024, 1770e6],
  ] as const)("%s %s is %d FLOP a clock and unit, times units, times %d Hz", (id, precision, flop, hertz) => {
    const profile = byId(id);
    const computed = flop * (profile.compute_units.count.value ?? 0) * hertz;
    // GB200's clock is an estimate; its 2.5 PFLOP/s headline needs 2008 MHz.
    const tolerance = id === "gb200-186gb" ? 0.05 : 0.02;
    expect(Math.abs(computed / (peak(profile, precision) ?? 0) - 1)).toBeLessThan(tolerance);
  });

  test("NVIDIA fp32 vector rate is 2 FLOP a core and clock", () => {
    const rule = (profile: HardwareProfile) => {
      const { vendor, architecture, compute_units, boost_clock } = profile;
      if (vendor !== "NVIDIA" || compute_units.count.value === null || boost_clock.value === null)
        return null;
      const cores = /GP100|GV100|Turing|GA100/.test(architecture) ? 64 : 128;
      const computed = 2 * cores * compute_units.count.value * boost_clock.value;
      const share = ratio(profile.vector_peak_flops.fp32.value, computed);
      return share !== null && !within([0.85, 1.12], share) && `${share}`;
    };
    expect(faults(rule)).toEqual([]);
  });
});

describe("measurements", () => {
  test("measured matrix rates are 25 to 100% of the peak, or say why not", () => {
    const rule = (profile: HardwareProfile) =>
      profile.measured
        .filter(({ metric, dtype, value, conditions }) => {
          const rates: Record<string, { value: number | null }> = profile.tensor_peak_dense_flops;
          const share = metric === "matmul" ? ratio(value, rates[dtype]?.value ?? null) : null;
          // GeForce cards run above the rated boost clock that their peaks use.
          const fast =
            conditions.includes("above") || (/fp8|tf32/.test(dtype) && profile.id.startsWith("rtx-"));
          return share !== null && (share < 0.25 || (share > 1 && !fast));
        })
        .map(({ dtype, value }) => `${dtype} ${value}`)
        .join();
    expect(faults(rule)).toEqual([]);
  });

  test("measured memory bandwidth is 55 to 100% of the peak", () => {
    const rule = (profile: HardwareProfile) =>
      profile.measured
        .filter(({ metric }) => metric === "memory_bandwidth")
        .filter(({ value }) => !within([0.55, 1], ratio(value, profile.memory.bandwidth.value)))
        .map(({ value }) => `${value}`)
        .join();
    expect(faults(rule)).toEqual([]);
  });
});

describe("clusters", () => {
  test("the network between nodes is never faster than the links inside", () => {
    const wrong = clusters.filter(
      (cluster) =>
        (ratio(
          cluster.inter_node_bandwidth_per_device_per_direction.value,
          cluster.intra_node_bandwidth_per_device_per_direction.value,
        ) ?? 0) > 1,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test("links carry between 1e8 and 2.5e12 bytes/s in one direction", () => {
    const wrong = clusters.filter(
      (cluster) =>
        !within([1e8, 2.5e12], cluster.intra_node_bandwidth_per_device_per_direction.value) ||
        !within([1e8, 2.5e12], cluster.inter_node_bandwidth_per_device_per_direction.value),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test("links agree with the device's profile", () => {
    const wrong = clusters.filter(({ device, intra_node_bandwidth_per_device_per_direction: link }) => {
      const share = ratio(link.value, byId(device).intra_node.bandwidth_per_direction.value);
      return share !== null && !within([0.3, 1.3], share);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test("a scale-up domain holds at least one node", () => {
    const wrong = clusters.filter(
      ({ scale_up_domain, devices_per_node }) =>
        (ratio(scale_up_domain.value, devices_per_node.value) ?? 1) < 1,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
