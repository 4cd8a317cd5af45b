import { compareEstimates } from "@wallclock/core";
import { comparisonTable, paragraph, renderTable } from "@wallclock/core/report";
import { flush, pageOf } from "../paint/lines.ts";
import type { Draw } from "./content.ts";

/** Two runs side by side. */
export const drawCompare: Draw = ({ doc: { answer, pinned } }, room) => {
  const title = "A and B";
  if (pinned === null) {
    const text = "Nothing to compare yet: c pins this run as A; what you change after that is B.";
    return { title, body: flush(paragraph("", text, "text", pageOf(room.width))) };
  }
  const estimates = [pinned.estimate, answer.estimate];
  const table = comparisonTable(estimates, ["A", "B"]);
  const why = compareEstimates(estimates).explain.replace("The last", "B").replace("the first", "A");
  return {
    title,
    remark: "A pinned, B this run",
    body: [
      ...flush(paragraph("", why, "text", pageOf(room.width))),
      [],
      ...flush(renderTable(table, pageOf(room.width))),
    ],
  };
};
