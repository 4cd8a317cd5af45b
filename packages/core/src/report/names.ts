import type { Estimate } from "../estimate/types.ts";
import { findLeaf } from "../spec/leaves/index.ts";
import type { Scenario } from "../spec/scenario.ts";
import { formatCount, formatSi, formatUsd } from "./format.ts";

/**
 * How a scenario's model is called: its preset's id, what its config says it is, or its sizes.
 *
 * @example
 * modelName(scenario) // => "gpt2-124m"
 */
export function modelName(scenario: Scenario): string {
  const { model } = scenario;
  if (typeof model === "string") return model;
  if (!("hf" in model)) return `${model.layers} layers × ${model.width}`;
  const type = model.hf.model_type;
  return typeof type === "string" ? `${type} (config.json)` : "config.json";
}

/**
 * How a scenario's hardware is called: `8x h100-sxm-80gb`.
 *
 * @example
 * hardwareName({ hardware: "8x h100-sxm-80gb" }) // => "8x h100-sxm-80gb"
 */
export function hardwareName(scenario: Pick<Scenario, "hardware">): string {
  const { hardware } = scenario;
  if (typeof hardware === "string") return hardware.replace(/^(\d+)\s*[x×*]\s*/i, "$1x ");
  const { device, count } = hardware;
  const name = typeof device === "string" ? device : device.id;
  return count === undefined ? name : `${count}x ${name}`;
}

/** The value of a field: the scenario's own, else the default that was taken; undefined when neither says. */
export function fieldOf(estimate: Estimate, scenario: Scenario | undefined, path: string): unknown {
  let value: unknown = scenario;
  for (const key of path.split(".")) {
    const holder = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    value = holder ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value ?? estimate.assumed.find((each) => each.path === path)?.value;
}

/**
 * `124M parameters`, and how many of them a token meets where that is fewer.
 *
 * @example
 * parametersText(reply.parameters) // => "124M parameters"
 */
export function parametersText({ total, active }: Estimate["parameters"]): string {
  const all = `${formatCount(total)} parameters`;
  return active < total ? `${all}, ${formatCount(active)} active` : all;
}

/** A part's or a group's name as words: `memory-traffic` is "memory traffic". */
export function words(name: string): string {
  return name.replaceAll("-", " ").replaceAll(/([a-z])([A-Z])/g, (_, before: string, letter: string) => {
    return `${before} ${letter.toLowerCase()}`;
  });
}

const partLabels: ReadonlyMap<string, string> = new Map([
  ["framework", "framework and fragmentation"],
  ["stragglers", "waiting for the slowest"],
  ["step-start", "starting the step"],
]);

/** What a part of the time or of the memory is called on a page; JSON keeps its name. */
export function partLabel(name: string): string {
  return partLabels.get(name) ?? words(name);
}

/**
 * A default as text: `tokens 2.49B`, `optimizer adamw`, `moe none`.
 *
 * @example
 * assumptionText({ path: "training.tokens", value: 2.49e9 }) // => "tokens 2.49B"
 */
export function assumptionText({ path, value }: Estimate["assumed"][number]): string {
  const dot = path.indexOf(".");
  const name = dot === -1 ? path : path.slice(dot + 1);
  return `${name} ${typeof value === "number" ? quantityText(value, path) : valueText(value)}`;
}

/** A number of a scenario as its unit is written. */
function quantityText(value: number, path: string): string {
  const leaf = findLeaf(path);
  if (leaf?.unit === "usd") return formatUsd(value);
  if (leaf?.unit === "bytesPerSecond") return formatSi(value, "B/s");
  return leaf?.unit === "count" && leaf.kind === "number" ? formatCount(value) : valueText(value);
}

/** A value of a scenario as text; null is "none", an object its fields. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  if (Array.isArray(value)) return `${value.length} entries`;
  if (typeof value !== "object") return String(value);
  const fields = Object.entries(value);
  if (fields.length === 0) return "none";
  return fields.length > 4
    ? `${fields.length} fields`
    : fields.map(([key, inner]) => `${key} ${valueText(inner)}`).join(", ");
}
