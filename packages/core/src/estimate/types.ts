import type { Note } from "../errors/issue.ts";
import type { MemoryPart } from "../memory/index.ts";
import type { Interval } from "../numeric/interval.ts";
import type { Assumption } from "../spec/resolved.ts";
import type { TimePart } from "../time/part.ts";

/** The reply to a scenario; plain JSON, keys in the order of the public format. */
export interface Estimate {
  readonly schema: "wallclock/estimate/1";
  readonly id: string | null;
  readonly engine: string;
  readonly parameters: {
    readonly total: number;
    readonly active: number;
    readonly nonEmbedding: number;
    readonly groups: Readonly<Record<string, number>>;
  };
  readonly ledger: {
    readonly flopPerStep: number;
    readonly copiesPerStep: number;
    readonly bytesPerStep: number;
    readonly launchesPerStep: number;
  };
  readonly step: {
    readonly seconds: Interval;
    readonly tokensPerSecond: number;
    /** Model FLOPs (6 N + attention, no recompute) a second over the dense peak of the precision. */
    readonly mfu: number;
    /** Sum to seconds.p50. */
    readonly parts: readonly TimePart[];
  };
  readonly run: {
    readonly seconds: Interval;
    readonly steps: number;
    readonly tokens: number;
    readonly deviceHours: number;
  };
  readonly memory: {
    readonly bytesPerDevice: number;
    readonly capacityBytes: number | null;
    readonly fits: boolean | null;
    readonly parts: readonly MemoryPart[];
  };
  readonly loss: { readonly nats: Interval; readonly law: string; readonly inDomain: boolean };
  readonly cost: {
    readonly usd: number | null;
    readonly joules: number | null;
    readonly kgCo2e: number | null;
  };
  readonly baselines: { readonly flopOnlySeconds: number; readonly copiesOnlySeconds: number };
  readonly assumed: readonly Assumption[];
  readonly notes: readonly Note[];
}
