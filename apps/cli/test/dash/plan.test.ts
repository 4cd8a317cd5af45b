import { plan } from "@wallclock/core";
import { expect, test } from "vitest";
import { frameText } from "../../src/dash/frame.ts";
import { goalsOf } from "../../src/dash/state/plan.ts";
import { reduce } from "../../src/dash/state/reduce.ts";
import type { State } from "../../src/dash/state/state.ts";
import { after, opened } from "./drive.ts";
import { world } from "./world.ts";

/** A search of a few runs, done at once. */
function found(state: State): State {
  const effect = state.effects.find(({ kind }) => kind === "plan");
  if (effect?.kind !== "plan") throw new Error("no search was asked for");
  const space = {
    layers: [6, 12],
    width: [512, 768],
    microBatchSequences: 8,
    globalBatchSequences: [64, 128],
  };
  const outcome = plan({ ...effect.request, space }, (ref) => world.machine(ref)!);
  return reduce(state, { kind: "plan-done", outcome }, world);
}

test("a goal is searched for, shows how far it is, and its best run can be taken and given back", () => {
  const before = opened(100, 30);
  const searching = after(before, "p", "enter");
  expect(searching.effects).toEqual([{ kind: "plan", request: goalsOf(before.doc.answer)[0]?.request }]);
  const halfway = reduce(searching, { kind: "plan-progress", visited: 50, total: 100 }, world);
  expect(frameText(halfway, world)).toContain("50%");
  const done = found(searching);
  expect(frameText(done, world)).toContain("layers");
  const taken = after(done, "enter");
  expect([6, 12]).toContain(taken.doc.answer.resolved.model.layers);
  expect(taken.doc.answer.estimate.run.seconds.p50).toBeLessThanOrEqual(
    before.doc.answer.estimate.run.seconds.p50 * (1 + 1e-9),
  );
  expect(after(taken, "u").doc.answer.scenario).toBe(before.doc.answer.scenario);
});

test("a search that is no more, or came to nothing, leaves the run alone", () => {
  const before = opened();
  const stopped = after(before, "p", "enter", "esc");
  expect(stopped.effects.at(-1)).toEqual({ kind: "plan-stop" });
  const failed = reduce(stopped, { kind: "plan-done", outcome: null }, world);
  expect(failed.plan).toBe(null);
  expect(failed.doc).toBe(before.doc);
});

test("goals are what the machine can be asked for: no least cost without a price", () => {
  expect(goalsOf(opened().doc.answer).map(({ request }) => request.objective)).toEqual([
    "loss",
    "seconds",
    "usd",
  ]);
  const unpriced = after(opened(), ":", '"device=rtx-4090"', "enter");
  expect(goalsOf(unpriced.doc.answer).map(({ request }) => request.objective)).toEqual(["loss", "seconds"]);
});
