/** The shape of a profile and of a cluster, and what follows from them; no data. */
export {
  type Cluster,
  clusterSchema,
  type LatencyModels,
  latencyModelsSchema,
  type Machine,
} from "./cluster.ts";
export { type DeviceFacts, type NodeFacts, perVisibleDevice, perVisibleNode } from "./device-facts.ts";
export { type Figure, figureFault, figuresIn, type Source, type Status } from "./figure.ts";
export { type InlineProfile, inlineProfileSchema } from "./inline.ts";
export { once } from "./once.ts";
export {
  type EffectiveRate,
  effectiveRate,
  type HardwareProfile,
  hardwareProfileSchema,
  type Measurement,
  type Precision,
  type Price,
  precisions,
  type VectorPrecision,
  vectorPrecisions,
} from "./profile.ts";
