import { expect, test } from "vitest";
import { timeConstants } from "../../src/time/constants.ts";
import { matmulRate } from "../../src/time/matmul-rate.ts";
import { ratesOf } from "../../src/time/rates.ts";
import { resolved } from "./scenario.ts";

const deviceOf = (hardware: string) => resolved({ hardware }).hardware.device;

test("matrix units lose clock to power: peak / (1 + E peak / TDP)", () => {
  const constants = { ...timeConstants, matrixJoulesPerFlop: 4e-13 };
  // A100: 312 TFLOP/s at 400 W; H100: 989.4 TFLOP/s at 700 W.
  expect(matmulRate(deviceOf("a100-sxm-80gb"), "bf16", constants)).toBeCloseTo(312e12 / 1.312, -9);
  const h100 = 989.4e12 / (1 + (4e-13 * 989.4e12) / 700);
  expect(matmulRate(deviceOf("h100-sxm-80gb"), "bf16", constants) / h100).toBeCloseTo(1, 3);
});

test("vector units do too, an operation's energy halving every five years", () => {
  const constants = { ...timeConstants, vectorJoulesPerFlop: 2e-12, vectorShareFewLanes: 1 };
  const v100 = deviceOf("v100-sxm2-32gb");
  const peak = v100.matmulFlopPerSecond.fp32.value ?? 0;
  const joules = 2e-12 * 2 ** ((2020 - (v100.releaseYear ?? 0)) / 5);
  expect(matmulRate(v100, "fp32", constants)).toBeCloseTo(
    peak / (1 + (joules * peak) / (v100.tdpWatts ?? 0)),
    -6,
  );
});

test("an fp8 operation takes half the energy: more than its peak's share is left", () => {
  const h100 = deviceOf("h100-sxm-80gb");
  const share = (precision: "bf16" | "fp8") =>
    matmulRate(h100, precision, timeConstants) / (h100.matmulFlopPerSecond[precision].value ?? 0);
  expect(share("fp8")).toBeCloseTo(share("bf16"), 3);
  expect(share("bf16")).toBeGreaterThan(0.6);
  expect(share("bf16")).toBeLessThan(0.8);
});

test("more bandwidth alone makes no matmul faster: H200 as H100", () => {
  const of = (id: string) => matmulRate(deviceOf(id), "bf16", timeConstants);
  expect(of("h200-sxm-141gb")).toBe(of("h100-sxm-80gb"));
});

test("AMD's libraries leave more of a 16-bit peak than power does: MI300X multiplies at 500 to 650 TFLOP/s", () => {
  const rate = matmulRate(deviceOf("mi300x"), "bf16", timeConstants);
  expect(rate).toBeGreaterThan(500e12);
  expect(rate).toBeLessThan(650e12);
});

test("a systolic array is held at its peak", () => {
  const tpu = deviceOf("tpu-v5e");
  expect(matmulRate(tpu, "bf16", timeConstants)).toBe(tpu.matmulFlopPerSecond.bf16.value);
});

test("a board of unknown power is taken as an ordinary one, not as one without limit", () => {
  const known = deviceOf("a100-sxm-80gb");
  const rate = matmulRate({ ...known, tdpWatts: null }, "bf16", timeConstants);
  expect(rate).toBeCloseTo(312e12 / 1.3, -9);
});

/** Forward and backward without a causal mask, TFLOP/s. The docs of flashRate say which were read and which are from memory. */
test.each([
  ["a100-sxm-80gb", 64, 176],
  ["a100-sxm-80gb", 128, 203],
  ["h100-sxm-80gb", 64, 302],
  ["h100-sxm-80gb", 128, 338],
  ["rtx-a5000", 64, 79],
] as const)(
  "flash attention of 2024 on %s with heads of %i runs at %i TFLOP/s, to 15 %%",
  (id, headDim, measured) => {
    const { flash } = ratesOf(
      resolved({ hardware: id, software: { kernels: "library", attention: "flash", year: 2024 } }),
      timeConstants,
    );
    const flopPerScore = 14 * headDim;
    const seconds = flopPerScore / flash.flopPerSecond + flash.secondsPerScore;
    expect(Math.abs(flopPerScore / seconds / 1e12 / measured - 1)).toBeLessThan(0.15);
  },
);

test("the vendor's stack has attention kernels of its own for a wide matrix unit, older stacks have not", () => {
  const rate = (kernels: "megatron" | "library", year: number) =>
    ratesOf(resolved({ hardware: "h100-sxm-80gb", software: { kernels, year } }), timeConstants).flash;
  expect(rate("megatron", 2024).flopPerSecond / rate("library", 2024).flopPerSecond).toBeCloseTo(
    Math.SQRT2,
    1,
  );
  expect(rate("library", 2024).flopPerSecond).toBeGreaterThan(1.5 * rate("library", 2023).flopPerSecond);
});

test("a host gets faster with its year, which is the device's unless it is said", () => {
  const factor = (hostYear?: number) =>
    ratesOf(resolved({ hardware: { device: "a100-sxm-80gb", hostYear } }), timeConstants).hostFactor;
  expect(factor()).toBe(1);
  expect(factor(2020)).toBe(1);
  expect(factor(2025)).toBeCloseTo(Math.exp(-5 * timeConstants.hostSpeedupPerYear), 12);
});

test("devices of every kind have rates above zero", () => {
  for (const id of ["mi300x", "tpu-v6e", "gaudi-3", "rtx-4090", "p100-pcie-16gb"]) {
    const rates = ratesOf(resolved({ hardware: id }), timeConstants);
    expect(
      Math.min(rates.denseFlopPerSecond, rates.scoreFlopPerSecond, rates.flash.flopPerSecond),
    ).toBeGreaterThan(0);
  }
});
