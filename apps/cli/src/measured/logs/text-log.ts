import { stripVTControlCharacters } from "node:util";
import { type LoggedRun, settled, type Timing, warmUpOf } from "./log.ts";

/** How a trainer writes a step into its text log. */
interface TextFormat {
  readonly name: string;
  /** Finds the one number that says how fast the step was. */
  readonly pattern: RegExp;
  readonly timing: (value: number) => Timing;
}

const formats: readonly TextFormat[] = [
  {
    // torchtitan: "step: 10  loss:  7.2  memory: 29.4GiB(37.2%)  tps: 6,234  tflops: 310.12  mfu: 31.36%"
    name: "torchtitan",
    pattern: /\bstep:\s*\d+\b.*?\btps:\s*([\d,]+(?:\.\d+)?)/,
    timing: (value) => ({ tokensPerSecondPerDevice: value }),
  },
  {
    // nanoGPT: "iter 120: loss 3.4921, time 245.13ms, mfu 38.20%"
    name: "nanoGPT",
    pattern: /\biter\s+\d+:.*?\btime\s+([\d.]+)\s*ms\b/,
    timing: (value) => ({ stepSeconds: value / 1e3 }),
  },
  {
    // llm.c: "step   12/19560 | loss 6.9 (+nanz)| norm 1.2 (+nanz)| lr 6.00e-04 | 245.13 ms | 48.9% bf16 MFU | 2135000 tok/s"
    name: "llm.c",
    pattern: /\bstep\s+\d+\/\d+.*?([\d.]+)\s*ms\b/,
    timing: (value) => ({ stepSeconds: value / 1e3 }),
  },
];

/** The run of a text log, by the first format that any of its lines has; null when none has. */
export function textLog(text: string, origin: string): LoggedRun | null {
  const lines = stripVTControlCharacters(text).split("\n");
  for (const { name, pattern, timing } of formats) {
    const values = lines
      .flatMap((line) => pattern.exec(line)?.[1] ?? [])
      .map((word) => Number(word.replaceAll(",", "")));
    const value = settled(values);
    if (value === null) continue;
    const steps = values.length - warmUpOf(values.length);
    return { id: null, origin: `${origin} (${name} log)`, timing: timing(value), leaves: {}, steps };
  }
  return null;
}
