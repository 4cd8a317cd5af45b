import { type Case, type EvidenceTable, trained, withPeak } from "./cases.ts";
import { leaveOneOut } from "./left-out.ts";
import { counted, listed, percent, signedPercent, table } from "./markdown.ts";
import { byGroup, distinct, type ErrorOf, macroMape, mean, median } from "./statistics.ts";

/** The tables that the page is made of; those that the repository does not have are null. */
export interface Tables {
  readonly evidence: EvidenceTable;
  readonly independent: EvidenceTable | null;
  readonly memory: EvidenceTable | null;
}

/** What is predicted of a run with a measured peak, over that peak, less 1. */
export const memoryError: ErrorOf = ({ compared }) => compared.memoryRelativeError ?? Number.NaN;

const stepError: ErrorOf = ({ compared }) => compared.relativeError ?? Number.NaN;

interface Row {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly errorOf: ErrorOf;
  readonly hasInterval: boolean;
}

/** The page's answer: one row a kind of evidence. */
export function headline({ evidence, independent, memory }: Tables): string {
  const forward = evidence.cases.filter(({ compared }) => compared.pass === "forward");
  const rows: Row[] = [
    {
      name: "step time, runs fitted on",
      cases: trained(evidence.cases),
      errorOf: stepError,
      hasInterval: true,
    },
    ...(independent === null
      ? []
      : [
          {
            name: "step time, runs not fitted on",
            cases: trained(independent.cases),
            errorOf: stepError,
            hasInterval: true,
          },
        ]),
    { name: "forward pass alone, fitted on", cases: forward, errorOf: stepError, hasInterval: true },
    ...(memory === null
      ? []
      : [
          {
            name: "peak memory, fitted on",
            cases: withPeak(memory.cases),
            errorOf: memoryError,
            hasInterval: false,
          },
        ]),
  ];
  const columns = [
    { title: "" },
    ...[
      "macro MAPE",
      "median error",
      "bias",
      "80 % interval holds",
      "its width",
      "runs",
      "devices",
      "sources",
    ].map((title) => ({ title, align: "right" as const })),
  ];
  return table(columns, rows.filter(({ cases }) => cases.length > 0).map(rowOf));
}

function rowOf({ name, cases, errorOf, hasInterval }: Row): string[] {
  return [
    name,
    percent(macroMape(cases, errorOf)),
    percent(median(cases.map((each) => Math.abs(errorOf(each))))),
    signedPercent(mean(byGroup(cases).map((group) => mean(group.map(errorOf)) ?? 0))),
    hasInterval ? percent(coverage(cases)) : "–",
    hasInterval ? widthText(cases) : "–",
    String(cases.length),
    String(distinct(cases, ({ resolved }) => resolved.hardware.device.id).length),
    String(distinct(cases, ({ source }) => source).length),
  ];
}

/** Share of measured times inside the 80 % interval, mean over groups. */
function coverage(cases: readonly Case[]): number | null {
  return mean(
    byGroup(cases).map((group) => mean(group.map(({ compared }) => (isInside(compared) ? 1 : 0))) ?? 0),
  );
}

function isInside({ measuredSeconds, predictedSeconds: { p10, p90 } }: Case["compared"]): boolean {
  return measuredSeconds !== null && measuredSeconds >= p10 && measuredSeconds <= p90;
}

function widthText(cases: readonly Case[]): string {
  const end = (which: "p10" | "p90") =>
    median(
      cases.map(({ compared: { predictedSeconds } }) => predictedSeconds[which] / predictedSeconds.p50 - 1),
    );
  const whole = (share: number | null) => signedPercent(share).replace(/\.\d/, "");
  return `${whole(end("p10"))} … ${whole(end("p90"))}`;
}

/** What the second table is not. */
const notOutOfSample =
  "The error on runs not fitted on is **not a clean test out of sample**: terms of the model (flash attention by generation, fp8's casts and half its energy, TPUs held at their peak, ZeRO-1's exchanges in buckets, all-to-alls once a node, Megatron with flash attention counted anew) were written with some of those rows in view. With one source left out of the fit the same model is off by " +
  `**${percent(leaveOneOut.training.source)}**, with one chip by **${percent(leaveOneOut.training.chip)}** ([below](#on-machines-sources-and-models-left-out-of-the-fit)).`;

/** The same in words, for those who read one sentence. */
export function answer({ evidence, independent, memory }: Tables): string {
  const fitted = trained(evidence.cases);
  const fittedOn = `**${percent(macroMape(fitted, stepError))}** on ${counted(fitted.length, "public run")} that its constants were fitted on`;
  const otherCases = independent === null ? [] : trained(independent.cases);
  const other =
    otherCases.length === 0
      ? []
      : [
          `**${percent(macroMape(otherCases, stepError))}** on ${counted(otherCases.length, "run")} that they were not fitted on`,
        ];
  const peaks = memory === null ? [] : withPeak(memory.cases);
  const peak =
    peaks.length === 0
      ? ""
      : ` Peak memory is off by **${percent(macroMape(peaks, memoryError))}** on ${counted(peaks.length, "measured peak")}, on which the constants of the allocator were fitted (\`tooling/fit/memory-constants.ts\`).`;
  const caution =
    otherCases.length === 0
      ? " A fit flatters itself: on a machine that nobody has measured, expect more; left-out figures are below."
      : ` ${notOutOfSample}`;
  return `A predicted training step is off by ${listed([fittedOn, ...other])} (mean over groups of runs).${peak}${caution}`;
}
