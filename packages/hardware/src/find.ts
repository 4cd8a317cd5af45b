import { clusters } from "./clusters/catalogue.ts";
import type { Missing, Via } from "./match.ts";
import { profiles } from "./profiles/catalogue.ts";
import { matchCluster, matchDevice, resolveMachine } from "./resolve.ts";
import type { Cluster, HardwareProfile, Machine } from "./schema.ts";

/** The profile of a name, or the names it could mean. */
export type ProfileResult = { found: true; profile: HardwareProfile; via: Via; query: string } | Missing;
/** The cluster of a name, or the names it could mean. */
export type ClusterResult = { found: true; cluster: Cluster; via: Via; query: string } | Missing;
/** A device with its usual node, or a cluster with its device; or the names it could mean. */
export type MachineResult =
  | { found: true; kind: "device" | "cluster"; via: Via; query: string; machine: Machine }
  | Missing;

/** The names resolve to ids of the catalogue, so an id without an entry is our bug. */
function byId<Entry extends { id: string }>(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`catalogue has no ${id}`);
  return entry;
}

/**
 * The profile a name stands for: an id or another usual name, in any case and with any separators.
 *
 * @example
 * findProfile("H100") // => { found: true, profile: { id: "h100-sxm-80gb", … }, via: "alias", query: "H100" }
 * findProfile("v100").choices // => ["v100-sxm2-32gb", "v100-sxm2-16gb", "v100-pcie-32gb", "v100-pcie-16gb"]
 */
export function findProfile(query: string): ProfileResult {
  const match = matchDevice(query);
  if (!match.found) return match;
  return { found: true, profile: byId(profiles, match.id), via: match.via, query };
}

/**
 * The cluster a name stands for: an id ("dgx-h100") or another usual name ("p5.48xlarge").
 *
 * @example
 * findCluster("p5.48xlarge").cluster.id // => "aws-p5"
 * findCluster("dgx-h101").reason // => "unknown"
 */
export function findCluster(query: string): ClusterResult {
  const match = matchCluster(query);
  if (!match.found) return match;
  return { found: true, cluster: byId(clusters, match.id), via: match.via, query };
}

/**
 * A device with its usual node, or a cluster with its device, whichever the name stands for.
 *
 * @example
 * findMachine("h100").machine.node.id // => "dgx-h100"
 * findMachine("aws-p5").machine.profile.id // => "h100-sxm-80gb"
 */
export function findMachine(query: string): MachineResult {
  const resolved = resolveMachine(query);
  if (!resolved.found) return resolved;
  const { kind, via, device, node, cluster } = resolved;
  const machine: Machine = {
    profile: byId(profiles, device),
    node: node === null ? null : byId(clusters, node),
    cluster: cluster === null ? null : byId(clusters, cluster),
  };
  return { found: true, kind, via, query, machine };
}
