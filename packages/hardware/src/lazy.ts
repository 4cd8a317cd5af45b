/** The same look-up as `findMachine`, reading only the files of the one machine asked for. */

import type { ClusterId } from "./clusters/ids.ts";
import { clusterLoaders } from "./clusters/loaders.ts";
import type { MachineResult } from "./find.ts";
import { profileLoaders } from "./profiles/loaders.ts";
import { resolveMachine } from "./resolve.ts";
import type { Cluster } from "./schema.ts";

export { type ClusterId, deviceOfCluster } from "./clusters/ids.ts";
export { type DeviceId, deviceIds } from "./devices/ids.ts";
export type { MachineResult } from "./find.ts";

const loadCluster = async (id: ClusterId | null): Promise<Cluster | null> =>
  id === null ? null : clusterLoaders[id]();

/**
 * A device with its usual node, or a cluster with its device, loaded on demand.
 *
 * @example
 * (await loadMachine("h100")).machine.profile.id // => "h100-sxm-80gb"
 */
export async function loadMachine(query: string): Promise<MachineResult> {
  const resolved = resolveMachine(query);
  if (!resolved.found) return resolved;
  const { kind, via, device } = resolved;
  const [profile, node, cluster] = await Promise.all([
    profileLoaders[device](),
    loadCluster(resolved.node),
    loadCluster(resolved.cluster),
  ]);
  return { found: true, kind, via, query, machine: { profile, node, cluster } };
}
