import { cut, factsOf, type Line, line, pad, span } from "@wallclock/core/report";
import { fields } from "../fields/fields.ts";
import { fewest, type Layout } from "../layout.ts";
import type { Content } from "../panes/content.ts";
import { contentOf } from "../panes/panes.ts";
import { shownLines } from "../panes/shown.ts";
import type { Size, State } from "../state/state.ts";
import { footerLine } from "./footer.ts";
import { messageLines } from "./message.ts";
import { titleLine } from "./strip.ts";

/** A word for a screen that has no room for more. */
export function tooSmall({ columns, rows }: Size): Line[] {
  const texts = [`${columns}x${rows} is too small`, `at least ${fewest.columns}x${fewest.rows}`, "q leaves"];
  return texts.map((text) => [span(cut(text, columns))]);
}

/** What lies over the rest. */
interface Over {
  readonly content: Content;
  readonly row: number;
}

/** The answers under one another and the fields around the cursor, or one pane under the answers, without frames. */
export function plainFrame(state: State, place: Layout, overlay: Over | null): Line[] {
  const { columns, message, messageRows } = place;
  const said = messageLines(state, place).slice(0, message - 1);
  const room = message - Math.max(0, said.length - messageRows);
  const over = overlay ?? paneOver(state, place);
  const lines = over === null ? formLines(state, columns, room) : overLines(state, over, columns, room);
  return [...filled(lines, room), ...filled(said, messageRows), footerLine(state, place)];
}

function filled(lines: readonly Line[], count: number): Line[] {
  return [...lines, ...Array.from({ length: Math.max(0, count - lines.length) }, () => line())];
}

/** Lines of a plain screen that are above its one pane. */
const aboveOver = 3;

function paneOver(state: State, { columns, message }: Layout): Over | null {
  if (state.pane === "run") return null;
  const room = { width: columns - 1, height: message - aboveOver, charset: state.charset, isFocused: true };
  return { content: contentOf(state, state.pane, room), row: state.rows[state.pane] };
}

function overLines(state: State, { content, row }: Over, columns: number, room: number): Line[] {
  const values = factsOf(state.doc.answer.estimate).map(({ label, value }) =>
    label === "FITS" ? `fits ${value}` : value,
  );
  const head = content.head ?? [];
  const { lines } = shownLines(content, row, room - aboveOver - head.length);
  return [
    titleLine(state, columns),
    line(1, span(values.join(" · "), "accent")),
    line(1, span(content.title, "focus")),
    ...[...head, ...lines].map((each) => line(1, ...each)),
  ];
}

function formLines(state: State, columns: number, room: number): Line[] {
  const facts = factsOf(state.doc.answer.estimate).map(({ label, value, detail, role }) =>
    line(1, span(pad(label, 6), "dim"), span(value, role ?? "accent"), 2, span(detail, "dim")),
  );
  const top = [titleLine(state, columns), ...facts];
  const count = Math.max(1, room - top.length);
  const at = state.rows.run;
  const first = Math.max(0, Math.min(fields.length - count, at - Math.floor(count / 2)));
  const rows = fields.slice(first, first + count).map((field, index): Line => {
    const isCurrent = first + index === at;
    const isTyped = state.prompt?.kind === "field" && state.prompt.path === field.path;
    const value = isTyped ? `${state.prompt?.text}▏` : field.show(state.doc.answer);
    const role = isCurrent ? "focus" : "text";
    return line(span(isCurrent ? "▸" : " ", role), span(pad(field.label, 18), role), span(value, role));
  });
  return [...top, ...rows].slice(0, room);
}
