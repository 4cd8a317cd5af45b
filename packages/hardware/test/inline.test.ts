import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { profiles } from "../src/index.ts";
import { inlineProfileSchema } from "../src/schema.ts";

const minimal = {
  memory: { capacity: 80e9, bandwidth: 3.35e12 },
  tensor_peak_dense_flops: { bf16: 989e12 },
};

const keysOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !("status" in value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]))
    : null;

describe("inlineProfileSchema", () => {
  test("makes a whole profile of memory and one rate", () => {
    const profile = inlineProfileSchema.parse(minimal);
    const [model] = profiles;
    const { sources, ...shape } = keysOf(profile) as Record<string, unknown>;
    const { sources: cited, ...expected } = keysOf(model) as Record<string, unknown>;
    const { int8, ...vector } = expected.vector_peak_flops as Record<string, unknown>;
    expect([sources, int8, typeof cited]).toEqual([{}, null, "object"]);
    expect(shape).toEqual({ ...expected, vector_peak_flops: vector });
  });

  test("takes a bare number for an unverified figure in the unit of its place", () => {
    expect(inlineProfileSchema.parse(minimal).memory.bandwidth).toEqual({
      value: 3.35e12,
      unit: "bytes/s",
      status: "unverified",
      source: [],
    });
  });

  test("calls what was left out unknown", () => {
    const { tdp, intra_node, price } = inlineProfileSchema.parse(minimal);
    expect(tdp).toEqual({ value: null, unit: "W", status: "unknown", source: [] });
    expect(intra_node.bandwidth_per_direction.value).toBeNull();
    expect(price).toBeNull();
  });

  test("computes the planner's rates from the matrix units, else the vector units", () => {
    const { effective_matmul_flops } = inlineProfileSchema.parse({
      ...minimal,
      vector_peak_flops: { fp32: 67e12, bf16: 134e12 },
    });
    expect(effective_matmul_flops).toMatchObject({
      bf16: { value: 989e12, via: "tensor" },
      fp32: { value: 67e12, via: "vector" },
      tf32: { value: 67e12, via: "vector" },
      fp8: { value: null, via: null },
    });
  });

  test("keeps a planner's rate that was given", () => {
    const { effective_matmul_flops } = inlineProfileSchema.parse({
      ...minimal,
      effective_matmul_flops: { bf16: 700e12, fp32: { value: 60e12, via: "vector" } },
    });
    expect(effective_matmul_flops.bf16).toEqual({ value: 700e12, via: "tensor" });
    expect(effective_matmul_flops.fp32).toEqual({ value: 60e12, via: "vector" });
  });

  test("accepts a rate given only for the planner", () => {
    const { memory } = minimal;
    expect(inlineProfileSchema.safeParse({ memory, effective_matmul_flops: { bf16: 1e15 } }).success).toBe(
      true,
    );
  });

  test("accepts a capacity that is said to be unknown", () => {
    const memory = { capacity: null, bandwidth: 1e12 };
    expect(inlineProfileSchema.parse({ ...minimal, memory }).memory.capacity.status).toBe("unknown");
  });

  test("takes a price in dollars an hour", () => {
    expect(inlineProfileSchema.parse({ ...minimal, price: 2.5 }).price).toMatchObject({
      value: 2.5,
      unit: "USD/hour/device",
      status: "unverified",
      date: null,
    });
  });

  test("keeps a profile of the catalogue as it is", () => {
    for (const profile of profiles) {
      const result = inlineProfileSchema.safeParse(profile);
      // The wafer has no dense rate in print, so nothing can be planned on it.
      if (profile.id === "cerebras-wse3") expect(result.success).toBe(false);
      else expect(result.data).toEqual(profile);
    }
  });

  test("is idempotent", () => {
    const rate = fc.double({ min: 1, max: 1e18, noNaN: true });
    const drafts = fc.record(
      {
        id: fc.string({ minLength: 1 }),
        memory: fc.record({ capacity: fc.option(rate), bandwidth: rate }),
        tensor_peak_dense_flops: fc.record({ bf16: rate, fp8: fc.option(rate) }),
        vector_peak_flops: fc.record({ fp32: rate, int8: rate }, { requiredKeys: [] }),
        price: fc.option(rate),
      },
      { requiredKeys: ["memory", "tensor_peak_dense_flops"] },
    );
    fc.assert(
      fc.property(drafts, (draft) => {
        const once = inlineProfileSchema.parse(draft);
        const { price, ...rest } = once;
        expect(inlineProfileSchema.parse(rest)).toEqual({ ...rest, price: null });
        expect(price?.value ?? null).toBe(draft.price ?? null);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["an unknown key", { ...minimal, tflops: 989 }, ""],
    ["an unknown key of a section", { ...minimal, memory: { ...minimal.memory, size: 80 } }, "memory"],
    ["an unknown key of a figure", { ...minimal, tdp: { value: 700, kind: "W" } }, "tdp"],
    ["no memory", { tensor_peak_dense_flops: { bf16: 989e12 } }, "memory"],
    ["no bandwidth", { ...minimal, memory: { capacity: 80e9 } }, "memory.bandwidth"],
    ["no capacity", { ...minimal, memory: { bandwidth: 1e12 } }, "memory.capacity"],
    ["a null bandwidth", { ...minimal, memory: { capacity: 80e9, bandwidth: null } }, "memory.bandwidth"],
    ["no rate", { memory: minimal.memory }, "tensor_peak_dense_flops"],
    ["only null rates", { ...minimal, tensor_peak_dense_flops: { bf16: null } }, "tensor_peak_dense_flops"],
    ["a negative number", { ...minimal, tdp: -1 }, "tdp"],
    ["another unit", { ...minimal, tdp: { value: 1, unit: "kW" } }, "tdp"],
  ])("refuses %s and says where", (_, draft, path) => {
    const { error } = inlineProfileSchema.safeParse(draft);
    expect(error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });

  test("has a JSON Schema for its input", () => {
    const schema = z.toJSONSchema(inlineProfileSchema, { io: "input" });
    expect(schema.required).toEqual(["memory"]);
    expect(schema.additionalProperties).toBe(false);
  });
});
