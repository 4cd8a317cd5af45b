import type { Arguments } from "../args/read.ts";

/** What the dashboard opens with when nothing else was said. */
export const exampleLeaves: Arguments["leaves"] = {
  model: "gpt2-124m",
  hardware: "8x h100-sxm-80gb",
  "training.tokens": "10B",
};

/** Arguments in which the example says what they leave open; a file leaves nothing open. */
export function withExample(args: Arguments): Arguments {
  if (args.operands.length > 0) return args;
  const { model = "", hardware = "", "training.tokens": tokens = "" } = exampleLeaves;
  const isAsked = Object.keys(args.leaves).length > 0;
  const leaves = isAsked ? { model, hardware } : { model, hardware, "training.tokens": tokens };
  return { ...args, leaves: { ...leaves, ...args.leaves } };
}
