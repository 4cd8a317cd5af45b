import { ambiguousNames, clusterAliases } from "./aliases.ts";
import { deviceAliases } from "./devices/aliases.ts";
import { usualNode } from "./devices/nodes.ts";
import { type Missing, matchName, type NameIndex, nameIndex, type Via } from "./match.ts";
import { type ClusterId, type DeviceId, deviceIds, deviceOfCluster } from "./names.ts";

/** What a query stands for, as ids: enough to load or look up the machine. */
export interface Resolved {
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

export function matchDevice(query: string) {
  devices ??= nameIndex(deviceIds, deviceAliases, ambiguousNames);
  return matchName(query, devices);
}

export function matchCluster(query: string) {
  clusters ??= nameIndex(clusterIds, clusterAliases, {});
  return matchName(query, clusters);
}

/** One device or cluster for a query over the names of both. */
export function resolveMachine(query: string): Resolved | Missing {
  machines ??= nameIndex(
    [...deviceIds, ...clusterIds],
    { ...deviceAliases, ...clusterAliases },
    { ...ambiguousNames, nvl72: ["gb200-nvl72", "gb300-nvl72", "vera-rubin-nvl72"] },
  );
  const match = matchName(query, machines);
  if (!match.found) return match;
  const cluster = isCluster(match.id) ? match.id : null;
  const device = cluster === null ? (match.id as DeviceId) : deviceOfCluster[cluster];
  const { via } = match;
  const kind = cluster === null ? "device" : "cluster";
  return { found: true, kind, via, query, device, node: usualNode[device] ?? null, cluster };
}
