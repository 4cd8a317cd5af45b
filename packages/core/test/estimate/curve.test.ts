import { expect, test } from "vitest";
import {
  estimate,
  laws,
  lossAfter,
  lossCurve,
  parseScenario,
  secondsToLoss,
  UserError,
} from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";

const input = { model: "gpt2-124m", hardware: "8x a100-sxm-80gb", training: { tokens: 1e10 } };
const scenario = parseScenario(input);
const machine = machineFor(scenario.hardware);

function issuesOf(lossLaw: unknown): UserError["issues"] {
  try {
    estimate(parseScenario({ ...input, lossLaw }), machine);
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
  return [];
}

test("lossAfter at the times of the curve is the curve, and at the run's time the run's loss", () => {
  const curve = lossCurve(scenario, machine, 9);
  const after = lossAfter(
    scenario,
    machine,
    curve.map(({ seconds }) => seconds),
  );
  for (const [i, point] of curve.entries()) expect(after[i]?.nats).toBeCloseTo(point.nats, 12);
  const { run, loss } = estimate(scenario, machine);
  expect(lossAfter(scenario, machine, [run.seconds.p50])[0]?.nats).toBeCloseTo(loss.nats.p50, 12);
  expect(() => lossAfter(scenario, machine, [0])).toThrow(/must be a positive number/);
});

test("the curve ends at the run's own loss and interval, and is the less certain the farther outside the law", () => {
  const curve = lossCurve(scenario, machine);
  const { run, loss } = estimate(scenario, machine);
  const { p10, p50, p90 } = loss.nats;
  expect(curve.at(-1)).toEqual({ seconds: run.seconds.p50, tokens: run.tokens, nats: p50, p10, p90 });
  const widths = curve.map((point) => Math.log(point.p90 / point.p10));
  expect(widths[0]).toBeGreaterThan(2 * widths.at(-1)!);
  for (const point of curve) expect(point.p10 < point.nats && point.nats < point.p90).toBe(true);
});

test("secondsToLoss inverts lossAfter to within a step", () => {
  const target = lossAfter(scenario, machine, [3600])[0]?.nats ?? Number.NaN;
  const { step } = estimate(scenario, machine);
  const reached = secondsToLoss(scenario, machine, target)?.seconds ?? Number.NaN;
  expect(Math.abs(reached - 3600)).toBeLessThan(2 * step.seconds.p50);
});

test("an allocation as lossLaw, by id or whole, is an error that names every surface", () => {
  const allocation = laws.find(({ id }) => id === "porian-2024");
  for (const lossLaw of ["porian-2024", allocation]) {
    const [issue] = issuesOf(lossLaw);
    expect(issue?.path).toBe("lossLaw");
    expect(issue?.message).toContain("porian-2024");
    for (const { id } of laws.filter(({ kind }) => kind === "surface")) expect(issue?.hint).toContain(id);
  }
});

test("Kaplan's law can be asked for, by id or whole, with the same answer and its warning", () => {
  const kaplan = laws.find(({ id }) => id === "kaplan-2020");
  const [byId, whole] = ["kaplan-2020", kaplan].map((lossLaw) =>
    estimate(parseScenario({ ...input, lossLaw }), machine),
  );
  expect(byId?.loss).toEqual(whole?.loss);
  expect(byId?.notes.map(({ code }) => code)).toContain("law-from-memory");
});
