import { fail } from "../errors/issue.ts";
import { nearest } from "../errors/nearest.ts";
import { type LossUnit, lossUnits } from "../loss/units.ts";
import { type FormName, formNames } from "./forms/forms.ts";

/** What a command line or an address says of a fit, as texts. */
export interface FitTexts {
  readonly form?: string | undefined;
  readonly draws?: string | undefined;
  readonly seed?: string | undefined;
  readonly scale?: string | undefined;
  readonly unit?: string | undefined;
  readonly bytesPerToken?: string | undefined;
}

/** The same, read. */
export interface FitRequest {
  readonly form: FormName | "auto";
  readonly draws: number | undefined;
  readonly seed: number | undefined;
  readonly scale: "fixed" | "free";
  readonly unit: LossUnit;
  readonly bytesPerToken: number | undefined;
}

/** Refits that still end: each takes milliseconds at least. */
const mostDraws = 1e6;

/**
 * Reads the options of a fit.
 *
 * @throws UserError `unknown_form`, `bad_option`, which name the option and what it may be
 * @example
 * fitRequest({ form: "chinchilla", unit: "bits" }).unit // => "bits/token"
 */
export function fitRequest(texts: FitTexts): FitRequest {
  return {
    form: formOfWord(texts.form),
    draws: numberOf(
      "draws",
      texts.draws,
      (value) => Number.isInteger(value) && value >= 0 && value <= mostDraws,
    ),
    seed: numberOf("seed", texts.seed, (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32),
    scale: oneOf("scale", texts.scale ?? "fixed", ["fixed", "free"]),
    unit: oneOf("unit", inFull(texts.unit ?? "nats/token"), lossUnits),
    bytesPerToken: numberOf("bytes-per-token", texts.bytesPerToken, (value) => value > 0),
  };
}

/** `nats` and `bits` are of a token; `bits-per-byte` is what `wallclock loss` calls bits/byte. */
function inFull(unit: string): string {
  if (unit === "bits-per-byte") return "bits/byte";
  return unit === "nats" || unit === "bits" ? `${unit}/token` : unit;
}

function formOfWord(word = "auto"): FormName | "auto" {
  const words = ["auto", ...formNames] as const;
  const form = words.find((each) => each === word);
  if (form !== undefined) return form;
  const close = nearest(word, words, 2);
  const hint = close.length > 0 ? `nearest: ${close.join(", ")}` : `one of: ${words.join(", ")}`;
  return fail("unknown_form", "form", `--form ("${word.slice(0, 40)}") is no form of a law`, hint);
}

function oneOf<T extends string>(name: string, word: string, words: readonly T[]): T {
  const found = words.find((each) => each === word);
  if (found !== undefined) return found;
  return fail(
    "bad_option",
    name,
    `--${name} ("${word.slice(0, 40)}") is not known`,
    `one of: ${words.join(", ")}`,
  );
}

const rules: Readonly<Record<string, string>> = {
  draws: `a whole number from 0 to ${mostDraws}`,
  seed: "a whole number from 0 to 4294967295",
  "bytes-per-token": "a number above 0",
};

function numberOf(
  name: string,
  text: string | undefined,
  allows: (value: number) => boolean,
): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value) && allows(value)) return value;
  return fail("bad_option", name, `--${name} ("${text.slice(0, 40)}") must be ${rules[name]}`);
}
