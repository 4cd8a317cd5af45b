import type { Resolved } from "../../src/spec/resolved.ts";
import { timeConstants as c } from "../../src/time/constants.ts";
import type { Pass } from "../../src/time/pass.ts";
import { classes, logitColumns } from "./slow-classes.ts";

/**
 * The step of a dense model on one device, written from docs/method.md and not from the code: tables are copied from
 * there, fitted values are those of the constants, layers and passes are walked one by one. Without latent attention, windows and Muon.
 */
export function slowStep(scenario: Resolved, pass: Pass): number {
  const { accumulation } = scenario.training;
  let seconds = 0;
  for (let micro = 0; micro < accumulation; micro += 1) seconds += microSeconds(scenario, pass);
  if (pass === "train-step") seconds += optimizerSeconds(scenario);
  return pass === "forward" ? seconds : seconds + c.stepStartSeconds;
}

/** Sizes in the letters of docs/method.md. */
function sizes({ model, training }: Resolved) {
  const T = training.microBatchSequences * training.contextLength;
  const q = model.heads * model.headDim;
  const kv = model.kvHeads * model.headDim;
  const gated = model.ffnKind === "swiglu" || model.ffnKind === "geglu";
  const g = gated ? 3 : 2;
  const { width: d, ffn: f, vocab: V } = model;
  const A = training.microBatchSequences * model.heads * training.contextLength ** 2;
  const layerWeights = d * q + 2 * d * kv + q * d + g * d * f;
  const tables = model.tiedEmbeddings || model.logitShare === 0 ? 1 : 2;
  return {
    T,
    q,
    kv,
    gated,
    g,
    d,
    f,
    V,
    A,
    layerWeights,
    weights: model.layers * layerWeights + tables * V * d,
  };
}

const is32 = ({ training }: Resolved): boolean => ["fp32", "tf32"].includes(training.precision);
const isAutocast = (s: Resolved): boolean => s.training.mixedPrecision === "autocast" && !is32(s);

/** FLOPs of one layer's pass: the ledger's, by the shapes. A bias is added in its matmul, forward. */
function layerFlop(s: Resolved, backward: boolean): { dense: number; scores: number; flash: number } {
  const { T, q, kv, gated, d, f, A } = sizes(s);
  const { model, training, software } = s;
  const matmuls: [inputs: number, outputs: number, bias: boolean][] = [
    [d, q + 2 * kv, model.bias.qkv],
    [q, d, model.bias.attentionOut],
    [d, f, model.bias.mlp],
    [f, d, model.bias.mlp],
  ];
  if (gated) matmuls.push([d, f, model.bias.mlp]);
  let dense = 0;
  for (const [inputs, outputs, bias] of matmuls) {
    dense += backward ? 4 * T * inputs * outputs : 2 * T * inputs * outputs + (bias ? T * outputs : 0);
  }
  if (software.attention === "materialized") {
    return { dense, scores: (backward ? 2 : 1) * 2 * (2 * A * model.headDim), flash: 0 };
  }
  const { contextLength: length, microBatchSequences: sequences } = training;
  let pairs = 0;
  for (let token = 1; token <= length; token += 1) pairs += model.causal ? token : length;
  const perPair = (backward ? 10 : 4) * model.headDim + (model.positions === "alibi" ? 8 : 6);
  return { dense, scores: 0, flash: sequences * model.heads * pairs * perPair };
}

interface Rates {
  readonly dense: number;
  /** The head and attention: 16 bit where the layers are fp8. */
  readonly wide: number;
  readonly scores: number;
  readonly flash: number;
  readonly clocksOfUnits: number;
}

function rate({ hardware: { device } }: Resolved, precision: Resolved["training"]["precision"]): number {
  const { value, via } = device.matmulFlopPerSecond[precision];
  const peak = value ?? Number.NaN;
  const watts = device.tdpWatts;
  if (via !== "vector") {
    if (device.kind === "tpu") return peak;
    const energy = c.matrixJoulesPerFlop * (precision === "fp8" ? 0.5 : precision === "fp32" ? 2 : 1);
    const library = device.vendor === "AMD" && precision !== "fp32" ? c.rocmMatmulShare : 1;
    return (library * peak) / (1 + (watts === null ? 0.3 : (energy * peak) / watts));
  }
  const { count } = device.computeUnits;
  const clocks = (count ?? Number.NaN) * (device.clockHz ?? Number.NaN);
  const few = (device.vectorFlopPerSecond.fp32 ?? Number.NaN) / 2 / clocks < 100;
  const energy = c.vectorJoulesPerFlop * 2 ** (-((device.releaseYear ?? 2020) - 2020) / 5);
  return (
    ((few ? c.vectorShareFewLanes : c.vectorShareManyLanes) * peak) /
    (1 + (watts === null ? 0.3 : (energy * peak) / watts))
  );
}

function rates(s: Resolved): Rates {
  const { device } = s.hardware;
  const { precision } = s.training;
  const has = (p: "bf16" | "fp16") => device.matmulFlopPerSecond[p].value !== null;
  const wide = rate(s, precision !== "fp8" ? precision : has("bf16") ? "bf16" : "fp16");
  const vector = device.matmulFlopPerSecond[precision].via === "vector";
  const { kind, count } = device.computeUnits;
  const units = kind === "SM" || kind === "CU" ? (count ?? 0) : 0;
  const clocks = units * (device.clockHz ?? 0);
  const peak16 = device.tensorFlopPerSecond.bf16 ?? device.tensorFlopPerSecond.fp16;
  const older =
    kind === "SM" && clocks > 0 && peak16 !== null ? Math.sqrt(Math.min(1, 2048 / (peak16 / clocks))) : 1;
  const { year, kernels } = s.software;
  const old = year < 2024 && !vector;
  const wider = kind === "SM" && clocks > 0 && peak16 !== null && peak16 / clocks > 6000;
  const native = vector || (!old && (kernels === "megatron" || wider));
  return {
    dense: rate(s, precision),
    wide,
    scores: vector ? wide : Math.min(1, (c.scoreMatmulShare * s.model.headDim) / 64) * wide,
    flash: wide * (old ? c.flashShare : c.laterFlashShare) * (native ? 1 : older),
    clocksOfUnits: old ? 0 : clocks,
  };
}

const bandwidth = ({ hardware }: Resolved): number =>
  c.memoryShare * (hardware.device.memoryBytesPerSecond ?? Number.NaN);
const launch = ({ hardware }: Resolved): number =>
  (c.kernelSeconds * 1.5e9) / (hardware.device.clockHz ?? 1.5e9);
const hostFactor = ({ hardware: { hostYear } }: Resolved): number =>
  Math.exp(-c.hostSpeedupPerYear * ((hostYear ?? 2020) - 2020));
const joined = (gpu: number, host: number): number => (gpu ** 4 + host ** 4) ** 0.25;

/** What a layer's pass moves: matmuls, attention, the class and what the block adds to it. */
function layerBytes(s: Resolved, backward: boolean): { bytes: number; kernels: number } {
  const { T, q, kv, g, d, f, A, layerWeights } = sizes(s);
  const { software, training } = s;
  const e = is32(s) ? 4 : 2;
  const times = backward ? 2 : 1;
  let operands = times * ((2 + g) * T * d + T * (2 * q + 2 * kv + g * f) + layerWeights);
  if (training.precision === "fp8") operands *= software.kernels === "megatron" ? 14 / 12 : 18 / 12;
  if (software.attention === "materialized") operands += times * 2 * (2 * T * q + A);
  else operands += backward ? T * (5 * q + 4 * kv) : T * (2 * q + 2 * kv);
  const { width, query, scores, ffn, kernels } = classOf(s, backward);
  const [ofWidth, ofQuery, ofScores, ofFfn] = isAutocast(s) ? [4, 3, 3, 2] : [e, e, e, e];
  const bytes =
    operands * e +
    T * d * width * ofWidth +
    T * q * query * ofQuery +
    A * scores * ofScores +
    T * f * ffn * ofFfn;
  return { bytes, kernels };
}

function classOf(s: Resolved, backward: boolean) {
  const { model, software } = s;
  const row = classes[`${software.kernels} ${software.attention}`]?.[backward ? 1 : 0] ?? [0, 0, 0, 0, 0];
  let [width, query, , ffn, kernels] = row;
  const { gated, kv, q } = sizes(s);
  const eager = software.kernels === "library";
  if (software.kernels === "unfused") {
    if (isAutocast(s)) kernels += backward ? 60 : 30;
    return { width, query, scores: row[2], ffn, kernels };
  }
  if (model.positions === "rope") {
    query += (eager ? 10 : 2) * (1 + kv / q);
    kernels += eager ? 10 : 0;
  }
  if (gated) {
    ffn += (eager ? 3 : 1) * (backward ? 2 : 1);
    kernels += eager ? (backward ? 2 : 1) : 0;
  }
  if (model.norm === "rmsnorm" && eager) {
    width += backward ? 40 : 32;
    kernels += backward ? 20 : 10;
  }
  return { width, query, scores: row[2], ffn, kernels };
}

/** One walk through all layers' forward or backward, `share` of it. */
function walk(s: Resolved, backward: boolean, share: number): { gpu: number; host: number } {
  const fast = rates(s);
  let gpu = 0;
  let host = 0;
  for (let layer = 0; layer < s.model.layers; layer += 1) {
    const flop = layerFlop(s, backward);
    const { bytes, kernels } = layerBytes(s, backward);
    gpu += share * (flop.dense / fast.dense + flop.scores / fast.scores + flashSeconds(s, flop.flash, fast));
    gpu += share * (bytes / bandwidth(s) + kernels * launch(s));
    host += share * kernels * c.hostKernelSeconds * (backward ? c.backwardIssueShare : 1);
  }
  return { gpu, host };
}

function flashSeconds({ model }: Resolved, flop: number, { flash, clocksOfUnits }: Rates): number {
  const elements = flop / (14 * model.headDim);
  return flop / flash + (clocksOfUnits > 0 ? (c.flashScoreClocks * elements) / clocksOfUnits : 0);
}

/** Of Megatron's selective recompute: the FLOPs of the attention core, once more. */
function coreSeconds(s: Resolved): number {
  const fast = rates(s);
  const { scores, flash } = layerFlop(s, false);
  return s.model.layers * (scores / fast.scores + flashSeconds(s, flash, fast));
}

function microSeconds(s: Resolved, pass: Pass): number {
  const trains = pass !== "forward";
  const { recompute, accumulation } = s.training;
  const megatron = s.software.kernels === "megatron";
  const walks = [walk(s, false, 1)];
  if (trains) {
    walks.push(walk(s, true, 1));
    if (recompute === "full") walks.push(walk(s, false, 1));
    if (recompute === "selective" && !megatron) walks.push(walk(s, false, 0.5));
    if (recompute === "selective" && megatron) walks.push({ gpu: coreSeconds(s), host: 0 });
  }
  const { weights } = sizes(s);
  const casts = isAutocast(s) ? weights * (trains ? 18 : 6) : 0;
  const sums = trains && accumulation > 1 ? 3 * (is32(s) ? 4 : 2) * weights : 0;
  let gpu = (casts + sums) / bandwidth(s);
  let host = 0;
  for (const each of walks) {
    gpu += each.gpu;
    host += each.host;
  }
  return joined(gpu, host * hostFactor(s)) + outsideSeconds(s, trains);
}

function bytesOfLogit(s: Resolved): number {
  if (is32(s)) return 4;
  if (s.software.kernels === "compiled") return 2;
  return s.software.kernels === "library" && s.software.attention === "materialized" ? 3 : 4;
}

/** Embedding, final norm, head, loss and their kernels. */
function outsideSeconds(s: Resolved, trains: boolean): number {
  const { T, d, V } = sizes(s);
  const { logitShare, bias } = s.model;
  const e = is32(s) ? 4 : 2;
  const positions = T * logitShare;
  const [columns, backwardColumns] = logitColumns[s.software.kernels];
  let bytes = e * (12 * T * d + 2 * V * d) * (trains ? 1 : 1 / 3);
  let flop = 0;
  if (positions > 0) {
    bytes += (trains ? 3 : 1) * e * (positions * d + positions * V + d * V);
    bytes += (columns + (trains ? backwardColumns : 0)) * positions * V * bytesOfLogit(s);
    flop = (trains ? 6 : 2) * positions * d * V + (bias.head ? positions * V : 0);
  }
  return flop / rates(s).wide + bytes / bandwidth(s) + (trains ? 30 : 10) * launch(s);
}

function optimizerSeconds(s: Resolved): number {
  const { optimizer } = s.training;
  const { optimizerKernels: how, kernels: stack } = s.software;
  if (optimizer === "none") return 0;
  const fused = how === "fused";
  const ofAdam =
    how === "synchronous" ? 100 : !fused ? 80 : stack === "megatron" || stack === "compiled" ? 30 : 40;
  const relative = optimizer === "sgd" ? 5 / 7 : optimizer === "adafactor" ? 4 / 7 : 1;
  const bytes = optimizer === "lamb" && fused ? 60 : ofAdam * relative;
  const tensors = (stack === "unfused" ? 9 : 12) * s.model.layers;
  const kernels = fused || how === "synchronous" ? 20 : 10 * tensors;
  const gpu = (bytes * sizes(s).weights) / bandwidth(s) + kernels * launch(s);
  const waits = how === "synchronous" ? c.hostSyncTensorSeconds * (16 * s.model.layers + 6) : 0;
  return joined(gpu, kernels * c.hostOptimizerKernelSeconds * hostFactor(s)) + waits * hostFactor(s);
}
