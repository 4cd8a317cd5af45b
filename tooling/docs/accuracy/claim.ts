import { fitOne, modelSeconds, type Shares, simpleSeconds } from "./baselines.ts";
import { type Case, trained } from "./cases.ts";
import { counted, listed, percent, table } from "./markdown.ts";
import { byGroup, groupedBy, macroMape, timeError } from "./statistics.ts";

/** Runs of one kind, and what each form is off by on them. */
interface Cell {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly flopOnly: number;
  readonly copiesOnly: number;
  readonly sum: number;
  readonly model: number;
  /** With a constant fitted on this kind alone, in place of one for everything. */
  readonly own: { readonly flopOnly: number; readonly copiesOnly: number };
}

/** Kinds of fewer runs or groups are shown, but nothing is said of them. */
const fewestRuns = 5;
const fewestGroups = 2;

/** FLOPs, copies, their sum and the model on the same runs, whole and by kind. */
export function claimSection(cases: readonly Case[], shares: Shares, title: string): string {
  const runs = trained(cases);
  const whole = cellOf(title, runs, shares);
  const kinds = splitBy(runs, shares, kindOf);
  const scales = splitBy(runs, shares, scaleOf);
  return [
    cellTable([whole]),
    verdict(whole, kinds),
    "By precision and kernel class (`unfused` hand-written modules, `library` eager library kernels, `megatron` its fused kernels, `compiled` torch.compile or hand-fused):",
    cellTable(kinds),
    "By size of the machine:",
    cellTable(scales),
    scaleVerdict(scales),
  ].join("\n\n");
}

/** What the constants of the simple forms are and how they came about. */
export function constantsText({ flopOnly, copiesOnly, sum }: Shares): string {
  const share = (value: number) => value.toFixed(3);
  return [
    "*Time Matters* (arXiv 2406.18922) says that copies predict time better than FLOPs. `F` FLOPs and `B` bytes of the exact ledger for a device, `P` its peak, `W` its",
    `memory bandwidth: *FLOPs only* is \`F/(${share(flopOnly)}·P)\`, *copies only* \`B/(${share(copiesOnly)}·W)\`, *sum* \`F/(${share(sum.flop)}·P)+B/(${share(sum.copies)}·W)\`.`,
    "These constants are fitted once, here, on all training runs of `validation/evidence.csv`, by least |log error| with every group counting as one; other tables",
    "use the same. *Own constant* fits one constant for each row of a table instead, on that row's own runs, as the paper's regressions do for one setting. Errors are",
    "macro MAPE, which weighs predictions that are too slow more than the fit does. Forward passes are left out.",
  ].join("\n");
}

function splitBy(cases: readonly Case[], shares: Shares, nameOf: (each: Case) => string): Cell[] {
  return groupedBy(cases, nameOf)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => cellOf(name, members, shares));
}

function cellOf(name: string, cases: readonly Case[], shares: Shares): Cell {
  const simple = simpleSeconds(shares);
  const off = (seconds: (each: Case) => number) => macroMape(cases, timeError(seconds)) ?? Number.NaN;
  const own = (ideal: (each: Case) => number) => {
    const share = fitOne(cases, ideal);
    return off((each) => ideal(each) / share);
  };
  return {
    name: name.replace(/^\d /, ""),
    cases,
    flopOnly: off(simple.flopOnly),
    copiesOnly: off(simple.copiesOnly),
    sum: off(simple.sum),
    model: off(modelSeconds),
    own: {
      flopOnly: own(({ flopSeconds }) => flopSeconds),
      copiesOnly: own(({ copySeconds }) => copySeconds),
    },
  };
}

const precisionNames = {
  fp32: "1 fp32",
  tf32: "2 tf32",
  fp16: "3 16 bit",
  bf16: "3 16 bit",
  fp8: "4 fp8",
} as const satisfies Record<string, string>;

function kindOf({ resolved: { training, software } }: Case): string {
  const precision: string = training.precision;
  const name =
    precision in precisionNames ? precisionNames[precision as keyof typeof precisionNames] : precision;
  return `${name}, ${software.kernels}`;
}

function scaleOf({ resolved: { hardware } }: Case): string {
  if (hardware.count === 1) return "1 one device";
  return hardware.count <= hardware.perNode ? "2 one node" : "3 many nodes";
}

function cellTable(cells: readonly Cell[]): string {
  const right = "right" as const;
  return table(
    [
      { title: "runs of" },
      { title: "groups", align: right },
      { title: "runs", align: right },
      { title: "FLOPs only", align: right },
      { title: "copies only", align: right },
      { title: "sum", align: right },
      { title: "wallclock", align: right },
      { title: "FLOPs, own constant", align: right },
      { title: "copies, own constant", align: right },
    ],
    cells.map((cell) => [
      cell.name,
      String(byGroup(cell.cases).length),
      String(cell.cases.length),
      percent(cell.flopOnly),
      percent(cell.copiesOnly),
      percent(cell.sum),
      percent(cell.model),
      percent(cell.own.flopOnly),
      percent(cell.own.copiesOnly),
    ]),
  );
}

function isLarge({ cases }: Cell): boolean {
  return cases.length >= fewestRuns && byGroup(cases).length >= fewestGroups;
}

const better = ({ flopOnly, copiesOnly }: { flopOnly: number; copiesOnly: number }) => copiesOnly < flopOnly;

function verdict(whole: Cell, kinds: readonly Cell[]): string {
  const large = kinds.filter(isLarge);
  const winner = better(whole) ? "copies predict better than FLOPs" : "FLOPs predict better than copies";
  const simple = Math.min(whole.flopOnly, whole.copiesOnly);
  const sum =
    whole.sum < simple
      ? `Their sum is better than either (${percent(whole.sum)})`
      : `Their sum is no better than the better of the two (${percent(whole.sum)})`;
  const model = `the full model is ${whole.model < whole.sum ? "better" : "worse"} than the sum (${percent(whole.model)})`;
  return [
    `On all of these runs with one constant each, ${winner} (${percent(whole.copiesOnly)} against ${percent(whole.flopOnly)}).`,
    `${sum}; ${model}.`,
    large.length === 0 ? "No kind has enough runs to say more." : split(large),
  ].join(" ");
}

function split(large: readonly Cell[]): string {
  const one = large.filter(better);
  const own = large.filter((cell) => better(cell.own));
  const ways = [
    ["either way", large.filter((cell) => one.includes(cell) && own.includes(cell))],
    ["only with one constant for everything", one.filter((cell) => !own.includes(cell))],
    ["only with a constant of their own", own.filter((cell) => !one.includes(cell))],
    ["neither way", large.filter((cell) => !one.includes(cell) && !own.includes(cell))],
  ] as const;
  const said = ways
    .filter(([, cells]) => cells.length > 0)
    .map(([way, cells]) => `${way} in ${listed(cells.map(({ name }) => `*${name}*`))}`);
  const kinds = `${counted(large.length, "kind")} with at least ${fewestRuns} runs in ${fewestGroups} groups`;
  return `Of ${kinds}, copies are better in ${one.length} with one constant for everything and in ${own.length} with a constant of their own: ${said.join("; ")}.`;
}

function scaleVerdict(scales: readonly Cell[]): string {
  const said = scales
    .filter(isLarge)
    .map(
      (cell) =>
        `on ${cell.name} ${better(cell.own) ? "copies" : "FLOPs"} (${percent(Math.min(cell.own.copiesOnly, cell.own.flopOnly))} against ${percent(Math.max(cell.own.copiesOnly, cell.own.flopOnly))})`,
    );
  return said.length === 0 ? "" : `With a constant of their own the better is, ${listed(said)}.`;
}
