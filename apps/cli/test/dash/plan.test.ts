import { plan } from "@wallclock/core";
import { expect, test } from "vitest";
import { frameText } from "../../src/dash/frame.ts";
import { objectivesOf, requestOf } from "../../src/dash/state/plan.ts";
import { reduce } from "../../src/dash/state/reduce.ts";
import { askRows, type State } from "../../src/dash/state/state.ts";
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

/** The plan with the cursor on a row of what it is asked. */
function planAt(row: (typeof askRows)[number], state: State = opened(100, 30)): State {
  const steps = askRows.indexOf("search") - askRows.indexOf(row);
  return after(state, "p", ...Array.from({ length: steps }, () => "up"));
}

test("a goal is searched for, shows how far it is, and its best run can be taken and given back", () => {
  const before = opened(100, 30);
  const searching = after(before, "p", "enter");
  expect(searching.effects).toEqual([{ kind: "plan", request: requestOf(before.doc) }]);
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

test("runs that were found lie in the plane of sizes and tokens", () => {
  const done = found(after(opened(120, 40), "p", "enter"));
  const text = frameText({ ...done, pane: "sizes" }, world);
  expect(text).toMatch(/[○●]/);
  expect(text).toContain("best split");
});

test("a search that is no more, or came to nothing, leaves the run alone", () => {
  const before = opened();
  const stopped = after(before, "p", "enter", "esc");
  expect(stopped.effects.at(-1)).toEqual({ kind: "plan-stop" });
  const failed = reduce(stopped, { kind: "plan-done", outcome: null }, world);
  expect(failed.plan).toBe(null);
  expect(failed.doc).toBe(before.doc);
});

test("objectives are what the machine can be asked for: no least money without a price", () => {
  expect(objectivesOf(opened().doc)).toEqual(["loss", "seconds", "usd"]);
  const unpriced = after(opened(), ":", '"device=rtx-4090"', "enter");
  expect(objectivesOf(unpriced.doc)).toEqual(["loss", "seconds"]);
});

test.each([
  ["8h", { objective: "loss", budget: { seconds: 28_800 } }],
  ["$500", { objective: "loss", budget: { usd: 500 } }],
  ["300 device-hours", { objective: "loss", budget: { deviceHours: 300 } }],
  ["3.2", { objective: "seconds", target: { lossNats: 3.2 } }],
  ["3.2 nats", { objective: "seconds", target: { lossNats: 3.2 } }],
])("%s typed in a plan is what it looks for", (text, expected) => {
  const state = after(planAt("limit"), "enter", "ctrl+u", `"${text}"`, "enter", "enter");
  expect(state.effects).toMatchObject([{ kind: "plan", request: expected }]);
});

test("a loss is looked for in the least money where that was wanted", () => {
  const state = after(planAt("find"), "left", "down", "3", '".4"', "enter");
  expect(requestOf(state.doc)).toMatchObject({ objective: "usd", target: { lossNats: 3.4 } });
  expect(after(state, "u", "u").doc.ask.objective).toBe("loss");
});

test.each(["soon", "-3h", "0.0", "99", "8 parsecs"])("%s is no limit, and what there was stays", (text) => {
  const before = planAt("limit");
  const state = after(before, "enter", "ctrl+u", `"${text}"`, "enter");
  expect(state.prompt?.issue?.message).toBeTruthy();
  expect(state.doc).toBe(before.doc);
  expect(frameText(state, world)).toContain("✖");
});

test("the limit steps through what people ask for", () => {
  const state = after(planAt("limit"), "right");
  expect(requestOf(state.doc).budget).toEqual({ seconds: 7200 });
  expect(requestOf(after(state, "left", "left").doc).budget).toEqual({ seconds: 1800 });
});

test("the machine of a plan is the run's: it is found by how many and which", () => {
  const state = after(planAt("device"), "enter", '"1x 4090"', "enter");
  expect(requestOf(state.doc).hardware).toBe("1x rtx-4090");
  expect(state.doc.answer.resolved.hardware.count).toBe(1);
  expect(state.pane).toBe("plan");
  expect(requestOf(after(planAt("devices"), "4", "enter").doc).hardware).toBe("4x h100-sxm-80gb");
});
