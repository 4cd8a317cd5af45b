import { elementBytes } from "../../../packages/core/src/spec/precision.ts";
import type { Foretold } from "./leave-out.ts";

/** How wide an interval of a share must be: a quantile of |log error|; all runs alike, or all groups alike. */
function halfWidth(foretold: readonly Foretold[], share: number, alike: "runs" | "groups"): number {
  const sizes = new Map<string, number>();
  for (const { run } of foretold) sizes.set(run.group, (sizes.get(run.group) ?? 0) + 1);
  const weighted = foretold
    .map(({ run, error }) => ({
      size: Math.abs(error),
      weight: alike === "runs" ? 1 : 1 / (sizes.get(run.group) ?? 1),
    }))
    .sort((a, b) => a.size - b.size);
  let left = share * weighted.reduce((sum, { weight }) => sum + weight, 0);
  for (const { size, weight } of weighted) {
    left -= weight;
    if (left <= 0) return size;
  }
  return weighted.at(-1)?.size ?? Number.NaN;
}

/** Errors by what kind of run it is: where the model knows more and where less. */
export function spreadByKind(foretold: readonly Foretold[]): string[] {
  const kinds = new Map<string, Foretold[]>();
  for (const each of foretold) {
    for (const kind of kindsOf(each)) kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
  }
  return [...kinds.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, members]) => {
      const bias = members.reduce((sum, { error }) => sum + error, 0) / members.length;
      const runs = halfWidth(members, 0.8, "runs").toFixed(3);
      const groups = halfWidth(members, 0.8, "groups").toFixed(3);
      const count = String(members.length).padStart(4);
      return `${kind.padEnd(24)} ${count}   ± ${runs} (groups alike ${groups})   bias ${bias.toFixed(3)}`;
    });
}

function kindsOf({ run }: Foretold): string[] {
  const { hardware, software, training } = run.resolved;
  const { count, perNode } = hardware;
  const size = count === 1 ? "one device" : count <= perNode ? "one node" : "many nodes";
  const bits = `${8 * elementBytes(training.precision)} bit`;
  return [bits, size, `kernels ${software.kernels}`, `precision ${training.precision}`, `pass ${run.pass}`];
}
