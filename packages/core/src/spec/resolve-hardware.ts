import {
  type DeviceFacts,
  type HardwareProfile,
  type Machine,
  type NodeFacts,
  perVisibleDevice,
  perVisibleNode,
} from "@wallclock/hardware/schema";
import { fail } from "../errors/issue.ts";
import { hardwareQuery } from "./hardware-ref.ts";
import type { Assumption, Hardware } from "./resolved.ts";
import type { HardwareRef } from "./scenario.ts";

/** A profile alone, or with its usual node and the cluster that the scenario named. */
export type MachineLike = HardwareProfile | Machine;

type HardwareFull = Exclude<HardwareRef, string>;

/** Devices a machine has room for when neither the scenario nor the device's usual node says. */
const usualDevicesPerNode = 8;

/**
 * Joins what the scenario says of its hardware with the profile and the node it usually sits in.
 * A link that is needed (count > 1 inside a node, count > perNode between nodes) and unknown is an error naming the field to give.
 *
 * @throws UserError `link_unknown`
 */
export function resolveHardware(
  ref: HardwareRef,
  machine: MachineLike,
): { hardware: Hardware; assumed: Assumption[] } {
  const { profile, node, cluster } = asMachine(machine);
  const device = perVisibleDevice(profile);
  const usual = cluster ?? node;
  const place = usual === null ? null : perVisibleNode(usual, profile);
  const query = hardwareQuery(ref);
  const full: Partial<HardwareFull> = typeof ref === "string" ? {} : ref;
  const assumed: Assumption[] = [];
  const assume = <T>(key: string, value: T): T => {
    assumed.push({ path: `hardware.${key}`, value });
    return value;
  };
  const id = cluster?.id ?? profile.id;
  if (query.name !== null && query.name !== id) {
    assumed.push({ path: typeof ref === "string" ? "hardware" : "hardware.device", value: id });
  }
  const perNode = full.perNode ?? assume("perNode", usualPerNode(place, device));
  const given = query.count ?? assume("count", 1);
  const count = cluster !== null && typeof ref === "string" ? given * perNode : given;
  const links = resolveLinks(full, device, place);
  if (full.intraNodeBytesPerSecond == null && Math.min(count, perNode) > 1) {
    assume("intraNodeBytesPerSecond", links.intraNodeBytesPerSecond);
  }
  if (full.interNodeBytesPerSecond == null && count > perNode) {
    assume("interNodeBytesPerSecond", links.interNodeBytesPerSecond);
  }
  const price =
    full.usdPerDeviceHour ??
    (device.usdPerHour === null ? null : assume("usdPerDeviceHour", device.usdPerHour));
  const hardware: Hardware = { device, count, perNode, ...links, usdPerDeviceHour: price };
  requireLinks(hardware);
  return { hardware, assumed };
}

/** The devices the fast fabric joins: a node, or a whole rack or pod where the fabric spans it. */
function usualPerNode(place: NodeFacts | null, device: DeviceFacts): number {
  if (place === null) return Math.max(device.linkDomain ?? usualDevicesPerNode, usualDevicesPerNode);
  return Math.max(place.devicesPerNode ?? 1, place.linkDomain ?? 1);
}

type Links = Omit<Hardware, "device" | "count" | "perNode" | "usdPerDeviceHour">;

/** Product lines whose drivers refuse peer-to-peer copies over PCIe. */
const withoutPeerToPeer = /geforce|radeon|\barc\b/i;

function resolveLinks(full: Partial<HardwareFull>, device: DeviceFacts, place: NodeFacts | null): Links {
  const fabric = place?.linkBytesPerSecond ?? device.linkBytesPerSecond;
  const kind = place?.linkKind ?? device.linkKind;
  return {
    intraNodeBytesPerSecond: full.intraNodeBytesPerSecond ?? fabric ?? device.hostLinkBytesPerSecond,
    intraNodeIsHostLink: fabric === null || /pcie/i.test(kind),
    fabricDomain: full.intraNodeBytesPerSecond == null ? (place?.linkDomain ?? device.linkDomain) : null,
    peerToPeer: !withoutPeerToPeer.test(device.name),
    interNodeBytesPerSecond:
      full.interNodeBytesPerSecond ?? place?.interNodeBytesPerSecond ?? device.interNodeBytesPerSecond,
  };
}

function asMachine(machine: MachineLike): Machine {
  return "profile" in machine ? machine : { profile: machine, node: null, cluster: null };
}

function requireLinks(hardware: Hardware): void {
  const { count, perNode, device } = hardware;
  if (Math.min(count, perNode) > 1 && hardware.intraNodeBytesPerSecond === null) {
    const message = `the link between devices of ${device.id} is unknown, and ${count} devices need it`;
    fail(
      "link_unknown",
      "hardware.intraNodeBytesPerSecond",
      message,
      "give hardware.intraNodeBytesPerSecond",
    );
  }
  if (count > perNode && hardware.interNodeBytesPerSecond === null) {
    const message = `the network between nodes of ${device.id} is unknown, and ${count} devices of ${perNode} a node need it`;
    fail(
      "link_unknown",
      "hardware.interNodeBytesPerSecond",
      message,
      "give hardware.interNodeBytesPerSecond",
    );
  }
}
