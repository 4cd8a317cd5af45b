import type { FfnKind } from "../model.ts";
import type { Config, Key } from "./config.ts";

/** Names of Hugging Face's activation table, by what they cost. */
const families: Record<string, "gelu" | "relu" | "relu2" | "silu"> = {
  gelu: "gelu",
  gelu_new: "gelu",
  gelu_fast: "gelu",
  gelu_python: "gelu",
  gelu_pytorch_tanh: "gelu",
  gelu_10: "gelu",
  gelu_accurate: "gelu",
  quick_gelu: "gelu",
  relu: "relu",
  relu2: "relu2",
  silu: "silu",
  swish: "silu",
};

/**
 * The kind of feed-forward a named activation makes, with or without a gate.
 *
 * @example
 * ffnKind(config, { key: "hidden_act", fallback: "silu", gated: true }) // => "swiglu"
 */
export function ffnKind(
  config: Config,
  { key, fallback, gated }: { key: Key; fallback: string; gated: boolean },
): FfnKind {
  const name = config.text(key, fallback);
  const family = Object.hasOwn(families, name) ? families[name] : undefined;
  const label = typeof key === "string" ? key : (key[0] ?? "");
  const kind = gated ? gatedKind(family) : plainKind(family);
  const exact = gated ? family === "gelu" || family === "silu" : family !== undefined && family !== "silu";
  if (!exact) {
    const message = `activation "${name}" is taken for ${kind}: the same matrices, another elementwise function`;
    config.note("hf-activation", label, message);
  }
  return kind;
}

function gatedKind(family: string | undefined): FfnKind {
  return family === "gelu" ? "geglu" : "swiglu";
}

function plainKind(family: string | undefined): FfnKind {
  return family === "relu" || family === "relu2" ? family : "gelu";
}
