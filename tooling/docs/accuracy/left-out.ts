import { percent, table } from "./markdown.ts";

/** Where figures come from that this page does not make: their runs are too many to ship. */
interface Provenance {
  readonly command: string;
  /** The day it was run. */
  readonly date: string;
}

/** Macro MAPE, fractions. */
interface Held {
  readonly inSample: number;
  readonly chip: number;
  readonly source: number;
  readonly architecture: number;
}

/** The errors of runs that the constants were refitted without. */
export const leaveOneOut: Provenance & {
  readonly runs: number;
  readonly training: Held;
  readonly forward: Held;
} = {
  command: "pnpm fit:time RUNS.jsonl",
  date: "2026-11-23",
  runs: 864,
  training: { inSample: 0.091, chip: 0.102, source: 0.106, architecture: 0.099 },
  forward: { inSample: 0.109, chip: 0.129, source: 0.134, architecture: 0.125 },
};

/** The errors of a group's other runs once so many of its runs have calibrated; null where it was not tried. */
interface Calibrated {
  readonly groups: number;
  readonly fewestRuns: number;
  readonly choice: "at random" | "as `measureNext` picks them";
  readonly errors: readonly (number | null)[];
}

/** Calibration by its own runs, of models whose constants were fitted without the group's source. */
export const calibration: Provenance & {
  readonly counts: readonly number[];
  readonly draws: number;
  readonly rows: readonly Calibrated[];
} = {
  command: "node tooling/fit/calibration.ts RUNS.jsonl",
  date: "2026-11-23",
  counts: [0, 1, 2, 3, 5, 10],
  draws: 20,
  rows: [
    {
      groups: 18,
      fewestRuns: 12,
      choice: "at random",
      errors: [0.126, 0.113, 0.093, 0.093, 0.085, 0.072],
    },
    { groups: 47, fewestRuns: 6, choice: "at random", errors: [0.111, 0.096, 0.085, 0.08, 0.072, null] },
    {
      groups: 47,
      fewestRuns: 6,
      choice: "as `measureNext` picks them",
      errors: [null, null, 0.079, 0.072, 0.061, null],
    },
  ],
};

const right = "right" as const;

/** What the model is off by where the fit did not have the chip, the source or the architecture. */
export function leftOutSection(shipped: number): string {
  const { command, date, runs, training, forward } = leaveOneOut;
  const row = (name: string, { inSample, chip, source, architecture }: Held) => [
    name,
    ...[inSample, chip, source, architecture].map(percent),
  ];
  const columns = ["in sample", "one chip left out", "one source", "one architecture family"];
  return [
    `Macro MAPE with the constants refitted without what is predicted: the runs of one chip, one source or one family of architectures at a time. Of the ${runs} public runs that the constants are fitted on \`validation/evidence.csv\` holds ${shipped}, so *in sample* is not the figure above. The form of the model was chosen with all of these runs in view.`,
    table(
      [{ title: "" }, ...columns.map((title) => ({ title, align: right }))],
      [row("training passes", training), row("forward passes", forward)],
    ),
    provenance({ command, date }),
  ].join("\n\n");
}

/** What calibration with a machine's own runs leaves. */
export function ownRunsSection(): string {
  const { command, date, counts, draws, rows } = calibration;
  return [
    `Macro MAPE of a group's other runs after \`wallclock calibrate\` with k of them (mean of ${draws} draws where they are drawn at random); the constants are fitted without the group's source. The widths of the calibration were tuned on the same groups, so these figures are somewhat optimistic.`,
    table(
      [
        { title: "groups" },
        { title: "runs" },
        ...counts.map((count) => ({ title: `k = ${count}`, align: right })),
      ],
      rows.map(({ groups, fewestRuns, choice, errors }) => [
        `${groups} of at least ${fewestRuns} runs`,
        choice,
        ...errors.map(percent),
      ]),
    ),
    provenance({ command, date }),
  ].join("\n\n");
}

function provenance({ command, date }: Provenance): string {
  return `Figures of ${date}, from \`${command}\`; its runs are not shipped and a test cannot renew them.`;
}
