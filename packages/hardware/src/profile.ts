import * as z from "zod";
import { checkFigure, checkSources, figureSchema, figureShape, sourceSchema } from "./figure.ts";
import { once } from "./once.ts";

/** Number formats of matrix units, widest first. */
export const precisions = ["fp32", "tf32", "fp16", "bf16", "fp8", "fp4", "int8"] as const;
/** One of `precisions`. */
export type Precision = (typeof precisions)[number];

/** Number formats of vector units. */
export const vectorPrecisions = ["fp32", "fp16", "bf16", "int8"] as const;
/** One of `vectorPrecisions`. */
export type VectorPrecision = (typeof vectorPrecisions)[number];

export const idSchema = /* @__PURE__ */ once(() =>
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is kebab-case"),
);

/** What kind of chip: `soc` shares memory with its CPU, `asic` is Gaudi or Trainium, `unknown` is a user's own. */
export const kindSchema = /* @__PURE__ */ once(() =>
  z.enum(["gpu", "soc", "apu", "tpu", "asic", "npu", "wafer", "cpu", "unknown"]),
);
export const availabilitySchema = /* @__PURE__ */ once(() =>
  z.enum(["shipping", "announced", "cancelled-or-rare", "unknown"]),
);

/** A rate somebody measured, not a headline. Matrix rates are for the best shape, so an upper bound for training. */
export const measurementSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      ...figureShape("FLOP/s"),
      /** FLOP/s for `matmul` and `vector`; bytes/s for memory and collectives (bus bandwidth). */
      unit: z.enum(["FLOP/s", "bytes/s"]),
      metric: z.enum(["matmul", "vector", "memory_bandwidth", "allreduce_busbw", "allgather_busbw"]),
      /** The number format, or the devices taking part in a collective. */
      dtype: z.string(),
      /** Shape, software, power limit. */
      conditions: z.string(),
    })
    .superRefine(checkFigure),
);
export type Measurement = z.infer<ReturnType<typeof measurementSchema>>;

/** What an hour of one package costs, in US dollars. */
export const priceSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      ...figureShape("USD/hour/device"),
      value: z.number().positive(),
      /** "2025-02", "2024-Q4"; null: a catalogue snapshot without a date. */
      date: z.string().nullable(),
      /** Whose price, and on which terms. */
      basis: z.string(),
      /** Lowest and highest price seen, USD per hour. */
      range: z.exactOptional(z.tuple([z.number().positive(), z.number().positive()])),
    })
    .superRefine(checkFigure),
);
export type Price = z.infer<ReturnType<typeof priceSchema>>;

/** Another value in print, and why it was not taken. */
export const alternateSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    /** Path of the figure it competes with: "memory.bandwidth". */
    field: z.string(),
    /** In the unit of that figure. */
    value: z.number(),
    source: z.array(z.string()),
    reason: z.string(),
  }),
);

/** The rate a planner should use for a matrix product, and which units reach it; null: the format is lacking. */
export const effectiveRateSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    /** FLOP/s (int8: OP/s), dense. */
    value: z.number().positive().nullable(),
    via: z.enum(["tensor", "vector"]).nullable(),
  }),
);
export type EffectiveRate = z.infer<ReturnType<typeof effectiveRateSchema>>;

/** The facts of one accelerator package. Rates are dense with FP32 accumulation, links are per direction. */
export const hardwareProfileSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      /** Kebab-case, "model-form-capacity": "h100-sxm-80gb". */
      id: idSchema(),
      vendor: z.string(),
      /** As people write it: "H100 SXM 80GB". */
      name: z.string(),
      kind: kindSchema(),
      architecture: z.string(),
      /** Year. */
      release_year: figureSchema("year"),
      availability: availabilitySchema(),
      /** How many devices software sees in one package (2: MI250X, TPU7x); every figure here is per package. */
      visible_devices_per_package: z.int().positive(),
      /** Peak of the matrix units, FLOP/s (int8: OP/s), dense, FP32 accumulation. */
      tensor_peak_dense_flops: z.strictObject({
        fp32: figureSchema("FLOP/s"),
        tf32: figureSchema("FLOP/s"),
        fp16: figureSchema("FLOP/s"),
        bf16: figureSchema("FLOP/s"),
        fp8: figureSchema("FLOP/s"),
        fp4: figureSchema("FLOP/s"),
        int8: figureSchema("OP/s"),
      }),
      /** Peak of the non-matrix units, FLOP/s (int8: OP/s). */
      vector_peak_flops: z.strictObject({
        fp32: figureSchema("FLOP/s"),
        fp16: figureSchema("FLOP/s"),
        bf16: figureSchema("FLOP/s"),
        int8: z.exactOptional(figureSchema("OP/s")),
      }),
      memory: z.strictObject({
        /** "HBM3", "GDDR6X". */
        type: z.string(),
        /** Bytes on the label; "80 GB" of HBM or GDDR is 80 * 2^30. */
        capacity: figureSchema("bytes"),
        /** Bytes the driver reports; the one to compare with when asking whether a run fits. */
        visible_capacity: figureSchema("bytes"),
        /** Peak, bytes/s (decimal). */
        bandwidth: figureSchema("bytes/s"),
        /** Bytes of L2 (or the last level on chip). */
        last_level_cache: figureSchema("bytes"),
      }),
      /** SMs, CUs, TensorCores ... and how many. */
      compute_units: z.strictObject({ kind: z.string(), count: figureSchema("count") }),
      /** Hz; for GeForce the rated boost, which real cards exceed. */
      boost_clock: figureSchema("Hz"),
      /** The link to the other packages of its node or scale-up domain. */
      intra_node: z.strictObject({
        kind: z.string(),
        /** Bytes/s in one direction, all links of the package together. */
        bandwidth_per_direction: figureSchema("bytes/s"),
        /** Bytes/s in one direction that one pair gets; far below the aggregate on AMD, TPU and Gaudi. */
        p2p_bandwidth_per_direction: figureSchema("bytes/s"),
        /** The most packages one such fabric joins. */
        max_domain: figureSchema("devices"),
        topology: z.string(),
      }),
      /** The usual network card's share of one package. */
      inter_node: z.strictObject({
        kind: z.string().nullable(),
        bandwidth_per_direction: figureSchema("bytes/s"),
      }),
      /** The link to the host's CPU. */
      host_link: z.strictObject({
        kind: z.string().nullable(),
        bandwidth_per_direction: figureSchema("bytes/s"),
      }),
      /** Thermal design power, W. */
      tdp: figureSchema("W"),
      measured: z.array(measurementSchema()),
      price: priceSchema().nullable(),
      alternates: z.array(alternateSchema()),
      /** How this device's figures are usually misread. */
      traps: z.array(z.string()),
      /** Matrix-unit rate where there is one, else the vector rate, by format. */
      effective_matmul_flops: z.strictObject({
        fp32: effectiveRateSchema(),
        tf32: effectiveRateSchema(),
        fp16: effectiveRateSchema(),
        bf16: effectiveRateSchema(),
        fp8: effectiveRateSchema(),
        fp4: effectiveRateSchema(),
        int8: effectiveRateSchema(),
      }),
      /** What the source ids of this profile stand for. */
      sources: z.record(z.string(), sourceSchema()),
    })
    .superRefine(checkSources),
);
export type HardwareProfile = z.infer<ReturnType<typeof hardwareProfileSchema>>;

type Peaks = Pick<HardwareProfile, "tensor_peak_dense_flops" | "vector_peak_flops">;

/**
 * The rate a matrix product reaches at best: the matrix units', else the vector units', else null.
 * tf32 falls back on the fp32 vector rate: software that asks for tf32 computes in fp32 where it is lacking.
 *
 * @example
 * effectiveRate(h100Sxm80gb, "bf16") // => { value: 989.4e12, via: "tensor" }
 * effectiveRate(h100Sxm80gb, "fp32") // => { value: 66.9e12, via: "vector" }
 */
export function effectiveRate(peaks: Peaks, precision: Precision): EffectiveRate {
  const tensor = peaks.tensor_peak_dense_flops[precision].value;
  if (tensor !== null) return { value: tensor, via: "tensor" };
  const vectors: Partial<Record<Precision, { value: number | null }>> = peaks.vector_peak_flops;
  const vector = vectors[precision === "tf32" ? "fp32" : precision]?.value ?? null;
  return { value: vector, via: vector === null ? null : "vector" };
}
