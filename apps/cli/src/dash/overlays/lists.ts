import { type Line, line, pad, span, wrapText } from "@wallclock/core/report";
import { keysText } from "../keys/commands.ts";
import { helpRows } from "../keys/help-rows.ts";
import type { Content, Room } from "../panes/content.ts";
import { type Found, found } from "../state/find.ts";
import { type ExportFormat, exportFormats, type Overlay, type State } from "../state/state.ts";
import type { World } from "../world.ts";

type Of<Kind extends Overlay["kind"]> = Extract<Overlay, { kind: Kind }>;

/** Every key, by category; those that match what is searched for. */
export function helpContent({ theme }: State, { query, typing }: Of<"help">, { width }: Room): Content {
  const body: Line[] = [];
  let category = "";
  for (const command of helpRows(query)) {
    if (command.category !== category) {
      if (category !== "") body.push([]);
      body.push(line(span(command.category.toUpperCase(), "accent")));
    }
    category = command.category;
    const texts = wrapText(command.description, Math.max(10, width - 18));
    for (const [index, text] of texts.entries()) {
      const keys = index === 0 ? keysText(command, theme === "ascii") : "";
      body.push(line(2, span(pad(keys, 14), "focus"), 2, span(text)));
    }
  }
  const search =
    typing || query !== "" ? [line(span("/", "focus"), span(`${query}${typing ? "▏" : ""}`))] : [];
  return {
    title: "Keys",
    remark: "/ searches",
    head: search,
    body: body.length > 0 ? body : [line(span("no such key", "warn"))],
  };
}

const nouns = { models: "a model", devices: "a device", laws: "a loss law" } as const;

/** What matches a search, the best first. */
export function findContent(state: State, find: Of<"find">, world: World): Content {
  const items = found(state, world, find.query, find.only);
  const width = state.size.columns < 60 ? 20 : 30;
  const body = items.map((item, index) => foundLine(item, index === find.index, width));
  return {
    title: find.only === null ? "Find" : `Choose ${nouns[find.only]}`,
    remark: `${items.length} found`,
    head: [line(span("/", "focus"), span(`${find.query}▏`)), []],
    body: body.length > 0 ? body : [line(span("nothing is called so", "warn"))],
    rows: body.map((_, index) => index),
  };
}

function foundLine({ kind, name, detail }: Found, isChosen: boolean, width: number): Line {
  const role = isChosen ? "focus" : "text";
  return line(
    span(isChosen ? "▸" : " ", "focus"),
    1,
    span(pad(name, width), role),
    2,
    span(pad(kind, 10), "dim"),
    1,
    span(detail, "dim"),
  );
}

const formats: Readonly<Record<ExportFormat, string>> = {
  json: "the estimate, as the API gives it",
  csv: "the ledger, numbers in full",
  svg: "the loss against time, as a picture",
  md: "the whole report, as Markdown",
};

/** What can be written. */
export function exportContent({ index }: Of<"export">): Content {
  const body = exportFormats.map((format, at) =>
    line(
      span(at === index ? "▸" : " ", "focus"),
      1,
      span(pad(format, 6), at === index ? "focus" : "text"),
      span(formats[format], "dim"),
    ),
  );
  return {
    title: "Export",
    remark: "enter asks for the file's name",
    body,
    rows: exportFormats.map((_, at) => at),
  };
}
