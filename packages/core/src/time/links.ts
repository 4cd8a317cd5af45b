import type { Hardware } from "../spec/resolved.ts";
import type { TimeConstants } from "./constants.ts";

/** Bytes a second that one rank of a ring sends, given how many of the ring's ranks share its node. */
export type RingRate = (ranks: number, ranksInNode: number) => number;

/**
 * The rate of a ring (M11). Inside a node: a device fabric (NVLink, xGMI, ICI), PCIe between devices that read each other,
 * or PCIe through the host's memory. PCIe is shared by the devices of the node. Across nodes: the slower of that
 * and the network cards of the ring's ranks in a node.
 *
 * @example
 * ringRate(eightH100, timeConstants)(8, 8) // => 395.1e9, 87.8 % of 450 GB/s
 */
export function ringRate(hardware: Hardware, constants: TimeConstants): RingRate {
  return (ranks, ranksInNode) => {
    if (ranks <= 1) return Number.POSITIVE_INFINITY;
    const inside = ranksInNode > 1 ? insideRate(hardware, ranksInNode, constants) : Number.POSITIVE_INFINITY;
    if (ranks <= ranksInNode) return inside;
    return Math.min(
      inside,
      constants.networkShare * (hardware.interNodeBytesPerSecond ?? Number.NaN) * ranksInNode,
    );
  };
}

/**
 * PCIe links that the memory of a host keeps busy at once. The form and the 4 had the least error on chips left out, of nine
 * tried; about two channels of memory for each (docs/log.md, 2026-11-23).
 */
const linksOfHostBridge = 4;

/** PCIe links between peers that the switches and sockets of a node keep busy at once. 8 fitted better than 16; nothing else was tried. */
const linksOfRootComplex = 8;

function insideRate(hardware: Hardware, ranksInNode: number, constants: TimeConstants): number {
  const { device, fabricDomain, intraNodeBytesPerSecond: link } = hardware;
  if (link === null) return Number.NaN;
  const bridged = !hardware.intraNodeIsHostLink && (fabricDomain === null || ranksInNode <= fabricDomain);
  if (bridged) return constants.fabricShare * link;
  const pcie = hardware.intraNodeIsHostLink ? link : (device.hostLinkBytesPerSecond ?? link);
  const sharing = Math.max(2, Math.min(hardware.count, hardware.perNode));
  if (!hardware.peerToPeer) {
    // Into host memory and out of it: over the own link, and through a bridge that all devices of the node share.
    return (constants.hostBridgeShare * pcie) / (1 + sharing / linksOfHostBridge);
  }
  // A fabric that joins only some of the node: as many rings pass on as a pair of its devices can enter and leave by.
  const rings = hardware.intraNodeIsHostLink ? 1 : Math.max(1, (fabricDomain ?? 1) / 2);
  return (constants.peerShare * rings * pcie) / (1 + sharing / linksOfRootComplex);
}
