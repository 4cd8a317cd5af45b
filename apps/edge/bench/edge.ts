import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, type RunningWorker, serve } from "../test/support/workerd.ts";
import { type Load, load, type Round } from "./load.ts";

/**
 * Speed of the built Worker under `workerd serve`, as ratios to the same app and middleware with a handler that returns a constant
 * body of the same size, measured in turn in the same run; no rate limit, no log. `pnpm bench:edge`.
 * Floors: computed 0.5, 304 0.9. Memory over 200,000 requests must stay flat.
 */
const connections = 8;
const rounds = 7;
const requestsOfRound = 3000;
const requestsToWarm = 20_000;
const requestsForMemory = 200_000;

const query = "model=gpt2-124m&hardware=8x+a100-sxm-80gb";
const cached = `/v1/estimate?${query}&training.tokens=10000000000`;
/** Another number of tokens each time: nothing of it can have been computed before. */
const computed: Load = {
  path: (count) => `/v1/estimate?${query}&training.tokens=${10_000_000_000 + count}`,
  headers: {},
};

interface Measured extends Round {
  /** Of all threads of the server; unlike a rate it does not depend on what else the machine does. */
  readonly cpuMicroseconds: number;
}

/** Ticks of /proc are a hundredth of a second on Linux. */
const tickMicroseconds = 10_000;

function cpuMicroseconds({ pid }: RunningWorker): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMicroseconds;
}

/** One round, with what it cost the server. */
async function measured(server: RunningWorker, kind: Load): Promise<Measured> {
  const before = cpuMicroseconds(server);
  const round = await load(server.origin, kind, { connections, requests: requestsOfRound });
  return { ...round, cpuMicroseconds: (cpuMicroseconds(server) - before) / requestsOfRound };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

function report(name: string, all: readonly Measured[], base: readonly Measured[]): string {
  const rate = median(all.map(({ requestsPerSecond }) => requestsPerSecond));
  const ratios = all.map((each, index) => each.requestsPerSecond / base[index]!.requestsPerSecond);
  const cpu = median(all.map((each) => each.cpuMicroseconds));
  const cpuRatio = median(base.map((each) => each.cpuMicroseconds)) / cpu;
  const p50 = median(all.map(({ p50Milliseconds }) => p50Milliseconds));
  const p99 = median(all.map(({ p99Milliseconds }) => p99Milliseconds));
  const statuses = [...new Set(all.flatMap((each) => [...each.statuses]))].join(" ");
  const rates = `${rate.toFixed(0).padStart(6)} requests/s (ratio ${median(ratios).toFixed(2)})`;
  const costs = `${cpu.toFixed(0).padStart(4)} µs of CPU (ratio ${cpuRatio.toFixed(2)})`;
  return `${name.padEnd(10)} ${rates}  ${costs}  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  status ${statuses}`;
}

/** Resident memory in MiB. */
function residentMebibytes({ pid }: RunningWorker): number {
  const kibibytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes) / 1024;
}

const api = await serve(join(bundle(), "index.js"));
const constant = await serve(join(bundle("bench/constant.ts"), "constant.js"));
const etag = (await fetch(api.origin + cached)).headers.get("etag")!;
const known: Load = { path: () => cached, headers: { "if-none-match": etag } };
const same: Load = { path: () => cached, headers: {} };
const results: Record<"constant" | "computed" | "304", Measured[]> = {
  constant: [],
  computed: [],
  "304": [],
};
// Compilers warm up in thousands of requests, and in the background.
const warm = { connections, requests: requestsToWarm };
for (const [origin, kind] of [
  [constant.origin, same],
  [api.origin, computed],
  [api.origin, known],
] as const) {
  await load(origin, kind, warm);
}
for (let round = 0; round < rounds; round += 1) {
  const three = [
    await measured(constant, same),
    await measured(api, computed),
    await measured(api, known),
  ] as const;
  results.constant.push(three[0]);
  results.computed.push(three[1]);
  results["304"].push(three[2]);
}
for (const [name, all] of Object.entries(results)) console.log(report(name, all, results.constant));
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
