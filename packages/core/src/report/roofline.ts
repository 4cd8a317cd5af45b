import type { LedgerReply } from "../ledger/reply.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { Chart, Mark } from "./chart.ts";
import { formatSi } from "./format.ts";
import { type Table, textCell } from "./table.ts";

type Ops = LedgerReply["ops"];

/** Operations that are marked at most, those with the most FLOPs first. */
const mostMarks = 12;

/**
 * The roofline of a device with the operations of a ledger under it: at FLOPs a byte I, no operation runs faster than
 * min(peak, I x bytes a second). Dots lie on that roof, not at measured speeds: the model's own times are of parts, not
 * of operations. Null where the device's peak or bandwidth is not known.
 *
 * Units: FLOP a byte, FLOP/s. Source: Williams et al. 2009, doi 10.1145/1498765.1498785. Other convention: bytes here
 * are all that an operation reads and writes, as if no cache kept any between operations.
 *
 * @example
 * rooflineChart(ledgerOf(scenario, machine).ops, resolved).x.label // => "FLOP a byte"
 */
export function rooflineChart(ops: Ops, resolved: Resolved): Chart | null {
  const limits = limitsOf(resolved);
  if (limits === null) return null;
  const { peak, bandwidth, roof } = limits;
  const dots = dotsOf(ops);
  const ridge = peak / bandwidth;
  const all = [...dots.map(({ intensity }) => intensity), ridge];
  const [low, high] = [Math.min(...all) / 2, Math.max(...all) * 4];
  return {
    x: { kind: "log", label: "FLOP a byte" },
    y: { kind: "log", label: "FLOP/s", format: (value) => formatSi(value, "").trim().replace(" ", "") },
    series: [{ name: "roof", points: [low, ridge, high].map((each) => [each, roof(each)] as const) }],
    marks: dots.map(
      ({ intensity, name }, index): Mark => ({
        x: intensity,
        y: roof(intensity),
        glyph: intensity < ridge ? "○" : "●",
        role: intensity < ridge ? "series2" : "series1",
        ...(index < 3 ? { label: name } : {}),
      }),
    ),
  };
}

interface Limits {
  readonly peak: number;
  readonly bandwidth: number;
  /** FLOP/s at most, at so many FLOPs a byte. */
  readonly roof: (intensity: number) => number;
}

function limitsOf({ hardware, training }: Resolved): Limits | null {
  const peak = hardware.device.matmulFlopPerSecond[training.precision].value;
  const bandwidth = hardware.device.memoryBytesPerSecond;
  if (peak === null || bandwidth === null) return null;
  return { peak, bandwidth, roof: (intensity) => Math.min(peak, intensity * bandwidth) };
}

/**
 * The dots of the chart as rows; null where there is none.
 *
 * @example
 * tableCsv(rooflineTable(ledgerOf(scenario, machine).ops, resolved)).split("\n")[0] // => "operation,FLOP a byte,FLOP/s at most,bound"
 */
export function rooflineTable(ops: Ops, resolved: Resolved): Table | null {
  const limits = limitsOf(resolved);
  if (limits === null) return null;
  const { peak, bandwidth, roof } = limits;
  const right = "right" as const;
  return {
    columns: [
      { title: "operation" },
      { title: "FLOP a byte", align: right },
      { title: "FLOP/s at most", align: right },
      { title: "bound" },
    ],
    rows: dotsOf(ops).map(({ name, intensity }) => ({
      cells: [
        textCell(name),
        { text: intensity.toPrecision(3), value: intensity },
        { text: formatSi(roof(intensity), "FLOP/s"), value: roof(intensity) },
        textCell(intensity < peak / bandwidth ? "memory" : "compute"),
      ],
    })),
  };
}

/** The operations with the most FLOPs, each name once. */
function dotsOf(ops: Ops): { readonly name: string; readonly intensity: number }[] {
  const sums = new Map<string, { flop: number; bytes: number }>();
  for (const { name, flop, bytes } of ops) {
    const sum = sums.get(name) ?? { flop: 0, bytes: 0 };
    sums.set(name, { flop: sum.flop + flop, bytes: sum.bytes + bytes });
  }
  return [...sums]
    .filter(([, { flop, bytes }]) => flop > 0 && bytes > 0)
    .sort(([, a], [, b]) => b.flop - a.flop)
    .slice(0, mostMarks)
    .map(([name, { flop, bytes }]) => ({ name, intensity: flop / bytes }));
}
