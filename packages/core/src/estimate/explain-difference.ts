import { lossCauses, memoryCause } from "./compare-causes.ts";
import { figures } from "./compare-figures.ts";
import type { Estimate } from "./types.ts";

/**
 * In words, of every further estimate against the first: how much longer it takes per token and which part of the time makes
 * the most of it, what moves its loss, what fills its memory, and whether the intervals tell the runs apart.
 */
export function explainDifference(estimates: readonly Estimate[], names: readonly string[] = []): string {
  const [first, ...others] = estimates;
  if (first === undefined || others.length === 0) return "There is one estimate: nothing to compare.";
  const same = (other: Estimate): boolean => figures.every(([, read]) => read(first) === read(other));
  if (others.every(same)) return "No difference.";
  const called = (index: number): string => names[index] ?? ordinal(index, estimates.length);
  return others
    .map((other, index) => {
      const pair: Pair = { first, last: other, a: called(0), b: called(index + 1) };
      return same(other) ? capital(`${pair.b} is the same as ${pair.a}.`) : explainPair(pair);
    })
    .join(" ");
}

function ordinal(index: number, count: number): string {
  if (index === 0) return "the first";
  return index === count - 1 ? "the last" : `number ${index + 1}`;
}

/** Two estimates and what they are called. */
interface Pair {
  readonly first: Estimate;
  readonly last: Estimate;
  readonly a: string;
  readonly b: string;
}

function explainPair(pair: Pair): string {
  return [timeSentence(pair), lossSentence(pair), memorySentence(pair)]
    .filter((each) => each !== "")
    .join(" ");
}

function timeSentence({ first, last, a, b }: Pair): string {
  const speed = last.step.tokensPerSecond / first.step.tokensPerSecond;
  const [more, same] = [timesText(speed), timesText(1 / speed)];
  if (more === "1" || same === "1") return capital(`${b} takes as long per token as ${a}.`);
  const times = speed > 1 ? `is ${more} × as fast per token as` : `takes ${same} × as long per token as`;
  const part = largestChange(first, last);
  const why = part === "" ? "" : `, mostly by ${part.replaceAll("-", " ")}`;
  const [before, after] = [perToken(first), perToken(last)];
  const apart = before.p10 > after.p90 || after.p10 > before.p90;
  const doubt = apart
    ? ""
    : " Their times' 80 % intervals overlap: the difference is within the model's error.";
  return capital(`${b} ${times} ${a}${why}.${doubt}`);
}

/** Seconds a token, with the interval of the step. */
function perToken({ step: { seconds, tokensPerSecond } }: Estimate): { p10: number; p90: number } {
  const tokens = tokensPerSecond * seconds.p50;
  return { p10: seconds.p10 / tokens, p90: seconds.p90 / tokens };
}

/** Below this two losses are written alike. */
const leastNats = 0.0005;

function lossSentence({ first, last }: Pair): string {
  const change = last.loss.nats.p50 - first.loss.nats.p50;
  if (first.loss.law !== last.loss.law) {
    return `Their losses are of different laws (${first.loss.law}, ${last.loss.law}) and cannot be compared.`;
  }
  if (Math.abs(change) < leastNats) return "";
  const causes = lossCauses(first, last);
  const shares =
    causes === null ? "" : `: ${signed(causes.bySize)} by its size, ${signed(causes.byTokens)} by its tokens`;
  return `Its loss is ${Math.abs(change).toFixed(3)} nats ${change < 0 ? "lower" : "higher"}${shares}.`;
}

function signed(nats: number): string {
  return `${nats < 0 ? "−" : "+"}${Math.abs(nats).toFixed(3)}`;
}

/** Memory is worth a sentence where it differs by a tenth. */
const notableShare = 0.1;

function memorySentence({ first, last }: Pair): string {
  const ratio = last.memory.bytesPerDevice / first.memory.bytesPerDevice;
  const part = memoryCause(first, last);
  if (part === null || Math.abs(ratio - 1) < notableShare) return "";
  const fits = last.memory.fits === false && first.memory.fits !== false ? " and does not fit" : "";
  return `It needs ${timesText(ratio)} × the memory${fits}, mostly by ${part.name.replaceAll("-", " ")}.`;
}

/** The part whose time per token differs most. */
function largestChange(first: Estimate, last: Estimate): string {
  const partPerToken = (estimate: Estimate, name: string): number =>
    (estimate.step.parts.find((part) => part.name === name)?.seconds ?? 0) /
    (estimate.step.tokensPerSecond * estimate.step.seconds.p50);
  const names = [...new Set([...first.step.parts, ...last.step.parts].map((part) => part.name))];
  const changes = names.map((name) => ({
    name,
    change: partPerToken(last, name) - partPerToken(first, name),
  }));
  const [largest] = changes.sort((x, y) => Math.abs(y.change) - Math.abs(x.change));
  return largest === undefined || largest.change === 0 ? "" : largest.name;
}

/** `7.5`: three digits, without zeros at the end. */
function timesText(ratio: number): string {
  return String(Number(ratio.toPrecision(3)));
}

/** The start of a sentence; a name keeps its letters. */
function capital(text: string): string {
  return text.replace(/^(?:the|number) /, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}
