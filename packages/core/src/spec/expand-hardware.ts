import { type Machine, perVisibleNode } from "@wallclock/hardware/schema";
import { hardwareQuery } from "./hardware-ref.ts";

/**
 * A hardware string in the scenario's full form, which counts devices: of a cluster also its node and links. What
 * `expandHardware` of `scenarioFromLeaves` is for.
 *
 * @param ref the string, e.g. `"2x dgx-h100"`
 * @param machine what the catalogue has for its name
 * @throws UserError `hardware_unreadable`
 * @example
 * expandHardware("2x dgx-h100", lookup("dgx-h100")).count // => 16
 */
export function expandHardware(ref: string, { profile, cluster }: Machine): Record<string, unknown> {
  const { name, count } = hardwareQuery(ref);
  if (cluster === null) return { device: name, ...(count === null ? {} : { count }) };
  const node = perVisibleNode(cluster, profile);
  const perNode = Math.max(node.devicesPerNode ?? 1, node.linkDomain ?? 1);
  return {
    device: profile.id,
    count: (count ?? 1) * perNode,
    perNode,
    intraNodeBytesPerSecond: node.linkBytesPerSecond,
    interNodeBytesPerSecond: node.interNodeBytesPerSecond,
  };
}
