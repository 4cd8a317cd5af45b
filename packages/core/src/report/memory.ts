import type { Estimate } from "../estimate/types.ts";
import type { Scenario } from "../spec/scenario.ts";
import { type Bar, renderBars } from "./bars.ts";
import { fitFact } from "./estimate-facts.ts";
import { formatBytes, formatBytesOf, formatPercent } from "./format.ts";
import { partLabel } from "./names.ts";
import { noteLines } from "./notes.ts";
import { page } from "./page.ts";
import { remedyForMemory } from "./remedy.ts";
import { type Fact, renderStrip } from "./strip.ts";
import { numberCell, type Table, textCell } from "./table.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";
import { paragraph } from "./wrap.ts";

export interface MemoryOptions extends RenderOptions {
  /** What was asked: tells what can still be tried. */
  readonly scenario?: Scenario;
}

/**
 * `31.2 of 80 GiB`, or that nobody knows how much there is.
 *
 * @example
 * memoryRemark(reply) // => "6.94 of 80 GiB"
 */
export function memoryRemark({ memory: { bytesPerDevice, capacityBytes } }: Estimate): string {
  if (capacityBytes === null) return `${formatBytes(bytesPerDevice)}, capacity unknown`;
  const excess = bytesPerDevice - capacityBytes;
  const tail = excess > 0 ? `, ${formatBytes(excess)} too much` : "";
  return `${formatBytesOf(bytesPerDevice, capacityBytes)}${tail}`;
}

/**
 * What fills a device, largest first, and what is left; a full bar is all there is, or the largest part where that is unknown.
 *
 * @example
 * textOf(memoryBars(reply, { width: 60 })[0]).trim().split(/ {2,}/)[0] // => "activations"
 */
export function memoryBars({ memory }: Estimate, options: RenderOptions): Line[] {
  const { bytesPerDevice, capacityBytes } = memory;
  const over = capacityBytes !== null && bytesPerDevice > capacityBytes;
  const role = over ? ("bad" as const) : ("series2" as const);
  const bars: Bar[] = memory.parts
    .filter((part) => part.bytes > 0)
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ name, bytes }) => ({ label: partLabel(name), value: bytes, text: formatBytes(bytes), role }));
  if (capacityBytes === null) return renderBars(bars, { ...options, whole: bytesPerDevice });
  const free = capacityBytes - bytesPerDevice;
  if (free > 0) bars.push({ label: "free", value: free, text: formatBytes(free), role: "dim", hollow: true });
  return renderBars(bars, {
    ...options,
    whole: capacityBytes,
    full: Math.max(capacityBytes, bytesPerDevice),
  });
}

/**
 * `wallclock memory`: whether the run fits, what fills a device, and what would make room.
 *
 * @example
 * plainText(renderMemory(reply, { width: 80, scenario })).includes("activations") // => true
 */
export function renderMemory(estimate: Estimate, options: MemoryOptions): Line[] {
  const { width, scenario } = options;
  const notes = estimate.notes.filter((note) =>
    /memory|capacity|fit/.test(`${note.code} ${note.path ?? ""}`),
  );
  const advice =
    estimate.memory.fits === false
      ? paragraph("next", remedyForMemory(estimate, scenario), "focus", width)
      : [];
  const sections = [
    renderStrip([fitFact(estimate), ...largest(estimate)], width),
    [heading("MEMORY OF A DEVICE", memoryRemark(estimate), width), ...memoryBars(estimate, options)],
    noteLines(notes, width),
    advice,
  ];
  return page(sections, width);
}

/** The part that fills a device most. */
function largest({ memory }: Estimate): Fact[] {
  const [part] = [...memory.parts].sort((a, b) => b.bytes - a.bytes);
  if (part === undefined) return [];
  const share = memory.bytesPerDevice > 0 ? formatPercent(part.bytes / memory.bytesPerDevice) : "0%";
  return [{ label: "LARGEST", value: partLabel(part.name), detail: `${formatBytes(part.bytes)}, ${share}` }];
}

/**
 * The parts of a device's memory as a table.
 *
 * @example
 * tableCsv(memoryTable(reply)).split("\n")[0] // => "part,bytes"
 */
export function memoryTable({ memory }: Estimate): Table {
  const columns = [{ title: "part" }, { title: "bytes", align: "right" as const }];
  const rows = memory.parts.map(({ name, bytes }) => ({
    cells: [textCell(name), numberCell(bytes, formatBytes)],
  }));
  const total = {
    kind: "total" as const,
    cells: [textCell("total"), numberCell(memory.bytesPerDevice, formatBytes)],
  };
  return { columns, rows: [...rows, total] };
}
