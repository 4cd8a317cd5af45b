import { allocate } from "../loss/allocate.ts";
import {
  type AllocationLaw,
  type Coefficient,
  type LawStanding,
  type LossLaw,
  standingOf,
  standingOfFigure,
} from "../loss/law.ts";
import { exponent, formatCount } from "./format.ts";
import { page } from "./page.ts";
import { renderStrip } from "./strip.ts";
import { type Cell, type Table, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";
import { paragraph } from "./wrap.ts";

/**
 * `wallclock laws`: the scaling laws as a list.
 *
 * @example
 * plainText(renderLaws(laws, { width: 80 })).includes("besiroglu-2024") // => true
 */
export function renderLaws(laws: readonly LossLaw[], { width }: RenderOptions): Line[] {
  const next = "wallclock laws besiroglu-2024 shows one with its coefficients and source";
  return page([renderTable(lawTable(laws), width), paragraph("next", next, "focus", width)], width);
}

/**
 * Laws as a table: what each predicts, from which N, fitted on what.
 *
 * @example
 * tableCsv(lawTable(laws)).split("\n")[1].split(",")[0] // => "besiroglu-2024"
 */
export function lawTable(laws: readonly LossLaw[]): Table {
  return {
    columns: [
      { title: "id", keep: true },
      { title: "gives" },
      { title: "N" },
      { title: "figures", keep: true },
      { title: "fitted on N" },
      { title: "formula", spare: 1 },
    ],
    rows: laws.map((law) => ({
      cells: [
        textCell(law.id, "accent"),
        { text: law.kind === "surface" ? "loss" : "allocation", value: law.kind },
        textCell(law.n),
        standingCell(standingOf(law)),
        textCell(
          law.kind === "surface" || law.fitted?.parameters ? rangeText(law.fitted?.parameters) : "",
          "dim",
        ),
        textCell(law.formula ?? "", "dim"),
      ],
    })),
  };
}

/** How well a figure is known; one that was not read at its source stands out. */
function standingCell(standing: LawStanding): Cell {
  return textCell(standing, standing === "from memory" ? "warn" : "dim");
}

function rangeText(range: { readonly min: number; readonly max: number } | undefined): string {
  return range === undefined ? "unknown" : `${formatCount(range.min)} – ${formatCount(range.max)}`;
}

/**
 * `wallclock laws ID`: a law's formula, its coefficients with their uncertainty, what it was fitted on, its source.
 *
 * @example
 * plainText(renderLaw(besiroglu2024, { width: 80 })).includes("2404.10102") // => true
 */
export function renderLaw(law: LossLaw, { width }: RenderOptions): Line[] {
  const { fitted } = law;
  const strip = [
    {
      label: "LAW",
      value: law.id,
      detail: law.kind === "surface" ? "loss from N and D" : "the best N and D",
    },
    { label: "N", value: law.n, detail: rangeText(fitted?.parameters) },
    { label: "D", value: "tokens", detail: rangeText(fitted?.tokens) },
  ];
  const about: (readonly [string, string | null | undefined])[] = [
    ["formula", law.formula],
    ["data", law.dataset],
    ["tokens", law.d],
    ["N", law.nNote],
    ["fitted", law.kind === "allocation" ? budgetText(law) : null],
    ["source", [law.citation ?? law.title ?? "", law.url ?? ""].join(" ").trim()],
  ];
  return page(
    [
      renderStrip(strip, width),
      about.flatMap(([label, text]) =>
        text ? paragraph(label, text, label === "formula" ? "text" : "dim", width) : [],
      ),
      cautions(law).flatMap((text) => paragraph("note", text, "warn", width)),
      [heading("COEFFICIENTS", "", width), ...renderTable(statusTable(figuresOf(law)), width)],
      statusLines(law, width),
      law.kind === "allocation" ? splitLines(law, width) : [],
      ...(law.variants ?? []).map(({ name, n, coefficients }) => [
        heading(n === undefined || n === law.n ? name : `${name}; N ${n}`, "", width),
        ...renderTable(statusTable(coefficients), width),
      ]),
      law.kind === "surface" ? paragraph("next", `wallclock loss --law ${law.id} …`, "focus", width) : [],
    ],
    width,
  );
}

/** What a reader must know of a law before its figures. */
function cautions(law: LossLaw): string[] {
  const own = law.warning === undefined ? [] : [law.warning];
  if (law.kind === "surface") return own;
  return ["an allocation splits a budget: a check, not a lossLaw", ...own];
}

/** The budgets an allocation was fitted on. */
function budgetText({ budget = "flop", fitted }: AllocationLaw): string | null {
  const range = fitted?.budget;
  if (range === undefined) return null;
  const ends = [range.min, range.max].map((end) => exponent(end)).join(" to ");
  return `${ends} ${budget === "flop" ? "FLOP" : "seconds"}`;
}

/** FLOP of the runs whose split a page shows. */
const shownFlop = [1e18, 1e20, 1e22, 1e24];

/** What an allocation gives for runs of round sizes; nothing for one that knows exponents only. */
function splitLines(law: AllocationLaw, width: number): Line[] {
  if (law.budget === "seconds") return [];
  const splits = shownFlop.map((flop) => ({ flop, ...allocate(law, flop) }));
  if (splits.some(({ parameters }) => parameters === null)) return [];
  const right = "right" as const;
  const count = (value: number | null): Cell => ({ text: value === null ? "–" : formatCount(value), value });
  const table: Table = {
    columns: [
      { title: "FLOP" },
      { title: "best N", align: right },
      { title: "best D", align: right },
      { title: "tokens per parameter", align: right },
    ],
    rows: splits.map(({ flop, parameters, tokens, tokensPerParameter }) => ({
      cells: [
        { text: exponent(flop, 0), value: flop },
        count(parameters),
        count(tokens),
        {
          text: tokensPerParameter === null ? "–" : tokensPerParameter.toPrecision(3),
          value: tokensPerParameter,
        },
      ],
    })),
  };
  return [heading("SPLIT", "", width), ...renderTable(table, width)];
}

/** Every figure of a law: its coefficients, those of its repetition and of its shape. */
function figuresOf(law: LossLaw): Readonly<Record<string, Coefficient>> {
  const repetition = "repetition" in law ? (law.repetition ?? null) : null;
  const shape = "shape" in law ? (law.shape ?? null) : null;
  return {
    ...law.coefficients,
    ...(repetition && { "R_D*": repetition.tokens, "R_N*": repetition.parameters }),
    ...(shape && { aspect: shape.aspect }),
  };
}

/** Where the figures come from. */
function statusLines(law: LossLaw, width: number): Line[] {
  const all = [figuresOf(law), ...(law.variants ?? []).map(({ coefficients }) => coefficients)];
  const figures = all.flatMap((each): Coefficient[] => Object.values(each));
  const statuses = new Set(figures.flatMap(({ status }) => (status === undefined ? [] : [status])));
  return [...statuses].flatMap((status) =>
    paragraph("status", status, status.startsWith("from memory") ? "warn" : "dim", width),
  );
}

/** {@link coefficientTable} with how well each figure is known. */
function statusTable(coefficients: Readonly<Record<string, Coefficient>>): Table {
  const { columns, rows } = coefficientTable(coefficients);
  const figures = Object.values(coefficients);
  return {
    columns: [...columns, { title: "status", keep: true }],
    rows: rows.map((row, i) => ({ cells: [...row.cells, standingCell(standingOfFigure(figures[i]!))] })),
  };
}

/** Coefficients as a table: value, standard error, 95 % interval. */
export function coefficientTable(coefficients: Readonly<Record<string, Omit<Coefficient, "status">>>): Table {
  const right = "right" as const;
  const cell = (value: number | null | undefined): Cell => ({
    text: value === null || value === undefined ? "–" : String(Number(value.toPrecision(5))),
    value: value ?? null,
  });
  return {
    columns: [
      { title: "coefficient" },
      { title: "value", align: right },
      { title: "standard error", align: right },
      { title: "2.5%", align: right },
      { title: "97.5%", align: right },
    ],
    rows: Object.entries(coefficients).map(([name, { value, standardError, p2_5, p97_5 }]) => ({
      cells: [textCell(name), cell(value), cell(standardError), cell(p2_5), cell(p97_5)],
    })),
  };
}
