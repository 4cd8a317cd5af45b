import type { Case, Part } from "./cases.ts";
import { listed, percent, signedPercent, table } from "./markdown.ts";
import { byGroup, type ErrorOf, mean } from "./statistics.ts";

const passes = { "train-step": "step", "forward-backward": "fwd+bwd", forward: "forward" } as const;

interface Group {
  readonly name: string;
  readonly pass: string;
  readonly cases: readonly Case[];
  readonly mape: number;
  readonly bias: number;
  readonly worst: number;
}

function groupsOf(cases: readonly Case[], errorOf: ErrorOf): Group[] {
  const groups = byGroup(cases).map((members) => {
    const errors = members.map(errorOf);
    const first = members[0]?.compared;
    return {
      name: first?.group ?? "",
      pass: passes[first?.pass ?? "train-step"],
      cases: members,
      mape: mean(errors.map(Math.abs)) ?? 0,
      bias: mean(errors) ?? 0,
      worst: errors.reduce((worst, error) => (Math.abs(error) > Math.abs(worst) ? error : worst), 0),
    };
  });
  return groups.sort((a, b) => b.mape - a.mape || (a.name + a.pass < b.name + b.pass ? -1 : 1));
}

/** Every group with its errors, the worst first, folded away. */
export function groupSection(cases: readonly Case[], errorOf: ErrorOf, title: string): string {
  const groups = groupsOf(cases, errorOf);
  const right = "right" as const;
  const rows = groups.map((group) => [
    group.name,
    group.pass,
    String(group.cases.length),
    percent(group.mape),
    signedPercent(group.bias),
    signedPercent(group.worst),
  ]);
  const columns = [
    { title: "group" },
    { title: "pass" },
    { title: "runs", align: right },
    { title: "MAPE", align: right },
    { title: "bias", align: right },
    { title: "worst", align: right },
  ];
  return `<details>\n<summary>${title}: ${groups.length} groups</summary>\n\n${table(columns, rows)}\n\n</details>`;
}

/** How many of the worst groups are looked at. */
const most = 6;

/** The worst groups, what the model thinks they are made of, and what is known of the cause. */
export function worstSection(
  cases: readonly Case[],
  errorOf: ErrorOf,
  explanations: ReadonlyMap<string, string>,
): string {
  const groups = groupsOf(cases, errorOf).slice(0, most);
  const right = "right" as const;
  const rows = groups.map((group) => {
    const [first, second] = shares(group.cases);
    return [
      group.name,
      group.pass,
      percent(group.mape),
      signedPercent(group.bias),
      worstText(group, errorOf),
      partText(first),
      partText(second),
    ];
  });
  const facts = table(
    [
      { title: "group" },
      { title: "pass" },
      { title: "MAPE", align: right },
      { title: "bias", align: right },
      { title: "worst run", align: right },
      { title: "largest part" },
      { title: "second" },
    ],
    rows,
  );
  const named = new Map<string, Set<string>>();
  for (const { name } of groups) {
    const text = explanations.get(name);
    if (text !== undefined) named.set(text, (named.get(text) ?? new Set()).add(`\`${name}\``));
  }
  const known = [...named].map(([text, names]) => `- ${listed([...names])}: ${text}`);
  return [facts, ...(known.length === 0 ? [] : [known.join("\n")])].join("\n\n");
}

function worstText({ cases, worst }: Group, errorOf: ErrorOf): string {
  const run = cases.find((each) => errorOf(each) === worst);
  const count = run?.resolved.hardware.count ?? 0;
  return `${run?.compared.id ?? "–"} on ${count}: ${signedPercent(worst)}`;
}

interface Share {
  readonly name: string;
  readonly bound: Part["bound"];
  readonly share: number;
}

/** Mean shares of the predicted time or memory, the largest first. */
function shares(cases: readonly Case[]): Share[] {
  const sums = new Map<string, Share>();
  for (const { parts } of cases) {
    const whole = parts.reduce((sum, { amount }) => sum + amount, 0);
    for (const { name, bound, amount } of parts) {
      const share = (sums.get(name)?.share ?? 0) + amount / whole / cases.length;
      sums.set(name, { name, bound, share });
    }
  }
  return [...sums.values()].sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
}

function partText(part: Share | undefined): string {
  if (part === undefined) return "–";
  const bound = part.bound === null ? "" : ` (${part.bound})`;
  return `${part.name.replaceAll("-", " ")} ${(100 * part.share).toFixed(0)} %${bound}`;
}

/**
 * Explanations by group: each `## group` heading of a page (several with ` & ` between), and the paragraph under it on one line.
 *
 * @example
 * explanationsOf("## a|b|c\n\nIts bridge\nis slow.\n").get("a|b|c") // => "Its bridge is slow."
 */
export function explanationsOf(page: string): Map<string, string> {
  const sections = page.split(/^## /m).slice(1);
  return new Map(
    sections.flatMap((section) => {
      const [names = "", ...rest] = section.split("\n");
      const text = rest.join(" ").replaceAll(/\s+/g, " ").trim();
      return names.split(" & ").map((name) => [name.trim(), text] as const);
    }),
  );
}
