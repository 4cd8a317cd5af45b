import {
  type DeviceFacts,
  type HardwareProfile,
  type Machine,
  type NodeFacts,
  perVisibleDevice,
  perVisibleNode,
} from "@wallclock/hardware/schema";
import { fail } from "../errors/issue.ts";
import { type Assume, assumptionsIn } from "./assume.ts";
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
  const { assumed, assume } = assumptionsIn<keyof HardwareFull>("hardware");
  const id = cluster?.id ?? profile.id;
  if (query.name !== null && query.name.toLowerCase() !== id) {
    assumed.push({ path: typeof ref === "string" ? "hardware" : "hardware.device", value: id });
  }
  const perNode = full.perNode ?? assume("perNode", usualPerNode(place, device));
  const nodes = cluster !== null && typeof ref === "string" ? perNode : 1;
  const count = query.count === null ? assume("count", nodes) : query.count * nodes;
  const links = resolveLinks(full, device, place);
  if (full.intraNodeBytesPerSecond == null && Math.min(count, perNode) > 1) {
    assume("intraNodeBytesPerSecond", links.intraNodeBytesPerSecond);
  }
  if (full.interNodeBytesPerSecond == null && count > perNode) {
    assume("interNodeBytesPerSecond", links.interNodeBytesPerSecond);
  }
  const price = full.usdPerDeviceHour === undefined ? usualPrice(device, assume) : full.usdPerDeviceHour;
  const hostYear = full.hostYear ?? usualHostYear(device, assume);
  const hardware: Hardware = { device, count, perNode, ...links, hostYear, usdPerDeviceHour: price };
  requireLinks(hardware);
  requireBandwidth(hardware);
  return { hardware, assumed };
}

function usualPrice(device: DeviceFacts, assume: Assume<keyof HardwareFull>): number | null {
  return device.usdPerHour === null ? null : assume("usdPerDeviceHour", device.usdPerHour);
}

/** Hosts are bought with their devices: a CPU of the year of the device, as in the runs the model was fitted on. */
function usualHostYear(device: DeviceFacts, assume: Assume<keyof HardwareFull>): number | null {
  return device.releaseYear === null ? null : assume("hostYear", device.releaseYear);
}

/** The devices the fast fabric joins: a node, or a whole rack or pod where the fabric spans it. */
function usualPerNode(place: NodeFacts | null, device: DeviceFacts): number {
  if (place === null) return Math.max(device.linkDomain ?? usualDevicesPerNode, usualDevicesPerNode);
  return Math.max(place.devicesPerNode ?? 1, place.linkDomain ?? 1);
}

type Links = Omit<Hardware, "device" | "count" | "perNode" | "hostYear" | "usdPerDeviceHour">;

/** Product lines whose drivers refuse peer-to-peer copies over PCIe. */
const withoutPeerToPeer = /geforce|radeon|\barc\b/i;

function resolveLinks(full: Partial<HardwareFull>, device: DeviceFacts, place: NodeFacts | null): Links {
  const fabric = place?.linkBytesPerSecond ?? device.linkBytesPerSecond;
  const kind = place?.linkKind ?? device.linkKind;
  return {
    intraNodeBytesPerSecond: full.intraNodeBytesPerSecond ?? fabric ?? device.hostLinkBytesPerSecond,
    // A rate that the scenario gives for a device without a known link is a fabric's; a known PCIe link stays one.
    intraNodeIsHostLink: fabric === null ? full.intraNodeBytesPerSecond == null : /pcie/i.test(kind),
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

function requireBandwidth({ device }: Hardware): void {
  if (device.memoryBytesPerSecond !== null) return;
  const message = `the memory bandwidth of ${device.id} is unknown: no time can be predicted without it`;
  fail(
    "bandwidth_unknown",
    "hardware.device.memory.bandwidth",
    message,
    "give memory.bandwidth in the profile",
  );
}
