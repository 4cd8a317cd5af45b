/** The shape of a profile and of a cluster, and what follows from them; no data. */
export type { Cluster, LatencyModels, Machine } from "./cluster.ts";
export { type DeviceFacts, type NodeFacts, perVisibleDevice, perVisibleNode } from "./device-facts.ts";
export { type Figure, figureFault, figuresIn, type Source, type Status } from "./figure.ts";
export { type InlineProfile, makeInlineProfileSchema } from "./inline.ts";
export {
  clusterSchema,
  hardwareProfileSchema,
  inlineProfileSchema,
  latencyModelsSchema,
} from "./lazy-schemas.ts";
export { once } from "./once.ts";
export {
  type EffectiveRate,
  effectiveRate,
  type HardwareProfile,
  type Measurement,
  type Precision,
  type Price,
  precisions,
  type VectorPrecision,
  vectorPrecisions,
} from "./profile.ts";
