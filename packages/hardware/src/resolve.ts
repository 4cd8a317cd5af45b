import { ambiguousClusters, clusterAliases } from "./clusters/aliases.ts";
import { type ClusterId, deviceOfCluster } from "./clusters/ids.ts";
import { deviceAliases } from "./devices/aliases.ts";
import { ambiguousNames } from "./devices/ambiguous.ts";
import { type DeviceId, deviceIds } from "./devices/ids.ts";
import { usualNode } from "./devices/nodes.ts";
import { type Missing, matchName, type NameIndex, nameIndex, type Via } from "./match.ts";

/** What a query stands for, as ids: enough to load or look up the machine. */
export interface MachineIds {
  found: true;
  kind: "device" | "cluster";
  via: Via;
  query: string;
  device: DeviceId;
  /** The device's usual node. */
  node: ClusterId | null;
  /** The cluster, when the query named one. */
  cluster: ClusterId | null;
}

const clusterIds = Object.keys(deviceOfCluster) as ClusterId[];
const isCluster = (id: string): id is ClusterId => Object.hasOwn(deviceOfCluster, id);

// Built on first use: an application that names its profile itself never pays for the index.
let devices: NameIndex | undefined;
let clusters: NameIndex | undefined;
let machines: NameIndex | undefined;

/** The id of the device a query names. */
export function matchDevice(query: string) {
  devices ??= nameIndex(deviceIds, deviceAliases, ambiguousNames);
  return matchName(query, devices);
}

/** The id of the cluster a query names. */
export function matchCluster(query: string) {
  clusters ??= nameIndex(clusterIds, clusterAliases, ambiguousClusters);
  return matchName(query, clusters);
}

/** One device or cluster for a query over the names of both. */
export function resolveMachine(query: string): MachineIds | Missing {
  machines ??= nameIndex(
    [...deviceIds, ...clusterIds],
    { ...deviceAliases, ...clusterAliases },
    { ...ambiguousNames, ...ambiguousClusters },
  );
  const match = matchName(query, machines);
  if (!match.found) return match;
  const cluster = isCluster(match.id) ? match.id : null;
  const device = cluster === null ? (match.id as DeviceId) : deviceOfCluster[cluster];
  const { via } = match;
  const kind = cluster === null ? "device" : "cluster";
  return { found: true, kind, via, query, device, node: usualNode[device] ?? null, cluster };
}
