import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";

/**
 * Time of a whole plan against the size of its space: `node tooling/bench/search.ts [MOST]`, and part of `pnpm bench` up to
 * 1e7 points. Each is the built command line, from its start to the last byte of its JSON: eight H100 for a day, shapes × two
 * head dimensions × eight batches × seven micro-batches × three recomputes × thirty layouts. Ceiling: 10 million points
 * under 10 s on two cores.
 */
const main = resolve(import.meta.dirname, "../../apps/cli/bin/wallclock.js");

/** 2 × 8 × 7 × 3 × 30. */
const pointsOfShape = 10_080;

/** Widths and numbers of layers whose shapes make about so many points. */
function spaceOf(points: number): { readonly width: string; readonly layers: string } {
  const shapes = Math.max(1, Math.round(points / pointsOfShape));
  const widths = Math.max(1, Math.min(128, Math.round(Math.sqrt(shapes))));
  const layers = Math.max(1, Math.round(shapes / widths));
  return { width: `256..${256 + 64 * (widths - 1)}:64`, layers: `4..${3 + layers}` };
}

interface Run {
  /** Combinations, those that do not divide among them. */
  readonly points: number;
  /** Those that divide. */
  readonly explored: number;
  readonly seconds: number;
}

function timed(points: number, threads: number): Run {
  const { width, layers } = spaceOf(points);
  const argv = [
    "plan",
    "--hardware",
    "8xh100-sxm-80gb",
    "--budget",
    "24h",
    "--width",
    width,
    "--layers",
    layers,
  ];
  const start = performance.now();
  const ran = spawnSync(process.execPath, [main, ...argv, "--threads", String(threads), "--json"], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (ran.status !== 0) throw new Error(ran.stderr);
  const { explored, rejected } = JSON.parse(ran.stdout) as {
    readonly explored: number;
    readonly rejected: { readonly indivisible?: number };
  };
  return { points: explored + (rejected.indivisible ?? 0), explored, seconds };
}

function said({ explored, seconds }: Run): string {
  return `${seconds.toFixed(2)} s, ${(explored / seconds / 1e6).toFixed(2)} M/s`;
}

/** The lines that `pnpm bench` prints. */
export function searchLines(most = 1e7): string[] {
  const threads = Math.min(2, availableParallelism());
  const sizes = [1e4, 1e5, 1e6, 1e7, 1e8].filter((size) => size <= most);
  return sizes.map((size) => {
    const one = timed(size, 1);
    const many = threads > 1 ? `; ${threads} threads ${said(timed(size, threads))}` : "";
    return `wallclock plan            ${one.points.toExponential(2)} points, ${one.explored.toExponential(2)} divide: one thread ${said(one)}${many}`;
  });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  for (const line of searchLines(Number(process.argv[2] ?? 1e8))) console.log(line);
}
