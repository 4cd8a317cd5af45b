import * as z from "zod";
import { clusterSchema as cluster, latencyModelsSchema as latencyModels } from "./cluster.ts";
import { makeInlineProfileSchema } from "./inline.ts";
import { hardwareProfileSchema as hardwareProfile } from "./profile.ts";

/** The facts of one accelerator package, {@link HardwareProfile}, as a zod schema that is built when it is first used. */
export const hardwareProfileSchema = /* @__PURE__ */ z.lazy(hardwareProfile);

/** A node of a cluster and its network, {@link Cluster}, as a zod schema that is built when it is first used. */
export const clusterSchema = /* @__PURE__ */ z.lazy(cluster);

/** What collectives cost in latency, {@link LatencyModels}, as a zod schema that is built when it is first used. */
export const latencyModelsSchema = /* @__PURE__ */ z.lazy(latencyModels);

/**
 * A profile that a user writes, {@link InlineProfile}: as a zod schema that is built when it is first used. Its output is a whole
 * profile.
 *
 * @example
 * inlineProfileSchema.parse({
 *   memory: { capacity: 80e9, bandwidth: 3.35e12 },
 *   tensor_peak_dense_flops: { bf16: 989e12 },
 * }).effective_matmul_flops.bf16 // => { value: 989e12, via: "tensor" }
 */
export const inlineProfileSchema = /* @__PURE__ */ z.lazy(makeInlineProfileSchema);
