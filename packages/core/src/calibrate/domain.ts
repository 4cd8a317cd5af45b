import type { Note } from "../errors/issue.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { Pass } from "../time/pass.ts";
import type { Calibration } from "./calibration.ts";

/** What a domain spans, with the field that a note points at. */
function placeOf({
  model,
  training,
  parallel,
  hardware,
}: Resolved): Record<string, [value: number, path: string]> {
  return {
    width: [model.width, "model.width"],
    layers: [model.layers, "model.layers"],
    contextLength: [training.contextLength, "training.contextLength"],
    microBatchSequences: [training.microBatchSequences, "training.microBatchSequences"],
    devices: [hardware.count, "hardware"],
    tensor: [parallel.tensor, "parallel.tensor"],
    pipeline: [parallel.pipeline, "parallel.pipeline"],
  };
}

/**
 * The ranges that runs span.
 *
 * @example
 * domainOf([gpt2, gpt2Medium]).width // => [768, 1024]
 */
export function domainOf(runs: readonly Resolved[]): Calibration["domain"] {
  const ranges: Record<string, [number, number]> = {};
  for (const run of runs) {
    for (const [name, [value]] of Object.entries(placeOf(run))) {
      const [low, high] = ranges[name] ?? [value, value];
      ranges[name] = [Math.min(low, value), Math.max(high, value)];
    }
  }
  return ranges;
}

/** A note for a run that lies outside what was measured; none inside. */
export function outsideDomain({ domain, form }: Calibration, resolved: Resolved, pass: Pass): Note[] {
  const outside = Object.entries(placeOf(resolved)).flatMap(([name, [value, path]]) => {
    const range = domain[name];
    if (range === undefined || (value >= range[0] && value <= range[1])) return [];
    const measured =
      range[0] === range[1] ? `measured at ${range[0]}` : `measured ${range[0]} to ${range[1]}`;
    return [{ text: `${name} ${value} (${measured})`, path }];
  });
  const [first] = outside;
  if (first === undefined) return [];
  const then = form === "full" ? "the interval is wider" : "a line is rarely right there";
  const what = pass === "train-step" ? "the run" : `the ${pass} pass`;
  const message = `${what} is outside what the calibration was measured on: ${outside.map((each) => each.text).join(", ")}; ${then}`;
  return [{ code: "outside-calibration", severity: "warning", message, path: first.path }];
}
