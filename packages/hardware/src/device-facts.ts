import type { Cluster } from "./cluster.ts";
import type { Figure } from "./figure.ts";
import {
  type EffectiveRate,
  type HardwareProfile,
  type Precision,
  precisions,
  type VectorPrecision,
  vectorPrecisions,
} from "./profile.ts";

/**
 * One device as software sees it: plain numbers in SI units, null when unknown or lacking.
 * The profile counts packages; a package that shows two devices (MI250X, TPU7x) gives each of them half.
 */
export interface DeviceFacts {
  id: string;
  name: string;
  vendor: string;
  kind: HardwareProfile["kind"];
  architecture: string;
  /** Year. */
  releaseYear: number | null;
  /** Devices software sees in one package; what the other fields were divided by. */
  visiblePerPackage: number;
  /** Dense peak of the matrix units with FP32 accumulation, FLOP/s (int8: OP/s). */
  tensorFlopPerSecond: Record<Precision, number | null>;
  /** Peak of the other units, FLOP/s (int8: OP/s). */
  vectorFlopPerSecond: Record<VectorPrecision, number | null>;
  /** Peak a matrix product can reach, FLOP/s (int8: OP/s), and the units that reach it. */
  matmulFlopPerSecond: Record<Precision, EffectiveRate>;
  /** Peak memory bandwidth, bytes/s. */
  memoryBytesPerSecond: number | null;
  /** What the driver reports where known, else the label's, bytes. */
  memoryCapacityBytes: number | null;
  /** L2 or the last level on chip, bytes. */
  lastLevelCacheBytes: number | null;
  /** SMs, CUs, TensorCores ... */
  computeUnits: { kind: string; count: number | null };
  /** Boost clock, Hz. */
  clockHz: number | null;
  /** All links to the other devices of the node together, one direction, bytes/s. */
  linkBytesPerSecond: number | null;
  linkKind: string;
  /** What one pair of devices gets, one direction, bytes/s. */
  linkP2pBytesPerSecond: number | null;
  /** The most devices one such fabric joins. */
  linkDomain: number | null;
  linkTopology: string;
  /** Share of the node's network cards, one direction, bytes/s. */
  interNodeBytesPerSecond: number | null;
  /** Link to the host's CPU, one direction, bytes/s. */
  hostLinkBytesPerSecond: number | null;
  hostLinkKind: string | null;
  /** Thermal design power, W. */
  tdpWatts: number | null;
  /** US dollars per hour. */
  usdPerHour: number | null;
  /** Whose price, on which terms. */
  priceBasis: string | null;
}

/** A node or rack in devices as software sees them; links are one direction, per device. */
export interface NodeFacts {
  id: string;
  name: string;
  /** Id of the device's profile. */
  device: string;
  /** Devices in one node. */
  devicesPerNode: number | null;
  /** Devices the fast fabric joins: above `devicesPerNode` for racks (GB200 NVL72) and pods. */
  linkDomain: number | null;
  linkKind: string;
  linkTopology: string;
  /** All fast links of a device together, bytes/s. */
  linkBytesPerSecond: number | null;
  /** What one pair gets, bytes/s. */
  linkP2pBytesPerSecond: number | null;
  interNodeNetwork: string;
  /** Share of the node's network cards, bytes/s. */
  interNodeBytesPerSecond: number | null;
  /** Keys of `latencyModels`. */
  latencyModels: Cluster["latency_models"];
}

/**
 * How a figure of a package of several devices becomes one device's:
 *
 * - Rates, memory, caches, units, power, price: divided.
 * - Links (node, network, host): divided too, because the devices of a package share its ports. MI250X's 350 GB/s
 *   are the links leaving the package, TPU7x's 600 GB/s those of the chip, and a Slingshot card serves both dies.
 *   A figure already per device says `per: "visible_device"` in the data: Ascend 910C (392 GB/s one way for the
 *   package, stored as 196 for a die) and the PCIe port that each die of an MI250 has of its own.
 * - One pair's bandwidth: never divided; two devices that talk alone have the whole link.
 * - Domains count packages and are multiplied, unless `per` says that they count devices (MI250X: 8 dies).
 */
const share = (figure: Figure, parts: number): number | null =>
  figure.value === null || figure.per === "visible_device" ? figure.value : figure.value / parts;

const multiply = (figure: Figure, parts: number): number | null =>
  figure.value === null || figure.per === "visible_device" ? figure.value : figure.value * parts;

function mapKeys<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}

const ratesOf = (profile: HardwareProfile, parts: number) => ({
  tensorFlopPerSecond: mapKeys(precisions, (key) => share(profile.tensor_peak_dense_flops[key], parts)),
  vectorFlopPerSecond: mapKeys(vectorPrecisions, (key) => {
    const figure = profile.vector_peak_flops[key];
    return figure === undefined ? null : share(figure, parts);
  }),
  matmulFlopPerSecond: mapKeys(precisions, (key): EffectiveRate => {
    const { value, via } = profile.effective_matmul_flops[key];
    return { value: value === null ? null : value / parts, via };
  }),
});

const linksOf = ({ intra_node, inter_node, host_link }: HardwareProfile, parts: number) => ({
  linkBytesPerSecond: share(intra_node.bandwidth_per_direction, parts),
  linkKind: intra_node.kind,
  linkP2pBytesPerSecond: intra_node.p2p_bandwidth_per_direction.value,
  linkDomain: multiply(intra_node.max_domain, parts),
  linkTopology: intra_node.topology,
  interNodeBytesPerSecond: share(inter_node.bandwidth_per_direction, parts),
  hostLinkBytesPerSecond: share(host_link.bandwidth_per_direction, parts),
  hostLinkKind: host_link.kind,
});

/**
 * The facts of one device as a framework counts them.
 *
 * @example
 * perVisibleDevice(mi250x128gb).tensorFlopPerSecond.bf16 // => 191.5e12; half of the package's 383e12
 */
export function perVisibleDevice(profile: HardwareProfile): Readonly<DeviceFacts> {
  const before = known.get(profile);
  if (before !== undefined) return before;
  const facts = factsOf(profile);
  known.set(profile, facts);
  return facts;
}

/** Profiles do not change: a machine's facts are worked out once, which saves an estimate a tenth of its time. */
const known = new WeakMap<HardwareProfile, DeviceFacts>();

function factsOf(profile: HardwareProfile): DeviceFacts {
  const parts = profile.visible_devices_per_package;
  const { memory, compute_units, price } = profile;
  const capacity = memory.visible_capacity.value === null ? memory.capacity : memory.visible_capacity;
  return {
    id: profile.id,
    name: profile.name,
    vendor: profile.vendor,
    kind: profile.kind,
    architecture: profile.architecture,
    releaseYear: profile.release_year.value,
    visiblePerPackage: parts,
    ...ratesOf(profile, parts),
    memoryBytesPerSecond: share(memory.bandwidth, parts),
    memoryCapacityBytes: share(capacity, parts),
    lastLevelCacheBytes: share(memory.last_level_cache, parts),
    computeUnits: { kind: compute_units.kind, count: share(compute_units.count, parts) },
    clockHz: profile.boost_clock.value,
    ...linksOf(profile, parts),
    tdpWatts: share(profile.tdp, parts),
    usdPerHour: price === null ? null : share(price, parts),
    priceBasis: price === null ? null : price.basis,
  };
}

/**
 * A cluster in devices as a framework counts them: a node of four MI250X has eight.
 *
 * @example
 * const frontier = findCluster("frontier").cluster;
 * perVisibleNode(frontier, mi250x128gb).devicesPerNode // => 8
 */
export function perVisibleNode(cluster: Cluster, profile: HardwareProfile): NodeFacts {
  const parts = profile.visible_devices_per_package;
  return {
    id: cluster.id,
    name: cluster.name,
    device: cluster.device,
    devicesPerNode: multiply(cluster.devices_per_node, parts),
    linkDomain: multiply(cluster.scale_up_domain, parts),
    linkKind: cluster.intra_node_link,
    linkTopology: cluster.intra_node_topology,
    linkBytesPerSecond: share(cluster.intra_node_bandwidth_per_device_per_direction, parts),
    linkP2pBytesPerSecond: cluster.intra_node_p2p_bandwidth_per_direction.value,
    interNodeNetwork: cluster.inter_node_network,
    interNodeBytesPerSecond: share(cluster.inter_node_bandwidth_per_device_per_direction, parts),
    latencyModels: cluster.latency_models,
  };
}
