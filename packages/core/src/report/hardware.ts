import type { Cluster, Figure, HardwareProfile, Machine } from "@wallclock/hardware/schema";
import { citedSources, figureCells, figureTable, figureText, sourceLines } from "./figures.ts";
import { formatBytes, formatCapacity, formatSi, formatUsd } from "./format.ts";
import { page } from "./page.ts";
import { type Fact, renderStrip } from "./strip.ts";
import { numberCell, type Row, type Table, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";
import { listing, paragraph } from "./wrap.ts";

type Entry = HardwareProfile | Cluster;

const isCluster = (entry: Entry): entry is Cluster => "devices_per_node" in entry;
const isDevice = (entry: Entry): entry is HardwareProfile => !isCluster(entry);

/**
 * `wallclock hardware`: devices, or clusters, as a list.
 *
 * @example
 * plainText(renderHardware([h100Sxm80gb], { width: 80 })).includes("h100-sxm-80gb") // => true
 */
export function renderHardware(entries: readonly Entry[], { width }: RenderOptions): Line[] {
  const clusters = entries.filter(isCluster);
  const devices = entries.filter(isDevice);
  const hint = clusters.length > 0 ? "wallclock hardware dgx-h100" : "wallclock hardware h100";
  return page(
    [
      devices.length > 0 ? renderTable(deviceTable(devices), width) : [],
      clusters.length > 0 ? renderTable(clusterTable(clusters), width) : [],
      paragraph("next", `${hint} shows one with its sources`, "focus", width),
    ],
    width,
  );
}

/**
 * `wallclock hardware ID`: what was asked for first, a cluster or a device, then the other; every figure with status and source.
 *
 * @example
 * plainText(renderMachine(machine, { width: 80 })).includes("dgx-h100") // => true
 */
export function renderMachine({ profile, node, cluster }: Machine, { width }: RenderOptions): Line[] {
  const host = cluster ?? node;
  const owners = host === null ? [profile] : [profile, host];
  const device = deviceSections(profile, width);
  const cited = citedSources(owners, { ...profile.sources, ...host?.sources });
  return page(
    [
      ...(cluster === null ? [] : [renderStrip(clusterFacts(cluster), width)]),
      ...(cluster === null ? [] : hostSections(cluster, width)),
      ...device,
      ...(cluster === null && node !== null ? hostSections(node, width) : []),
      sourceLines(cited, width),
    ],
    width,
  );
}

function deviceSections(profile: HardwareProfile, width: number): Line[][] {
  const about = [profile.id, profile.vendor, profile.architecture, profile.kind, profile.availability];
  return [
    renderStrip(deviceFacts(profile), width),
    listing("", about, "text", width),
    [
      heading(profile.name.toUpperCase(), "figures of one package", width),
      ...renderTable(figureTable(profile), width),
    ],
    profile.traps.flatMap((trap) => paragraph("trap", trap, "warn", width)),
  ];
}

function hostSections(host: Cluster, width: number): Line[][] {
  return [
    [heading(host.name.toUpperCase(), host.id, width), ...renderTable(figureTable(host), width)],
    host.notes.flatMap((note) => paragraph("note", note, "dim", width)),
  ];
}

function clusterFacts(cluster: Cluster): Fact[] {
  const { intra_node_link: link, inter_node_network: network } = cluster;
  return [
    { label: "NODE", value: `${figureText(cluster.devices_per_node)} devices`, detail: cluster.device },
    {
      label: "INSIDE",
      value: figureText(cluster.intra_node_bandwidth_per_device_per_direction),
      detail: link,
    },
    {
      label: "BETWEEN",
      value: figureText(cluster.inter_node_bandwidth_per_device_per_direction),
      detail: network,
    },
  ];
}

function deviceFacts(profile: HardwareProfile): Fact[] {
  const { memory, intra_node, price, tensor_peak_dense_flops: peaks } = profile;
  const peak = peaks.bf16.value === null ? peaks.fp16 : peaks.bf16;
  const name = peaks.bf16.value === null ? "FP16" : "BF16";
  return [
    { label: name, value: figureText(peak), detail: "dense peak" },
    { label: "MEMORY", value: formatCapacity(memory.capacity.value), detail: memory.type },
    { label: "BANDWIDTH", value: figureText(memory.bandwidth), detail: "of the memory" },
    { label: "LINK", value: figureText(intra_node.bandwidth_per_direction), detail: intra_node.kind },
    {
      label: "PRICE",
      value: formatUsd(price?.value ?? null),
      detail: price === null ? "" : "a package an hour",
    },
  ];
}

/**
 * Devices as a table, largest first as given.
 *
 * @example
 * tableCsv(deviceTable([h100Sxm80gb])).split("\n")[1] // => "h100-sxm-80gb,NVIDIA,2022,85899345920,3350000000000,989400000000000,1978900000000000,450000000000,3.99"
 */
export function deviceTable(profiles: readonly HardwareProfile[]): Table {
  const right = "right" as const;
  const rate = (figure: Figure, unit: string) =>
    numberCell(figure.value, (value) => (value === null ? "–" : formatSi(value, unit)));
  return {
    columns: [
      { title: "id", keep: true },
      { title: "vendor", spare: 3 },
      { title: "year", align: right, spare: 2 },
      { title: "memory", align: right },
      { title: "bandwidth", align: right },
      { title: "bf16 peak", align: right },
      { title: "fp8 peak", align: right, spare: 4 },
      { title: "link", align: right, spare: 1 },
      { title: "$/hour", align: right, spare: 5 },
    ],
    rows: profiles.map((profile) => ({
      cells: [
        textCell(profile.id, "accent"),
        textCell(profile.vendor),
        numberCell(profile.release_year.value, (value) => (value === null ? "–" : String(value)), "dim"),
        numberCell(profile.memory.capacity.value, (value) => (value === null ? "–" : formatBytes(value))),
        rate(profile.memory.bandwidth, "B/s"),
        rate(profile.tensor_peak_dense_flops.bf16, "FLOP/s"),
        rate(profile.tensor_peak_dense_flops.fp8, "FLOP/s"),
        rate(profile.intra_node.bandwidth_per_direction, "B/s"),
        numberCell(profile.price?.value ?? null, (value) => (value === null ? "–" : formatUsd(value))),
      ],
    })),
  };
}

/**
 * Clusters as a table.
 *
 * @example
 * tableCsv(clusterTable(clusters)).split("\n").length > clusters.length // => true
 */
export function clusterTable(clusters: readonly Cluster[]): Table {
  const right = "right" as const;
  const row = (cluster: Cluster): Row => ({
    cells: [
      textCell(cluster.id, "accent"),
      textCell(cluster.device),
      ...figureCells([
        cluster.devices_per_node,
        cluster.intra_node_bandwidth_per_device_per_direction,
        cluster.inter_node_bandwidth_per_device_per_direction,
      ]),
      textCell(cluster.inter_node_network, "dim"),
    ],
  });
  return {
    columns: [
      { title: "id", keep: true },
      { title: "device", keep: true },
      { title: "per node", align: right },
      { title: "inside", align: right },
      { title: "between", align: right },
      { title: "network", spare: 1 },
    ],
    rows: clusters.map(row),
  };
}
