/** How long a start takes, as a ratio to bare node on the same machine: medians of interleaved runs. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const runs = Number(process.argv[2] ?? 30);
const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const own = fileURLToPath(new URL("../../../node_modules/.bin/node", import.meta.url));

const cases = [
  { name: "node -e 0", argv: ["-e", "0"], ceiling: 1 },
  { name: "wallclock --version", argv: [main, "--version"], ceiling: 1.6 },
  {
    name: "wallclock estimate",
    argv: [main, ..."estimate --model gpt2-124m --hardware 8xa100 --tokens 10B".split(" ")],
    ceiling: 2.2,
  },
];

function milliseconds(node, argv) {
  const start = performance.now();
  const { status, stderr } = spawnSync(node, argv, { stdio: ["ignore", "pipe", "pipe"] });
  const took = performance.now() - start;
  if (status !== 0) throw new Error(`${argv.join(" ")} exited with ${status}: ${stderr}`);
  return took;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle - 0.5)] + sorted[Math.floor(middle)]) / 2;
}

const seen = new Set();
for (const node of [process.execPath, own, "/usr/bin/node"]) {
  const version = existsSync(node) ? spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim() : "";
  if (version === "" || seen.has(version)) continue;
  seen.add(version);
  const times = cases.map(() => []);
  // Interleaved, so that a busy machine slows all cases alike; the first round fills the compile cache.
  for (let run = -1; run < runs; run += 1) {
    for (const [index, { argv }] of cases.entries()) {
      const took = milliseconds(node, argv);
      if (run >= 0) times[index].push(took);
    }
  }
  const bare = median(times[0]);
  for (const [index, { name, ceiling }] of cases.entries()) {
    const middle = median(times[index]);
    const ratio = (middle / bare).toFixed(2);
    console.log(
      `${version}  ${name.padEnd(20)} ${middle.toFixed(1).padStart(6)} ms  ${ratio} × bare  (ceiling ${ceiling})`,
    );
  }
}
