/** A request that the document shows; a test sends each and judges the reply by the document. */
export interface Example {
  readonly operationId: string;
  readonly name: string;
  readonly summary: string;
  /** Where neither GET nor, with a body, POST. */
  readonly method?: "DELETE";
  /** With its query; `{id}` stands for the id of a job. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly value: unknown };
  /** 200 where nothing is said. */
  readonly status?: number;
}

const gpt2 = "model=gpt2-124m&hardware=8x+a100-sxm-80gb&training.tokens=10B";
const json = "application/json";
const gpt2Scenario = { model: "gpt2-124m", hardware: "8x a100-sxm-80gb", training: { tokens: 1e10 } };
const inFull = {
  model: { layers: 24, width: 2048, heads: 16, vocab: 50304, ffnKind: "swiglu" },
  hardware: { device: "h100-sxm-80gb", count: 16, usdPerDeviceHour: 2.5 },
  parallel: { tensor: 2, sharding: "zero1" },
  budget: { seconds: 86400 },
};
const measured = {
  id: "step-1",
  scenario: { model: "gpt2-124m", hardware: "a100-sxm-80gb", training: { microBatchSequences: 16 } },
  measured: { pass: "train-step", stepSeconds: 0.125 },
};
const larger = {
  id: "step-2",
  scenario: { model: "gpt2-medium-355m", hardware: "a100-sxm-80gb", training: { microBatchSequences: 8 } },
  measured: { pass: "train-step", stepSeconds: 0.16 },
};
const lines = `${JSON.stringify(measured)}\n${JSON.stringify(larger)}\n`;
const ndjson = "application/x-ndjson";

const scenarios: readonly Example[] = [
  { operationId: "getEstimate", name: "json", summary: "an estimate", path: `/v1/estimate?${gpt2}` },
  {
    operationId: "getEstimate",
    name: "text",
    summary: "as a terminal shows it",
    path: `/v1/estimate?${gpt2}`,
    headers: { accept: "text/plain" },
  },
  {
    operationId: "getEstimate",
    name: "csv",
    summary: "its ledger as CSV",
    path: `/v1/estimate?${gpt2}`,
    headers: { accept: "text/csv" },
  },
  {
    operationId: "getEstimate",
    name: "svg",
    summary: "loss against time as a picture",
    path: `/v1/estimate?${gpt2}`,
    headers: { accept: "image/svg+xml" },
  },
  {
    operationId: "getEstimate",
    name: "changed",
    summary: "a preset with another depth",
    path: `/v1/estimate?${gpt2}&model.layers=16`,
  },
  {
    operationId: "getEstimate",
    name: "impossible",
    summary: "heads that do not divide the width",
    path: `/v1/estimate?${gpt2}&model.heads=10`,
    status: 422,
  },
  {
    operationId: "postEstimate",
    name: "preset",
    summary: "a preset",
    path: "/v1/estimate",
    body: { type: json, value: gpt2Scenario },
  },
  {
    operationId: "postEstimate",
    name: "full",
    summary: "a model in full, for a day",
    path: "/v1/estimate",
    body: { type: json, value: inFull },
  },
  {
    operationId: "getLedger",
    name: "json",
    summary: "every operation of a step",
    path: `/v1/ledger?${gpt2}`,
  },
  {
    operationId: "postLedger",
    name: "preset",
    summary: "a preset",
    path: "/v1/ledger",
    body: { type: json, value: gpt2Scenario },
  },
  { operationId: "getMemory", name: "json", summary: "what fills a device", path: `/v1/memory?${gpt2}` },
  {
    operationId: "postMemory",
    name: "preset",
    summary: "a preset",
    path: "/v1/memory",
    body: { type: json, value: gpt2Scenario },
  },
  {
    operationId: "getLoss",
    name: "target",
    summary: "when 3.2 nats are reached",
    path: `/v1/loss?${gpt2}&target=3.2`,
  },
  {
    operationId: "postLoss",
    name: "preset",
    summary: "a preset",
    path: "/v1/loss?target=3.2",
    body: { type: json, value: gpt2Scenario },
  },
  {
    operationId: "postEstimateBatch",
    name: "two",
    summary: "one that can be judged and one that cannot",
    path: "/v1/estimate:batch",
    body: { type: json, value: [gpt2Scenario, { ...gpt2Scenario, id: "odd", hardware: "3x unobtainium" }] },
  },
];

const day = {
  hardware: "8x h100-sxm-80gb",
  budget: { seconds: 86400 },
  objective: "loss",
  space: {
    layers: [8, 12, 16],
    width: { min: 512, max: 1024, step: 256 },
    headDim: [64],
    globalBatchSequences: [256],
    microBatchSequences: [8],
  },
  top: 3,
};

const plans: readonly Example[] = [
  {
    operationId: "plan",
    name: "day",
    summary: "the best model to train in a day on eight H100",
    path: "/v1/plan",
    body: { type: json, value: day },
  },
  {
    operationId: "startPlan",
    name: "batches",
    summary: "the same for every batch: more than one request",
    path: "/v1/plans",
    body: {
      type: json,
      value: {
        ...day,
        space: { ...day.space, globalBatchSequences: "auto", microBatchSequences: "auto" },
      },
    },
    status: 202,
  },
  { operationId: "getPlanJob", name: "job", summary: "how far it is", path: "/v1/plans/{id}" },
  {
    operationId: "getPlanJob",
    name: "unknown",
    summary: "one that is not there",
    path: "/v1/plans/none",
    status: 404,
  },
  {
    operationId: "cancelPlan",
    name: "job",
    summary: "enough: the best so far",
    method: "DELETE",
    path: "/v1/plans/{id}",
  },
];

/** Runs of a law with losses rounded to two digits: made up, as an example of the form. */
const table = [7, 20, 55, 150].flatMap((size) =>
  [0.4, 1.2, 4, 12].map((data) => {
    const [params, tokens] = [size * 1e6, data * 1e9];
    const loss = 1.8 + 480 / params ** 0.35 + 2000 / tokens ** 0.366;
    return `${params},${tokens},${loss.toFixed(2)}`;
  }),
);
const csv = ["params,tokens,loss", ...table, ""].join("\n");

const measurements: readonly Example[] = [
  {
    operationId: "fit",
    name: "table",
    summary: "a law from sixteen runs",
    path: "/v1/fit?form=chinchilla&draws=50",
    body: { type: "text/csv", value: csv },
  },
  {
    operationId: "validate",
    name: "lines",
    summary: "two measured steps",
    path: "/v1/validate",
    body: { type: ndjson, value: lines },
  },
  {
    operationId: "validate",
    name: "array",
    summary: "the same as an array",
    path: "/v1/validate",
    body: { type: json, value: [measured, larger] },
  },
  {
    operationId: "calibrate",
    name: "lines",
    summary: "what two measured steps teach",
    path: "/v1/calibrate",
    body: { type: ndjson, value: lines },
  },
];

const catalogues: readonly Example[] = [
  {
    operationId: "listHardware",
    name: "csv",
    summary: "all devices as CSV",
    path: "/v1/hardware",
    headers: { accept: "text/csv" },
  },
  {
    operationId: "listHardware",
    name: "clusters",
    summary: "all clusters",
    path: "/v1/hardware?clusters=true",
  },
  { operationId: "getHardware", name: "device", summary: "a device", path: "/v1/hardware/h100-sxm-80gb" },
  {
    operationId: "getHardware",
    name: "alias",
    summary: "by another name",
    path: "/v1/hardware/4090",
    headers: { accept: "text/plain" },
  },
  {
    operationId: "getHardware",
    name: "unknown",
    summary: "one that is not there",
    path: "/v1/hardware/h1000",
    status: 404,
  },
  { operationId: "listModels", name: "json", summary: "all presets", path: "/v1/models" },
  { operationId: "getModel", name: "preset", summary: "a preset", path: "/v1/models/gpt2-124m" },
  { operationId: "listLaws", name: "json", summary: "all laws", path: "/v1/laws" },
  { operationId: "getLaw", name: "law", summary: "a law", path: "/v1/laws/besiroglu-2024" },
];

const meta: readonly Example[] = [
  { operationId: "index", name: "json", summary: "where to begin", path: "/" },
  { operationId: "health", name: "json", summary: "is it there, and which engine", path: "/health" },
  { operationId: "openapi", name: "json", summary: "this document", path: "/v1/openapi.json" },
  { operationId: "docs", name: "html", summary: "this document as a page", path: "/docs" },
  { operationId: "problems", name: "html", summary: "what each status means", path: "/docs/problems" },
];

/** Every example of the document. */
export const examples: readonly Example[] = [...scenarios, ...plans, ...measurements, ...catalogues, ...meta];

/** Those of one operation. */
export function examplesOf(operationId: string): readonly Example[] {
  return examples.filter((each) => each.operationId === operationId);
}
