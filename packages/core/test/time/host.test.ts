import { describe, expect, test } from "vitest";
import { type TimeConstants, timeConstants } from "../../src/time/constants.ts";
import { waitForHost } from "../../src/time/host.ts";
import { microSeconds, microStep } from "../../src/time/micro-step.ts";
import { ratesOf } from "../../src/time/rates.ts";
import { resolved, step, work } from "./scenario.ts";

const training = { contextLength: 128, microBatchSequences: 1 } as const;
const software = { kernels: "library", attention: "flash" } as const;
const constants: TimeConstants = { ...timeConstants, hostKernelSeconds: 1e-4, backwardIssueShare: 0.25 };

describe("the host", () => {
  test("issues a backward kernel in a share of a forward one's time", () => {
    const scenario = { training, software };
    const rates = { ...ratesOf(resolved(scenario), constants), kernelSeconds: 0 };
    const none = { denseFlop: 0, scoreFlop: 0, flashFlop: 0, flashElements: 0, headFlop: 0, operandBytes: 0 };
    const idle = { ...work(scenario), ...none, elementwiseBytes: 0, castBytes: 0, accumulationBytes: 0 };
    // Two layers: 18 kernels forward, 34 backward, a GPU that has nothing to do.
    const { host } = microStep(microSeconds(idle, rates, constants), 0);
    expect(host).toBeCloseTo(2 * (18 + 34 * 0.25) * 1e-4, 15);
  });

  test("issues recomputed kernels from autograd's side as forward ones", () => {
    const counted = work({ training: { ...training, recompute: "full" }, software });
    expect([counted.layerKernels, counted.backwardKernels]).toEqual([2 * (18 + 18 + 34), 2 * 34]);
  });

  test("is waited for by a norm of power four: 2^¼ of either where they are alike", () => {
    expect(waitForHost(3, 3)).toBeCloseTo(3 * (2 ** 0.25 - 1), 14);
    expect(waitForHost(0, 3)).toBe(3);
    expect(waitForHost(3, 0)).toBe(0);
  });

  test("has 30 kernels outside the layers to launch, ten in a forward pass", () => {
    expect(work({ training }).outsideKernels).toBe(30);
    expect(work({ training }, "forward").outsideKernels).toBe(10);
  });
});

describe("the year of the host", () => {
  const at = (hostYear?: number) => ({ training, software, hardware: { device: "a100-sxm-80gb", hostYear } });

  test("is the device's and assumed unless it is given", () => {
    expect(resolved(at()).assumed).toContainEqual({ path: "hardware.hostYear", value: 2020 });
    expect(resolved(at(2024)).assumed.map(({ path }) => path)).not.toContain("hardware.hostYear");
    expect(resolved(at(2024)).hardware.hostYear).toBe(2024);
  });

  test("makes a step that waits for the host faster, the newer the faster", () => {
    const seconds = [2016, 2020, 2024, 2026].map((year) => step(at(year)).seconds);
    expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
    expect(new Set(seconds).size).toBe(4);
  });

  test("is 2020 where neither it nor the device's is known", () => {
    const known = resolved(at());
    const unknown = { ...known, hardware: { ...known.hardware, hostYear: null } };
    expect(ratesOf(unknown, timeConstants).hostFactor).toBe(1);
  });
});
