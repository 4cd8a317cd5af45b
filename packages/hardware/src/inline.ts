import * as z from "zod";
import { type Figure, perSchema, type Status, sourceSchema, statusSchema } from "./figure.ts";
import { once } from "./once.ts";
import {
  alternateSchema,
  availabilitySchema,
  type EffectiveRate,
  effectiveRate,
  type HardwareProfile,
  kindSchema,
  measurementSchema,
  type Precision,
  precisions,
  priceSchema,
} from "./profile.ts";

const positive = /* @__PURE__ */ once(() => z.number().positive());
const sourceIds = /* @__PURE__ */ once(() =>
  z.union([z.string().transform((id) => [id]), z.array(z.string())]),
);

const absent = <Unit extends string>(unit: Unit): Figure<Unit> => ({
  value: null,
  unit,
  status: "unknown",
  source: [],
});

/** A user's figure carries no proof, whatever it says: without a status it is `unverified`, null is `unknown`. */
const statusOf = (value: number | null, status: Status | undefined): Status =>
  status ?? (value === null ? "unknown" : "unverified");

/** A number, null, or a figure that needs only its value; the result is a whole figure. */
const given = <const Unit extends string>(unit: Unit) =>
  z
    .union([
      positive(),
      z.null(),
      z.strictObject({
        value: positive().nullable(),
        unit: z.literal(unit).optional(),
        status: statusSchema().optional(),
        source: sourceIds().optional(),
        note: z.string().optional(),
        per: perSchema().optional(),
      }),
    ])
    .transform((raw): Figure<Unit> => {
      if (raw === null) return absent(unit);
      const { value, status, source, note, per } = typeof raw === "number" ? { value: raw } : raw;
      return {
        value,
        unit,
        status: statusOf(value, status),
        source: source ?? [],
        ...(note === undefined ? {} : { note }),
        ...(per === undefined ? {} : { per }),
      };
    });

/** The same, and unknown when left out. */
const optional = <const Unit extends string>(unit: Unit) => given(unit).default(() => absent(unit));

/** A rate given directly counts as the matrix units' unless it says otherwise. */
const rate = /* @__PURE__ */ once(() =>
  z
    .union([
      positive(),
      z.null(),
      z.strictObject({
        value: positive().nullable(),
        via: z.enum(["tensor", "vector"]).nullable().optional(),
      }),
    ])
    .transform((raw): EffectiveRate => {
      const { value, via } = typeof raw === "object" && raw !== null ? raw : { value: raw };
      return { value, via: value === null ? null : (via ?? "tensor") };
    })
    .optional(),
);

const price = /* @__PURE__ */ once(() =>
  z.union([
    positive().transform(
      (value): z.infer<ReturnType<typeof priceSchema>> => ({
        value,
        unit: "USD/hour/device",
        status: "unverified",
        source: [],
        date: null,
        basis: "given with the profile",
      }),
    ),
    priceSchema(),
  ]),
);

const link = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      kind: z.string().nullable().default(null),
      bandwidth_per_direction: optional("bytes/s"),
    })
    .prefault({}),
);

const tensorPeaks = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      fp32: optional("FLOP/s"),
      tf32: optional("FLOP/s"),
      fp16: optional("FLOP/s"),
      bf16: optional("FLOP/s"),
      fp8: optional("FLOP/s"),
      fp4: optional("FLOP/s"),
      int8: optional("OP/s"),
    })
    .prefault({}),
);

const vectorPeaks = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      fp32: optional("FLOP/s"),
      fp16: optional("FLOP/s"),
      bf16: optional("FLOP/s"),
      int8: given("OP/s").optional(),
    })
    .prefault({}),
);

const effectiveRates = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      fp32: rate(),
      tf32: rate(),
      fp16: rate(),
      bf16: rate(),
      fp8: rate(),
      fp4: rate(),
      int8: rate(),
    })
    .prefault({}),
);

const shape = /* @__PURE__ */ once(() =>
  z.strictObject({
    id: z.string().min(1).default("custom"),
    vendor: z.string().default("unknown"),
    name: z.string().optional(),
    kind: kindSchema().default("unknown"),
    architecture: z.string().default("unknown"),
    release_year: optional("year"),
    availability: availabilitySchema().default("unknown"),
    visible_devices_per_package: z.int().positive().default(1),
    tensor_peak_dense_flops: tensorPeaks(),
    vector_peak_flops: vectorPeaks(),
    memory: z.strictObject({
      type: z.string().default("unknown"),
      capacity: given("bytes"),
      visible_capacity: optional("bytes"),
      bandwidth: given("bytes/s"),
      last_level_cache: optional("bytes"),
    }),
    compute_units: z
      .strictObject({ kind: z.string().default("unknown"), count: optional("count") })
      .prefault({}),
    boost_clock: optional("Hz"),
    intra_node: z
      .strictObject({
        kind: z.string().default("unknown"),
        bandwidth_per_direction: optional("bytes/s"),
        p2p_bandwidth_per_direction: optional("bytes/s"),
        max_domain: optional("devices"),
        topology: z.string().default("unknown"),
      })
      .prefault({}),
    inter_node: link(),
    host_link: link(),
    tdp: optional("W"),
    measured: z.array(measurementSchema()).default([]),
    /** US dollars an hour of one package */
    price: price().nullable().default(null),
    alternates: z.array(alternateSchema()).default([]),
    traps: z.array(z.string()).default([]),
    effective_matmul_flops: effectiveRates(),
    sources: z.record(z.string(), sourceSchema()).default({}),
  }),
);

const hasRate = (raw: z.output<ReturnType<typeof shape>>) =>
  [raw.tensor_peak_dense_flops, raw.vector_peak_flops, raw.effective_matmul_flops].some((rates) =>
    Object.values(rates).some((entry) => entry?.value != null),
  );

/** Fills what follows from the rest: the name from the id, the planner's rates from the peaks. */
function complete(raw: z.output<ReturnType<typeof shape>>): HardwareProfile {
  const { int8, ...vector } = raw.vector_peak_flops;
  const vector_peak_flops = int8 === undefined ? vector : { ...vector, int8 };
  const peaks = { tensor_peak_dense_flops: raw.tensor_peak_dense_flops, vector_peak_flops };
  const effective = Object.fromEntries(
    precisions.map((precision) => [
      precision,
      raw.effective_matmul_flops[precision] ?? effectiveRate(peaks, precision),
    ]),
  ) as Record<Precision, EffectiveRate>;
  return { ...raw, ...peaks, name: raw.name ?? raw.id, effective_matmul_flops: effective };
}

/**
 * Makes, when first called, the schema that `inlineProfileSchema` is of: a profile a user writes in a scenario, the keys of `hardwareProfileSchema`, of which only
 * `memory.capacity` (bytes; null when unknown), `memory.bandwidth` (bytes/s) and one FLOP/s rate are required.
 * A figure may be a bare number in the unit of its place. The output is a whole profile: what was left out is
 * unknown, `effective_matmul_flops` is the matrix rate, else the vector rate, unless it was given.
 *
 * @example
 * makeInlineProfileSchema().parse({
 *   memory: { capacity: 80e9, bandwidth: 3.35e12 },
 *   tensor_peak_dense_flops: { bf16: 989e12 },
 * }).effective_matmul_flops.bf16 // => { value: 989e12, via: "tensor" }
 */
export const makeInlineProfileSchema = /* @__PURE__ */ once(() =>
  shape()
    .refine(hasRate, {
      path: ["tensor_peak_dense_flops"],
      message:
        "a profile needs a rate: one of tensor_peak_dense_flops, vector_peak_flops, effective_matmul_flops",
    })
    .refine((raw) => raw.memory.bandwidth.value !== null, {
      path: ["memory", "bandwidth"],
      message: "memory.bandwidth (bytes/s) needs a value",
    })
    .transform(complete),
);
export type InlineProfile = z.input<ReturnType<typeof makeInlineProfileSchema>>;
