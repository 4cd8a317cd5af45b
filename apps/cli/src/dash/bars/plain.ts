import { cut, factsOf, type Line, line, pad, span } from "@wallclock/core/report";
import { fields } from "../fields/fields.ts";
import { fewest, type Layout } from "../layout.ts";
import type { Size, State } from "../state/state.ts";
import type { World } from "../world.ts";
import { footerLine } from "./footer.ts";
import { messageLines } from "./message.ts";
import { titleLine } from "./strip.ts";

/** A word for a screen that has no room for more. */
export function tooSmall({ columns, rows }: Size): Line[] {
  const texts = [
    `${columns}x${rows} is too small`,
    `wallclock needs ${fewest.columns}x${fewest.rows}`,
    "q leaves",
  ];
  return texts.map((text) => [span(cut(text, columns))]);
}

/** The answers under one another and the fields around the cursor, without frames. */
export function plainFrame(state: State, _world: World, place: Layout): Line[] {
  const { columns, message } = place;
  const facts = factsOf(state.doc.answer.estimate).map(({ label, value, detail, role }) =>
    line(1, span(pad(label, 6), "dim"), span(value, role ?? "accent"), 2, span(detail, "dim")),
  );
  const top = [titleLine(state, columns), ...facts];
  const room = message - top.length;
  const at = state.rows.run;
  const first = Math.max(0, Math.min(fields.length - room, at - Math.floor(room / 2)));
  const rows = fields.slice(first, first + room).map((field, index): Line => {
    const isCurrent = first + index === at;
    const isTyped = state.prompt?.kind === "field" && state.prompt.path === field.path;
    const value = isTyped ? `${state.prompt?.text}▏` : field.show(state.doc.answer);
    const role = isCurrent ? "focus" : "text";
    return line(span(isCurrent ? "▸" : " ", role), span(pad(field.label, 18), role), span(value, role));
  });
  const lines = [...top, ...rows];
  const filled = [...lines, ...Array.from({ length: Math.max(0, message - lines.length) }, () => line())];
  const said = messageLines(state, place);
  const messages = [
    ...said,
    ...Array.from({ length: Math.max(0, place.messageRows - said.length) }, () => line()),
  ];
  return [...filled, ...messages, footerLine(state, columns)];
}
