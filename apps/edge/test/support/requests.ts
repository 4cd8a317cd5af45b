import { presets, scenarioLeaves } from "@wallclock/core";
import fc from "fast-check";
import { scenarios } from "../../../../packages/core/test/support/scenarios.ts";
import { dressed } from "./dressed.ts";
import { hostileNumber, hostileText, hostileValue, oneOf } from "./hostile.ts";
import type { Sent } from "./send.ts";

/** Where a scenario can be hurt: a leaf, a part, or a key that it does not have. */
const place = fc.oneof(
  { weight: 6, arbitrary: oneOf(...scenarioLeaves().map(({ path }) => path)) },
  oneOf("model", "training", "software", "parallel", "hardware", "lossLaw", "budget", "calibration", "id"),
  oneOf(
    "model.hf",
    "model.hf.hidden_size",
    "model.moe.experts",
    "hardware.device",
    "hardware.device.memory.capacity",
  ),
  oneOf("__proto__", "constructor.prototype", "lora", "trainning", "model.layer"),
);

/** The scenario with another value at a path; keys such as __proto__ become its own. */
function withChange(node: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const copy = typeof node === "object" && node !== null && !Array.isArray(node) ? { ...node } : {};
  const inner: unknown = Object.hasOwn(copy, key) ? Reflect.get(copy, key) : undefined;
  const changed = withChange(inner, rest, value);
  return Object.defineProperty(copy, key, {
    value: changed,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

const plain = fc.record({
  model: oneOf(...presets.map(({ id }) => id)),
  hardware: oneOf("h100", "8x a100-sxm-80gb", "2x dgx-h100", "rtx-4090", "64x tpu-v5p"),
});

const valid: fc.Arbitrary<unknown> = fc.oneof(scenarios, plain);

const mutated = fc
  .tuple(valid, fc.array(fc.tuple(place, hostileValue), { minLength: 1, maxLength: 4 }))
  .map(([scenario, changes]) =>
    changes.reduce((one, [path, value]) => withChange(one, path.split("."), value), scenario),
  );

const anyScenario = fc.oneof(
  { weight: 14, arbitrary: valid },
  { weight: 8, arbitrary: mutated },
  hostileValue,
);

const measured = fc
  .tuple(
    anyScenario,
    fc.oneof(fc.double({ min: 1e-4, max: 100, noNaN: true }), hostileValue),
    oneOf("train-step", "forward", "x"),
  )
  .map(([scenario, stepSeconds, pass]) => ({ scenario, measured: { pass, stepSeconds } }));

const cut = (text: string, share: number): string => text.slice(0, Math.floor(text.length * share));

/** A body: JSON as it should be, cut short, or bytes that are none. */
function bodyOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> {
  const json = value.map((each) => JSON.stringify(each) ?? "");
  return fc.oneof(
    { weight: 40, arbitrary: json.map((text) => Buffer.from(text)) },
    fc
      .tuple(json, fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([text, share]) => Buffer.from(cut(text, share))),
    fc
      .tuple(json, fc.uint8Array({ maxLength: 4 }))
      .map(([text, bytes]) => Buffer.concat([Buffer.from(text), bytes])),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.integer({ min: 1, max: 100_000 }).map((depth) => Buffer.from("[".repeat(depth))),
    oneOf(70_000, 3_000_000).map((size) => Buffer.alloc(size, "x")),
  );
}

const escaped = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "?"));

const parameter = fc.tuple(
  place,
  fc.oneof(hostileText, hostileNumber.map(String), oneOf("true", "false", "12", "h100", "gpt2-124m")),
);
const query = fc
  .tuple(
    oneOf("model=gpt2-124m&hardware=8x+h100", "model=llama-3.1-8b&hardware=2x+dgx-h100", ""),
    fc.oneof(fc.array(parameter, { maxLength: 6 }), oneOf<[string, string][]>([])),
    oneOf("", "", "", "&target=3.2", "&target=x", "&engine=0", "&%ff=%fe", "&a=%", "&&==", "&model=x"),
  )
  .map(([start, pairs, end]) => {
    return `?${[start, ...pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`)].filter((each) => each !== "").join("&")}${end}`;
  });

const scenarioPaths = oneOf("/v1/estimate", "/v1/estimate", "/v1/ledger", "/v1/memory", "/v1/loss");

const gets = fc
  .tuple(scenarioPaths, query)
  .map(([path, rest]) => ({ method: "GET", path: path + rest, body: null }));
const posts = fc
  .tuple(scenarioPaths, bodyOf(anyScenario))
  .map(([path, body]) => ({ method: "POST", path, body }));
const batches = bodyOf(fc.array(anyScenario, { maxLength: 6 })).map((body) => ({
  method: "POST",
  path: "/v1/estimate:batch",
  body,
}));
const runs = fc
  .tuple(
    oneOf(
      "/v1/validate",
      "/v1/calibrate",
      "/v1/calibrate?form=copies",
      "/v1/calibrate?form=x",
      "/v1/validate?x=1",
    ),
    fc.oneof(
      bodyOf(fc.array(measured, { maxLength: 4 })),
      fc
        .array(measured, { maxLength: 4 })
        .map((each) => Buffer.from(each.map((run) => JSON.stringify(run)).join("\n"))),
      bodyOf(fc.record({ runs: fc.array(measured, { maxLength: 3 }), calibration: hostileValue })),
    ),
  )
  .map(([path, body]) => ({ method: "POST", path, body }));
const axis = fc.oneof(
  fc.array(fc.integer({ min: 1, max: 4096 }), { maxLength: 4 }),
  fc.record({
    min: fc.integer({ min: 1, max: 64 }),
    max: fc.integer({ min: 1, max: 1e6 }),
    step: fc.integer({ min: 1, max: 64 }),
  }),
  oneOf<unknown>("auto", [8], [512], [64]),
  hostileValue,
);
const planRequest = fc.record(
  {
    hardware: oneOf<unknown>("8x h100", "rtx-4090", ["h100", "8x a100-sxm-80gb"], "nothing", 7),
    objective: oneOf("loss", "seconds", "usd", "x"),
    budget: oneOf<unknown>({ seconds: 3600 }, { usd: 100 }, null, {}),
    target: fc.option(oneOf<unknown>({ lossNats: 3 }, { lossNats: 1e-9 }, 3)),
    space: fc.record(
      {
        layers: axis,
        width: axis,
        headDim: axis,
        ffnRatio: axis,
        globalBatchSequences: axis,
        parallel: oneOf<unknown>("auto", [{}], 1),
      },
      { requiredKeys: ["layers", "width"] },
    ),
    top: fc.oneof(fc.integer({ min: -1, max: 50 }), hostileNumber),
  },
  { requiredKeys: ["hardware", "objective", "space"] },
);
const goodPlan = fc.record({
  hardware: oneOf("8x h100", "rtx-4090"),
  budget: oneOf({ seconds: 3600 }, { seconds: 1e-9 }),
  space: fc.record({ layers: oneOf([8], { min: 4, max: 40 }), width: oneOf([768], [512, 4096]) }),
});
const plans = fc
  .tuple(oneOf("/v1/plan", "/v1/plans"), bodyOf(fc.oneof(planRequest, goodPlan)))
  .map(([path, body]) => ({ method: "POST", path, body }));
const jobs = fc
  .tuple(
    oneOf("GET", "HEAD", "DELETE"),
    fc.oneof(
      oneOf("x", "0".repeat(64), "f".repeat(64), "%ff", "a/b", "?x=1", "x?engine=0"),
      hostileText.map(escaped),
    ),
  )
  .map(([method, id]) => ({ method, path: `/v1/plans/${id}`, body: null }));
const cells = fc.oneof(
  { weight: 20, arbitrary: fc.double({ min: 1, max: 1e12, noNaN: true }).map(String) },
  { weight: 1, arbitrary: hostileText },
);
const table = fc
  .tuple(
    oneOf(
      "params,tokens,loss",
      "n_params,tokens,loss,group",
      "params;tokens;loss",
      "a,b",
      '"params,tokens',
      "",
    ),
    fc.array(fc.array(cells, { minLength: 3, maxLength: 4 }), { maxLength: 20 }),
  )
  .map(([header, rows]) => Buffer.from([header, ...rows.map((row) => row.join(","))].join("\n")));
const fits = fc
  .tuple(
    oneOf(
      "/v1/fit?draws=5",
      "/v1/fit?form=chinchilla&draws=0",
      "/v1/fit?where=a=b&where=x&draws=2",
      "/v1/fit?x=1",
    ),
    table,
  )
  .map(([path, body]) => ({ method: "POST", path, body, type: "text/csv" }));
const entries = fc
  .tuple(
    oneOf("/v1/hardware", "/v1/models", "/v1/laws"),
    fc.oneof(
      oneOf("", "/h100", "/gpt2-124m", "/besiroglu-2024", "?clusters=true", "/%ff", "/a/b/c"),
      hostileText.map((text) => `/${escaped(text)}`),
    ),
  )
  .map(([path, rest]) => ({ method: "GET", path: path + rest, body: null }));
const anything = fc
  .tuple(
    oneOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "TRACE"),
    oneOf(
      "/",
      "/health",
      "/docs",
      "/docs/problems",
      "/docs/assets/swagger-ui.css",
      "/v1/openapi.json",
      "/v1/estimate",
      "/v1/estimate:batch",
      "/v1/plans",
      "/v1/plans/",
      "/v1/plans/x",
      "/v1/laws/x",
      "/v1/validate",
      "/v2",
      "/v1/estimate/",
      "//v1/estimate",
      "/V1/ESTIMATE",
      "/v1/%65stimate",
      "/v1/../health",
    ),
    bodyOf(hostileValue),
  )
  .map(([method, path, body]) => ({
    method,
    path,
    body: ["GET", "HEAD", "TRACE"].includes(method) ? null : body,
  }));

/** Requests of every kind: as they should be, changed, and hostile. */
export const requests: fc.Arbitrary<Sent> = dressed(
  fc.oneof(
    { weight: 5, arbitrary: gets },
    { weight: 5, arbitrary: posts },
    { weight: 2, arbitrary: batches },
    { weight: 2, arbitrary: runs },
    { weight: 1, arbitrary: plans },
    { weight: 1, arbitrary: jobs },
    { weight: 1, arbitrary: fits },
    { weight: 1, arbitrary: entries },
    { weight: 2, arbitrary: anything },
  ),
);

/** Those of plan jobs alone. */
export const jobRequests: fc.Arbitrary<Sent> = dressed(
  fc.oneof(
    jobs,
    plans.map((each) => ({ ...each, path: "/v1/plans" })),
  ),
);
