import { assumptionLines, formatPercent, noteLines, paragraph } from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import { flush, pageOf } from "../paint/lines.ts";
import type { Draw } from "./content.ts";

/** What the answers rest on: the model of time, the law, the memory's closed form, the notes, and what was assumed. */
export const drawEvidence: Draw = ({ doc: { answer } }, { width }) => {
  const page = pageOf(width);
  const warnings = answer.estimate.notes.filter((note) => note.severity === "warning");
  const infos = answer.estimate.notes.filter((note) => note.severity === "info");
  return {
    title: "Evidence",
    remark: "why to believe it",
    body: [
      ...flush(noteLines(warnings, page)),
      ...sources(answer).flatMap(([label, text, role]) => flush(paragraph(label, text, role, page))),
      ...flush(noteLines(infos, page)),
      [],
      ...flush(assumptionLines(answer.estimate, page)),
    ],
  };
};

type Source = readonly [label: string, text: string, role: "text" | "warn" | "dim"];

function sources({ scenario, estimate: { step, loss } }: Answer): Source[] {
  const { p10, p50, p90 } = step.seconds;
  const spread = `80 % interval −${formatPercent(1 - p10 / p50)} to +${formatPercent(p90 / p50 - 1)}`;
  const calibration = scenario.calibration ?? null;
  const time =
    calibration === null
      ? `not calibrated on this machine: the model's constants; ${spread}`
      : `calibrated on ${calibration.runs} measured ${calibration.runs === 1 ? "run" : "runs"} (${calibration.form}); ${spread}`;
  const domain = loss.inDomain ? "inside what it was fitted on" : "outside what it was fitted on: wider";
  return [
    ["time", time, "text"],
    ["loss", `${loss.law}, ${domain}`, loss.inDomain ? "text" : "warn"],
    ["memory", "closed form of weights, states and activations; 'FITS' compares it with the device", "dim"],
  ];
}
