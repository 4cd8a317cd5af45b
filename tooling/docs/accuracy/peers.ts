import { type Case, trained } from "./cases.ts";
import { listed, percent, table } from "./markdown.ts";
import { distinct, mean } from "./statistics.ts";

/** Other estimators, as they were run. Figures of one day: they are facts of the past and are not regenerated. */
const peers = [
  { name: "6 N D", how: "6 × parameters × tokens over 0.4 of the peak, by hand" },
  { name: "llm-analysis", how: "cli99/llm-analysis d841e40 (2024-11-13), default efficiencies (1.0)" },
  {
    name: "… 0.5/0.9",
    how: "the same, with what its README suggests: 0.5 of the FLOPs, 0.9 of the memory rate",
  },
  { name: "… FLOPs", how: "the same, 0.5 of the FLOPs and no memory time" },
  { name: "Calculon", how: "calculon-ai/calculon caa4b11 (2024-02-22), its shipped system files; no FSDP" },
  {
    name: "ftune",
    how: "ftune e8c7dee (2026-04-09), on the cases that it accepts (their number in brackets where fewer)",
  },
  { name: "cookbook", how: "EleutherAI/cookbook 827ee3b (2026-03-15), FLOPs at 0.4 of the peak" },
] as const;

/** One source of measured runs: how many, each peer's MAPE in percent (null: it cannot do them), and our groups of it. */
interface PeerRow {
  readonly source: string;
  readonly runs: number;
  readonly errors: readonly (number | null)[];
  readonly limited?: readonly [peer: number, runs: number];
  readonly ours: (each: Case) => boolean;
}

const from = (name: string, device: RegExp) => (each: Case) =>
  each.source === name && device.test(each.resolved.hardware.device.id);

/** Measured 2026-11-23 on one two-core machine. */
const rows: readonly PeerRow[] = [
  {
    source: "Korthikanti 2022, table 5, A100",
    runs: 8,
    errors: [17.9, 32.1, 25.1, 11.4, 3.7, null, 29.3],
    ours: from("calculon-ai/calculon", /^a100/),
  },
  {
    source: "Megatron 2021, A100",
    runs: 10,
    errors: [16.1, 86.9, 76.7, 7.9, 8.3, 5.4, 16.0],
    limited: [5, 1],
    ours: () => false,
  },
  {
    source: "Narayanan 2021, table 2, A100",
    runs: 12,
    errors: [26.6, 79.2, 70.7, 22.8, 14.7, 37.6, 29.9],
    limited: [5, 6],
    ours: () => false,
  },
  {
    source: "MT-NLG 530B, A100",
    runs: 3,
    errors: [29.1, 66.1, 75.8, 23.1, 29.7, null, 4.5],
    ours: from("cli99/llm-analysis", /^a100/),
  },
  {
    source: "Megatron's README, H100",
    runs: 9,
    errors: [8.0, 78.4, 71.2, 9.4, 26.9, 24.4, 11.9],
    limited: [5, 1],
    ours: from("NVIDIA/Megatron-LM", /^h100/),
  },
  {
    source: "llm-foundry, H100, FSDP",
    runs: 70,
    errors: [21.3, 54.7, 16.5, 17.3, 43.0, 66.2, 15.8],
    ours: from("mosaicml/llm-foundry", /^h100/),
  },
  {
    source: "llm-foundry, A100, FSDP",
    runs: 139,
    errors: [28.3, 42.1, 18.6, 18.3, 60.9, 91.5, 39.0],
    ours: from("mosaicml/llm-foundry", /^a100/),
  },
  {
    source: "torchtitan, H100",
    runs: 8,
    errors: [31.9, 25.4, 98.9, 26.7, null, 42.3, 13.6],
    limited: [5, 4],
    ours: from("pytorch/torchtitan", /^h100/),
  },
  {
    source: "vTrain, many nodes of A100",
    runs: 109,
    errors: [32.3, 49.2, 17.0, 21.9, 12.9, 10.2, 17.5],
    limited: [5, 3],
    ours: from("VIA-Research/vTrain", /^a100/),
  },
];

/** What other estimators are off by, source by source, and what we are on the runs of the same source that are shipped. */
export function peerSection(cases: readonly Case[]): string {
  const runs = trained(cases);
  const right = "right" as const;
  const body = rows.map((row) => [
    `${row.source} (${row.runs})`,
    ...row.errors.map((error, index) => errorText(row, error, index)),
    oursText(runs.filter(row.ours)),
  ]);
  const held = rows.filter(({ ours }) => runs.some(ours));
  const columns = [
    { title: "source (cases)" },
    ...peers.map(({ name }) => ({ title: name, align: right })),
    { title: "wallclock (runs shipped)", align: right },
  ];
  const mine = mean(held.flatMap(({ ours }) => mapeOf(runs.filter(ours)) ?? []));
  const means = [
    ["mean of all sources", ...meansOf(rows), "–"],
    [`mean of the ${held.length} with runs here`, ...meansOf(held), percentNumber(mine)],
  ];
  return [
    [
      "Step-time MAPE in percent, measured on 2026-11-23. Each was run as its own documentation says, with its documented defaults; a dash is a case that it cannot do.",
      "Ours are the runs of the same sources that `validation/` holds, a few of each: *fitted on* where our constants were fitted on them, *not fitted on* where they were not.",
      "The cases are therefore not the same ones. Calculon's own validation set is the first row.",
    ].join("\n"),
    table(columns, [...body, ...means]),
    peers.map(({ name, how }) => `- *${name.replace("… ", "llm-analysis, ")}*: ${how}`).join("\n"),
  ].join("\n\n");
}

/** Each peer's mean over the sources that it can do. */
function meansOf(sources: readonly PeerRow[]): string[] {
  return peers.map((_, index) => {
    const value = mean(sources.flatMap(({ errors }) => errors[index] ?? []));
    return value === null ? "–" : value.toFixed(1);
  });
}

function errorText({ limited, runs }: PeerRow, error: number | null, index: number): string {
  if (error === null) return "–";
  const fewer = limited?.[0] === index && limited[1] < runs ? ` (${limited[1]})` : "";
  return `${error.toFixed(1)}${fewer}`;
}

function mapeOf(cases: readonly Case[]): number | null {
  return mean(cases.map(({ compared }) => Math.abs(compared.relativeError ?? Number.NaN)));
}

function percentNumber(share: number | null): string {
  return percent(share).replace(" %", "");
}

function oursText(cases: readonly Case[]): string {
  if (cases.length === 0) return "–";
  const tables = distinct(cases, ({ table: name }) => (name === "evidence" ? "fitted on" : "not fitted on"));
  return `${percentNumber(mapeOf(cases))} (${cases.length}, ${listed(tables)})`;
}
