import type { Estimate } from "@wallclock/core";
import { type Fact, factsOf, formatRatio } from "@wallclock/core/report";

/** The answers of B, each over those of A, with the ratio where there is one. */
export function compareFacts(a: Estimate, b: Estimate): Fact[] {
  const before = factsOf(a);
  const ratios = [
    ratio(a.run.seconds.p50, b.run.seconds.p50),
    ratio(a.loss.nats.p50, b.loss.nats.p50),
    ratio(a.cost.usd, b.cost.usd),
    "",
  ];
  return factsOf(b).map((fact, index) => ({
    ...fact,
    detail: `A ${before[index]!.value}${ratios[index] === "" ? "" : `  ${ratios[index]}`}`,
  }));
}

function ratio(a: number | null, b: number | null): string {
  return a === null || b === null || a === 0 ? "" : formatRatio(b / a);
}
