import { join } from "node:path";
import { bundle, type RunningWorker, serve } from "../test/support/workerd.ts";
import { type Load, load, type Round } from "./load.ts";
import { cpuSeconds, residentMebibytes } from "./process.ts";
import { median, spread } from "./quantiles.ts";
import { startLine } from "./start.ts";

/**
 * Speed of the built Worker under `workerd serve`, as ratios to the same app and middleware with a handler that returns a constant
 * body of the same size, measured in turn in the same run; no rate limit, no log. `pnpm bench:edge`.
 * Floors: computed 0.5, 304 0.9. Memory over 200,000 requests must stay flat; starting must take less than 50 ms of CPU.
 */
const connections = 8;
const rounds = 21;
const requestsOfRound = 2000;
const requestsToWarm = 20_000;
const requestsForMemory = 200_000;

const query = "model=gpt2-124m&hardware=8x+a100-sxm-80gb";
const cached = `/v1/estimate?${query}&training.tokens=10000000000`;

let tokens = 10_000_000_000;
/** Another number of tokens each time: nothing of it can have been computed before. */
const computed: Load = {
  path: () => {
    tokens += 1;
    return `/v1/estimate?${query}&training.tokens=${tokens}`;
  },
  headers: {},
};

interface Measured extends Round {
  readonly cpuMicroseconds: number;
}

/** One round, with what it cost the server. */
async function measured(server: RunningWorker, kind: Load): Promise<Measured> {
  const before = cpuSeconds(server);
  const round = await load(server.origin, kind, { connections, requests: requestsOfRound });
  return { ...round, cpuMicroseconds: (1e6 * (cpuSeconds(server) - before)) / requestsOfRound };
}

/** A kind of request beside the constant one; ratios are of rounds that follow each other. */
function report(name: string, all: readonly Measured[], base: readonly Measured[]): string {
  const rate = median(all.map(({ requestsPerSecond }) => requestsPerSecond));
  const rates = all.map((each, round) => each.requestsPerSecond / base[round]!.requestsPerSecond);
  const cpu = median(all.map(({ cpuMicroseconds }) => cpuMicroseconds));
  const cpus = all.map((each, round) => base[round]!.cpuMicroseconds / each.cpuMicroseconds);
  const p50 = median(all.map(({ p50Milliseconds }) => p50Milliseconds));
  const p99 = median(all.map(({ p99Milliseconds }) => p99Milliseconds));
  const statuses = [...new Set(all.flatMap((each) => [...each.statuses]))].join(" ");
  const speed = `${rate.toFixed(0).padStart(6)} requests/s, ratio ${spread(rates, 2)}`;
  const cost = `${cpu.toFixed(0).padStart(4)} µs of CPU, ratio ${spread(cpus, 2)}`;
  return `${name.padEnd(10)} ${speed}  ${cost}  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  status ${statuses}`;
}

const script = join(bundle(), "index.js");
const api = await serve(script);
const constant = await serve(join(bundle("bench/wrangler.jsonc"), "constant.js"));
const etag = (await fetch(api.origin + cached)).headers.get("etag")!;
const same: Load = { path: () => cached, headers: {} };
const known: Load = { path: () => cached, headers: { "if-none-match": etag } };
const kinds = [
  { name: "constant", server: constant, kind: same, results: [] as Measured[] },
  { name: "computed", server: api, kind: computed, results: [] as Measured[] },
  { name: "304", server: api, kind: known, results: [] as Measured[] },
];
// Compilers warm up in thousands of requests, and in the background.
for (const { server, kind } of kinds) {
  await load(server.origin, kind, { connections, requests: requestsToWarm });
}
for (let round = 0; round < rounds; round += 1) {
  // Each comes first as often as the others.
  for (let turn = 0; turn < kinds.length; turn += 1) {
    const { server, kind, results } = kinds[(round + turn) % kinds.length]!;
    results.push(await measured(server, kind));
  }
}
for (const { name, results } of kinds) console.log(report(name, results, kinds[0]!.results));
constant.stop();
const memory: number[] = [];
for (let done = 0; done < requestsForMemory; done += 20_000) {
  await load(api.origin, computed, { connections, requests: 20_000 });
  memory.push(residentMebibytes(api));
}
console.log(
  `memory     ${memory.map((each) => each.toFixed(0)).join(" ")} MiB after each 20,000 of ${requestsForMemory} requests`,
);
api.stop();
console.log(await startLine(script, cached));
