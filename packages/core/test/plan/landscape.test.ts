import { expect, test } from "vitest";
import {
  estimate,
  isImpossiblePlan,
  parsePlanRequest,
  parseScenario,
  plan,
  serialize,
} from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";
import { bruteForce, type SmallRequest } from "./brute.ts";

const request: SmallRequest = {
  hardware: "8x h100-sxm-80gb",
  budget: { seconds: 36_000 },
  objective: "loss",
  lossLaw: "besiroglu-2024+shape",
  space: {
    layers: [4, 8, 16, 24, 32],
    width: [512, 1024, 1536, 2048],
    headDim: [128],
    ffnRatio: [4],
    kvRatio: [1],
    ffnKind: ["gelu"],
    vocab: 50257,
    globalBatchSequences: [128, 512],
    microBatchSequences: [4, 8],
    recompute: ["none"],
    parallel: [{}, { sharding: "zero1" }],
  },
  training: { contextLength: 1024, criticalBatchTokens: 1e6 },
  top: 3,
};

function replyTo(change: object) {
  const reply = plan(parsePlanRequest({ ...request, ...change }), machineFor);
  if (isImpossiblePlan(reply)) throw new Error(reply.issues[0]!.message);
  return reply;
}

const reply = replyTo({});
const { candidates } = bruteForce(request);
const least = Math.min(...candidates.map((each) => each.estimate.loss.nats.p50));

test("wideDeep has the best loss of every width and number of layers", () => {
  const { width, layers, values } = reply.wideDeep;
  for (const [row, w] of width.entries()) {
    for (const [column, l] of layers.entries()) {
      const losses = candidates
        .filter(
          ({ scenario: { model } }) =>
            typeof model === "object" && "width" in model && model.width === w && model.layers === l,
        )
        .map((each) => each.estimate.loss.nats.p50);
      expect(values[row]![column]).toBeCloseTo(Math.min(...losses), 10);
    }
  }
});

test("flat counts the shapes within half a percent of the best", () => {
  const near = reply.wideDeep.values.flat().filter((value) => value !== null && value <= least * 1.005);
  expect(reply.flat.shapes).toBe(near.length);
  expect(reply.flat.ofShapes).toBe(20);
});

test("sensitivity gives what estimate gives one notch away", () => {
  const { scenario } = reply.best[0]!;
  const model = scenario.model as { layers: number };
  const [layers] = reply.sensitivity;
  expect(layers).toMatchObject({ path: "space.layers", value: model.layers });
  const fewer = { ...scenario, model: { ...model, layers: layers!.below!.value } } as typeof scenario;
  const { loss, run } = estimate(fewer, machineFor(scenario.hardware));
  expect(layers!.below).toMatchObject({ lossNats: loss.nats.p50, seconds: run.seconds.p50 });
  expect(layers!.below!.lossNats).toBeGreaterThanOrEqual(least);
});

test("a shape that is no worse by more than the scatter of two runs cannot be told from the best", () => {
  const { shapes, compared, lossNats } = reply.indistinguishable!;
  const losses = reply.wideDeep.values.flat().filter((value) => value !== null);
  expect(compared).toBe(19);
  expect(lossNats).toBeGreaterThan(0);
  expect(shapes).toBeGreaterThanOrEqual(losses.filter((value) => value <= least + lossNats / 2).length - 1);
  expect(shapes).toBeLessThan(compared);
});

test("every run of a reply is a scenario that estimate answers with the same bytes", () => {
  const toTarget = replyTo({ objective: "usd", target: { lossNats: 3 }, budget: { seconds: 1e5 } });
  for (const item of [...reply.best, ...reply.frontier.slice(0, 20), ...toTarget.best]) {
    const scenario = parseScenario(JSON.parse(serialize(item.scenario)));
    expect(serialize(estimate(scenario, machineFor(scenario.hardware)))).toBe(serialize(item.estimate));
  }
  expect(toTarget.best[0]!.estimate.loss.nats.p50).toBeLessThanOrEqual(3);
});

test("explain names the optimum, what its loss is made of and what its neighbours pay", () => {
  const { layers, width } = reply.best[0]!.scenario.model as { layers: number; width: number };
  expect(reply.explain).toContain(`The lowest loss is ${layers} layers × width ${width}`);
  expect(reply.explain).toMatch(/its size alone would leave \d\.\d{3} nats/);
  expect(reply.explain).toMatch(/layers would have [\d.]+ % more parameters and [\d.]+ % fewer tokens: \+\d/);
});

test("explain counts one hour and several hours in their own form", () => {
  expect(replyTo({ budget: { seconds: 3600 } }).explain).toMatch(/ tokens, 1 hour[. ]/);
  expect(replyTo({ budget: { seconds: 7200 } }).explain).toMatch(/ tokens, 2 hours[. ]/);
});

test("a neighbour beyond the constraints is named so, not as an improvement", () => {
  const maxParameters = 200e6;
  const capped = replyTo({ constraints: { maxParameters } });
  const neighbours = capped.sensitivity.flatMap(({ below, above }) => [below, above]);
  const beyond = neighbours.filter((each) => each !== null && each.parameters > maxParameters);
  expect(beyond.length).toBeGreaterThan(0);
  for (const each of beyond) expect(each!.breaks).toBe("too-many-parameters");
  expect(capped.explain).toMatch(/is beyond what the request allows/);
  expect(reply.sensitivity.flatMap(({ below, above }) => [below, above])).not.toContainEqual(
    expect.objectContaining({ breaks: expect.any(String) as string }),
  );
});

test("machines has the best of each, the best of all among them", () => {
  const two = replyTo({ hardware: ["8x h100-sxm-80gb", "1x a100-sxm-40gb"] });
  expect(two.machines[0]).toEqual({
    hardware: "8x h100-sxm-80gb",
    value: expect.closeTo(least, 10) as number,
  });
  expect(two.machines[1]!.value).toBeGreaterThan(least);
});

test("a frontier that is cut keeps its extremes and says how long it is", () => {
  const cut = plan(parsePlanRequest(request), machineFor, { frontier: 20 });
  if (isImpossiblePlan(cut)) throw new Error("there are runs");
  expect(cut.frontier.length).toBeLessThanOrEqual(20);
  expect(cut.frontierCount).toBe(reply.frontier.length);
  expect(cut.frontier[0]!.estimate.loss.nats.p50).toBe(least);
  expect(cut.notes.map(({ code }) => code)).toContain("frontier-cut");
});

test("an optimum on the border says which; one within says nothing of it", () => {
  const border = (change: object): (string | undefined)[] =>
    replyTo(change)
      .notes.filter(({ code }) => code === "border")
      .map(({ path }) => path);
  expect(border({ space: { ...request.space, width: [512, 1024] } })).toContain("space.width");
  expect(border({ space: { ...request.space, width: [512, 1536, 8192] } })).not.toContain("space.width");
});

test("a law without a term of shape says that it cannot judge one", () => {
  const codes = (change: object): string[] => replyTo(change).notes.map(({ code }) => code);
  expect(codes({ lossLaw: "besiroglu-2024" })).toContain("shape-unjudged");
  expect(codes({})).not.toContain("shape-unjudged");
  expect(codes({ training: { contextLength: 1024 } })).toContain("batch-free");
  expect(codes({ budget: { seconds: 1e7 } })).toContain("extrapolating-loss");
});
