import type { Case, TableName } from "./cases.ts";
import { byGroup, groupedBy, mean } from "./statistics.ts";
import { type Picture, theme } from "./svg.ts";

const kinds: Readonly<Record<TableName, string>> = {
  evidence: "fitted on",
  independent: "not fitted on",
  memory: "memory",
};

/** Devices by maker and generation; the rest of a maker's are named after the maker. */
const generations: readonly (readonly [name: string, architecture: RegExp])[] = [
  ["NVIDIA to Turing", /pascal|volta|turing/i],
  ["NVIDIA Ampere", /ampere/i],
  ["NVIDIA Ada, Hopper", /ada|hopper/i],
  ["NVIDIA Blackwell", /blackwell/i],
];
const otherMakers = "other makers";

/** What the colour of a run's device stands for. */
function generationOf({ resolved: { hardware } }: Case): string {
  const { vendor, architecture } = hardware.device;
  const known = generations.find(([, pattern]) => pattern.test(architecture));
  return vendor === "NVIDIA" && known !== undefined ? known[0] : otherMakers;
}

const count = (cases: readonly Case[]) => `${cases.length} run${cases.length === 1 ? "" : "s"}`;

const twoDigits = (value: number) => String(Number(value.toPrecision(2)));

/** Measured against predicted step seconds, both logarithmic, with a band of ±20 %. */
export function scatter(cases: readonly Case[]): Picture {
  const points = cases.map((each) => ({
    measured: each.compared.measuredSeconds,
    predicted: each.compared.predictedSeconds.p50,
    device: generationOf(each),
    kind: kinds[each.table],
  }));
  const values = points.flatMap(({ measured, predicted }) => [measured ?? predicted, predicted]);
  const domain = [Math.min(...values) / 1.3, Math.max(...values) * 1.3];
  const names = [...generations.map(([name]) => name), otherMakers].filter((name) =>
    points.some(({ device }) => device === name),
  );
  const shown = [...new Set(points.map(({ kind }) => kind))];
  const inside = cases.filter(({ compared }) => Math.abs(compared.relativeError ?? 1) <= 0.2).length;
  const decades = Array.from({ length: 25 }, (_, index) => 10 ** (index - 12));
  const axis = { grid: true, values: decades, format: "~r", tickSize: 4 };
  const band = domain.map((x) => ({ x, low: 0.8 * x, high: 1.2 * x }));
  const scale = { type: "log", domain, nice: false } as const;
  return {
    title: "Predicted against measured step time",
    description: `${count(cases)}, both axes logarithmic, in seconds from ${twoDigits(Math.min(...values))} to ${twoDigits(Math.max(...values))}. ${inside} lie in the band of 20 per cent about the line where both are equal.`,
    spec: {
      title: {
        text: "Predicted against measured step time",
        subtitle: `${count(cases)}; the band is ±20 %, ${inside} lie in it`,
      },
      width: 520,
      height: 520,
      layer: [
        {
          data: { values: band },
          mark: { type: "area", color: theme.band, clip: true },
          encoding: {
            x: { field: "x", type: "quantitative", scale },
            y: { field: "low", type: "quantitative", scale },
            y2: { field: "high" },
          },
        },
        {
          data: { values: band },
          mark: { type: "line", color: theme.dim, strokeWidth: 1, clip: true },
          encoding: { x: { field: "x", type: "quantitative" }, y: { field: "x", type: "quantitative" } },
        },
        {
          data: { values: points },
          mark: { type: "point", filled: true, size: 42, opacity: 0.85 },
          encoding: {
            x: { field: "measured", type: "quantitative", scale, title: "measured seconds a step", axis },
            y: { field: "predicted", type: "quantitative", scale, title: "predicted seconds a step", axis },
            color: {
              field: "device",
              type: "nominal",
              title: "device",
              scale: { domain: names, range: theme.series.slice(0, names.length) },
            },
            shape: {
              field: "kind",
              type: "nominal",
              title: "constants",
              scale: { domain: shown, range: ["circle", "triangle-up"].slice(0, shown.length) },
              legend: { symbolFillColor: theme.text, symbolStrokeColor: theme.text },
            },
          },
        },
      ],
    },
  };
}

const signedLabel = "datum.value > 0 ? '+' + datum.label : datum.label";
const rowHeader = { labelOrient: "top", labelAnchor: "start", labelPadding: 4 } as const;
const binWidth = 0.05;
const binEdge = 0.6;

/** How many runs are how far off, in bins of five points; what is beyond the ends stands in the last bin. */
export function histogram(cases: readonly Case[]): Picture {
  const last = Math.round(binEdge / binWidth) - 1;
  const bins = new Map<string, { kind: string; low: number; high: number; runs: number }>();
  for (const each of cases) {
    const error = each.compared.relativeError ?? 0;
    const bin = Math.min(last, Math.max(-last - 1, Math.floor(error / binWidth)));
    const kind = kinds[each.table];
    const known = bins.get(`${kind} ${bin}`);
    const runs = (known?.runs ?? 0) + 1;
    bins.set(`${kind} ${bin}`, { kind, low: 100 * bin * binWidth, high: 100 * (bin + 1) * binWidth, runs });
  }
  const shown = [...new Set(cases.map(({ table }) => kinds[table]))];
  const slow = cases.filter(({ compared }) => (compared.relativeError ?? 0) > 0).length;
  return {
    title: "How far off single runs are",
    description: `${count(cases)} in bins of five points of relative error; ${slow} are predicted too slow, ${cases.length - slow} too fast.`,
    spec: {
      title: {
        text: "How far off single runs are",
        subtitle: `${count(cases)}; ${slow} predicted too slow, ${cases.length - slow} too fast; the last bins hold all beyond`,
      },
      width: 520,
      height: shown.length > 1 ? 120 : 220,
      data: { values: [...bins.values()].sort((a, b) => a.low - b.low) },
      mark: { type: "bar", binSpacing: 1 },
      encoding: {
        x: {
          field: "low",
          type: "quantitative",
          bin: { binned: true, step: 100 * binWidth },
          title: "predicted over measured, less 1 [%]",
          scale: { domain: [-100 * binEdge, 100 * binEdge], nice: false },
          axis: { grid: false, values: [-60, -40, -20, 0, 20, 40, 60], labelExpr: signedLabel },
        },
        x2: { field: "high" },
        y: { field: "runs", type: "quantitative", title: "runs", axis: { grid: true, tickCount: 4 } },
        color: {
          field: "kind",
          type: "nominal",
          legend: null,
          scale: { domain: shown, range: theme.series.slice(0, shown.length) },
        },
        ...(shown.length > 1
          ? {
              row: {
                field: "kind",
                type: "nominal" as const,
                title: null,
                sort: shown,
                spacing: 8,
                header: rowHeader,
              },
            }
          : {}),
      },
    },
  };
}

/** 2 Φ(z) − 1, to 1.5e-7: Abramowitz & Stegun 7.1.26. */
function normalShare(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  return 1 - series.reduce((sum, coefficient) => sum * t + coefficient, 0) * t * Math.exp(-x * x);
}

/** The 90th percentile of a standard normal: where an 80 % interval ends. */
const normal90 = 1.2815515655;

/** The smallest interval that still holds a run, as the share of runs that it should hold. */
export function levelOf({ compared: { measuredSeconds, predictedSeconds } }: Case): number {
  const { p50, p90 } = predictedSeconds;
  return normalShare((normal90 * Math.log((measuredSeconds ?? p50) / p50)) / Math.log(p90 / p50));
}

/** How many measured times intervals of each width hold, against how many they should; groups count alike. */
export function calibrationChart(cases: readonly Case[]): Picture {
  const tables = groupedBy(cases, ({ table }) => table);
  const levels = Array.from({ length: 20 }, (_, index) => 5 * (index + 1));
  const points = tables.flatMap(([table, members]) =>
    levels.map((level) => ({ kind: kinds[table], level, held: 100 * heldShare(members, level / 100) })),
  );
  const shown = tables.map(([table]) => kinds[table]);
  const at80 = points
    .filter(({ level }) => level === 80)
    .map(({ kind, held }) => `${held.toFixed(0)} % (${kind})`);
  const axis = { grid: true, values: [0, 20, 40, 60, 80, 100], format: "d" };
  const scale = { domain: [0, 100] };
  return {
    title: "How often intervals hold",
    description: `Share of runs inside intervals of each nominal share. Those of 80 % hold ${at80.join(", ")}.`,
    spec: {
      title: {
        text: "How often intervals hold",
        subtitle: `80 % intervals hold ${at80.join(", ")}; above the line they are wider than need be`,
      },
      width: 320,
      height: 320,
      layer: [
        {
          data: { values: [{ level: 0 }, { level: 100 }] },
          mark: { type: "line", color: theme.dim, strokeWidth: 1 },
          encoding: {
            x: { field: "level", type: "quantitative", scale },
            y: { field: "level", type: "quantitative", scale },
          },
        },
        {
          data: { values: [...shown.map((kind) => ({ kind, level: 0, held: 0 })), ...points] },
          mark: { type: "line", strokeWidth: 2.5 },
          encoding: {
            x: { field: "level", type: "quantitative", scale, axis, title: "should hold [% of runs]" },
            y: { field: "held", type: "quantitative", scale, axis, title: "hold [% of runs]" },
            color: {
              field: "kind",
              type: "nominal",
              title: "constants",
              scale: { domain: shown, range: theme.series.slice(0, shown.length) },
            },
          },
        },
      ],
    },
  };
}

function heldShare(cases: readonly Case[], level: number): number {
  return (
    mean(byGroup(cases).map((group) => mean(group.map((each) => (levelOf(each) <= level ? 1 : 0))) ?? 0)) ?? 0
  );
}
