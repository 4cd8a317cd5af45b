import type { Estimate } from "@wallclock/core";
import { formatSeconds, formatUsd } from "@wallclock/core/report";
import type { Answer } from "./answer.ts";

/** A difference with its sign. */
function signed(value: number, write: (size: number) => string): string {
  if (value === 0) return "0";
  return `${value > 0 ? "+" : "−"}${write(Math.abs(value))}`;
}

/** A budget buys whole steps: what is left over is no difference. */
function isSame(a: number, b: number): boolean {
  return Math.abs(b / a - 1) < 5e-4;
}

/** What a move does to time, loss and cost, in words short enough for a table. */
export function differences(
  to: Estimate | null,
  from: Answer,
): { readonly time: string; readonly loss: string; readonly cost: string } {
  if (to === null) return { time: "not possible", loss: "", cost: "" };
  const [a, b] = [from.estimate, to];
  const nats = b.loss.nats.p50 - a.loss.nats.p50;
  const usd = a.cost.usd === null || b.cost.usd === null ? null : b.cost.usd - a.cost.usd;
  return {
    time: isSame(a.run.seconds.p50, b.run.seconds.p50)
      ? "0"
      : signed(b.run.seconds.p50 - a.run.seconds.p50, formatSeconds),
    loss: Math.abs(nats) < 0.0005 ? "0" : signed(nats, (size) => size.toFixed(3)),
    cost: usd === null ? "–" : Math.abs(usd) < 0.005 ? "0" : signed(usd, formatUsd),
  };
}
