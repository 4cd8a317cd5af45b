import type { PlanImpossible } from "../plan/index.ts";
import { factsOf } from "./estimate-facts.ts";
import { formatWhole } from "./format.ts";
import { renderIssues } from "./issues.ts";
import { layoutText, rejectionTexts, shapeText } from "./plan-run.ts";
import { renderStrip } from "./strip.ts";
import { blank, type Line, line, type RenderOptions } from "./text.ts";
import { listing } from "./wrap.ts";

/**
 * Why no run of a space will do, what was turned away for what, and the run that comes closest.
 *
 * @example
 * const none = plan({ ...request, budget: { seconds: 1e-3 } }, lookup);
 * plainText(renderImpossible(none, { width: 80 })).includes("budget") // => true
 */
export function renderImpossible(reply: PlanImpossible, options: RenderOptions): Line[] {
  const { issues, explored, rejected, closest } = reply;
  const { width } = options;
  const counts = rejectionTexts(rejected);
  const near =
    closest === null
      ? []
      : [
          ...listing("closest", [shapeText(closest), layoutText(closest)], "text", width),
          ...renderStrip(factsOf(closest.estimate), width),
          blank,
        ];
  return [
    ...near,
    ...listing("", [`${formatWhole(explored)} runs looked at`, ...counts], "dim", width),
    ...(counts.length + near.length > 0 ? [line()] : []),
    ...renderIssues(issues, options),
  ];
}
