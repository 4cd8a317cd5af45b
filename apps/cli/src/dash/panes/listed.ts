import { type Line, line, span } from "@wallclock/core/report";
import type { Content } from "./content.ts";

/** A table whose rows can be chosen: the chosen one is marked while the pane is looked at. */
export function listed(
  lines: readonly Line[],
  chosen: number | null,
  { title, remark }: Pick<Content, "title" | "remark">,
): Content {
  const [head = [], ...body] = lines;
  return {
    title,
    ...(remark === undefined ? {} : { remark }),
    head: [line(1, ...head)],
    body: body.map((each, index) => marked(each, index === chosen)),
    rows: body.map((_, index) => index),
  };
}

function marked(each: Line, isChosen: boolean): Line {
  if (!isChosen) return line(1, ...each);
  return [
    span("▸", "focus"),
    ...each.map((part) => ({ ...part, role: part.role === "dim" ? ("dim" as const) : ("focus" as const) })),
  ];
}
