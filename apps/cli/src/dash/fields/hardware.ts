import { hardwareQuery } from "@wallclock/core";
import { formatUsd, formatWhole } from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import type { Change } from "./change.ts";
import { choice } from "./choice.ts";
import { type Field, plainly } from "./field.ts";
import { decades, divisors, powersOfTwo, rungs, words } from "./ladders.ts";

const priceLadder = decades([1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8], -1, 2);

/** What the scenario calls its device or cluster. */
function deviceName({ scenario, machine }: Answer): string {
  const { hardware } = scenario;
  if (typeof hardware === "string") return hardwareQuery(hardware).name ?? machine.profile.id;
  return typeof hardware.device === "string" ? hardware.device : hardware.device.id;
}

/** The number in front of the name: devices, or nodes of a cluster. */
function countOf({ scenario: { hardware }, resolved, machine }: Answer): number {
  const counts = typeof hardware === "string" && machine.cluster !== null ? 1 : resolved.hardware.count;
  return hardwareQuery(hardware).count ?? counts;
}

/**
 * What else has to give way when the machine changes: the ranks of the data, then the micro-batch and the whole batch,
 * then the layout.
 */
function withLayout(set: Change["set"], drop: readonly string[] = []): Change[] {
  const batch = ["training.accumulation", "training.microBatchSequences"];
  return [
    { set, drop: [...drop, "parallel.data"] },
    { set, drop: [...drop, "parallel.data", ...batch], follows: "micro-batch" },
    {
      set,
      drop: [...drop, "parallel.data", ...batch, "training.globalBatchSequences"],
      follows: "batch",
    },
    {
      set,
      drop: [...drop, "parallel", ...batch, "training.globalBatchSequences"],
      follows: "layout and batch",
    },
    {
      set,
      drop: [...drop, "parallel", "training.precision", ...batch, "training.globalBatchSequences"],
      follows: "precision, layout and batch",
    },
  ];
}

/** Another device, as many of them; a name may bring its own count. Links and prices of the old one go. */
function deviceChanges(from: Answer, text: string): Change[] {
  const hasCount = /^\s*\d+\s*[x×*\s]/i.test(text);
  const name = text.trim();
  const set = { hardware: hasCount ? name : `${countOf(from)}x ${name}` };
  return withLayout(set, ["hardware"]);
}

function countChanges(from: Answer, text: string): Change[] {
  const { hardware } = from.scenario;
  if (typeof hardware !== "string") return withLayout({ "hardware.count": text });
  // What is no whole number is left to the scenario's own rules to refuse.
  if (!/^\d+$/.test(text.trim())) return [plainly("hardware.count", text)];
  return withLayout({ hardware: `${Number(text)}x ${deviceName(from)}` });
}

function rank(name: "tensor" | "pipeline", label: string): Field {
  const path = `parallel.${name}`;
  return {
    path,
    label,
    show: ({ resolved }) => formatWhole(resolved.parallel[name]),
    text: ({ resolved }) => String(resolved.parallel[name]),
    steps: ({ resolved }, direction) => divisors(resolved.hardware.count, resolved.parallel[name], direction),
    changes: (_, text) => withLayout({ [path]: text }).slice(0, 3),
    example: "2",
  };
}

/** Fields of the machine and of the layout on it. */
export const hardwareFields: readonly Field[] = [
  {
    path: "hardware",
    label: "device",
    show: deviceName,
    text: deviceName,
    steps: (from, direction, { devices, clusters }) => {
      return words(from.machine.cluster === null ? devices : clusters, idOf(from), direction);
    },
    changes: deviceChanges,
    catalogue: "devices",
    example: "h100-sxm-80gb, 4x rtx-4090",
  },
  {
    path: "hardware.count",
    label: "devices",
    show: (from) => {
      const { count } = from.resolved.hardware;
      return from.machine.cluster === null || typeof from.scenario.hardware !== "string"
        ? formatWhole(count)
        : `${countOf(from)} nodes, ${formatWhole(count)}`;
    },
    text: (from) => String(countOf(from)),
    steps: (from, direction) => rungs(powersOfTwo(0, 20), countOf(from), direction),
    changes: countChanges,
    example: "16",
  },
  rank("tensor", "tensor ranks"),
  rank("pipeline", "pipeline stages"),
  choice("parallel.sharding", "sharding", ({ resolved }) => resolved.parallel.sharding),
  {
    path: "hardware.usdPerDeviceHour",
    label: "$/device·h",
    show: ({ resolved }) => formatUsd(resolved.hardware.usdPerDeviceHour),
    text: ({ resolved }) => String(resolved.hardware.usdPerDeviceHour ?? ""),
    steps: ({ resolved }, direction) =>
      rungs(priceLadder, resolved.hardware.usdPerDeviceHour ?? 1, direction),
    changes: (_, text) => [plainly("hardware.usdPerDeviceHour", text)],
    example: "2.50",
  },
];

/** The catalogue's id of what the scenario names. */
function idOf({ machine: { cluster, profile } }: Answer): string {
  return cluster?.id ?? profile.id;
}
