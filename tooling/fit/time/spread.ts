import { quantile } from "../../../packages/core/src/numeric/quantile.ts";
import type { Foretold } from "./leave-out.ts";

/** How wide an interval of a share must be: a quantile of |log error|, all runs alike. */
export function halfWidth(foretold: readonly Foretold[], share: number): number {
  const sizes = foretold.map(({ error }) => Math.abs(error)).sort((a, b) => a - b);
  return quantile(sizes, share) ?? Number.NaN;
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
      const width = halfWidth(members, 0.8).toFixed(3);
      return `${kind.padEnd(24)} ${String(members.length).padStart(4)}   ± ${width}   bias ${bias.toFixed(3)}`;
    });
}

function kindsOf({ run }: Foretold): string[] {
  const { hardware, software, training } = run.resolved;
  const { count, perNode } = hardware;
  const size = count === 1 ? "one device" : count <= perNode ? "one node" : "many nodes";
  return [size, `kernels ${software.kernels}`, `precision ${training.precision}`, `pass ${run.pass}`];
}
