import { type Issue, issue, type Note } from "../../errors/issue.ts";
import type { ModelInput } from "../model.ts";

/** What reading a config brought to light: kept by all parts of one config together. */
export interface Findings {
  readonly issues: Issue[];
  readonly notes: Note[];
  /** Keys that were absent, with the value the family's class gives them, e.g. `head_dim = 128`. */
  readonly defaults: string[];
}

/** One key, or a list of names it goes by: the first is the one to name when none is there. */
export type Key = string | readonly string[];

/**
 * Reads a parsed config.json key by key. A wrong value becomes an issue and a harmless stand-in,
 * so that one pass finds everything that is wrong.
 */
export interface Config {
  readonly path: string;
  readonly findings: Findings;
  /** The names of all its keys. */
  keys(): readonly string[];
  /** Whether the key is there and not null. */
  has(key: string): boolean;
  /** Whether the key is there and null, which some families read as "same as heads". */
  isNull(key: string): boolean;
  /** A whole number of at least 1 that must be there. */
  count(key: Key): number;
  /** A whole number of at least 1, or the class's default. */
  countOr(key: Key, fallback: number): number;
  /** A whole number of at least 0, or the class's default. */
  wholeOr(key: Key, fallback: number): number;
  /** A boolean, or the class's default; null is false. */
  flag(key: string, fallback: boolean): boolean;
  text(key: Key, fallback: string): string;
  list(key: string): readonly unknown[] | null;
  /** A nested object; null when absent. */
  child(key: string): Config | null;
  /** The value as it is, for keys of several types. */
  raw(key: string): unknown;
  note(code: string, key: string, message: string, severity?: Note["severity"]): void;
  reject(code: string, key: string, message: string, hint?: string | null): void;
}

/** Reads one family's config into a model. */
export type Reader = (config: Config) => ModelInput;

/** Larger than any model's size by far; it keeps products of two sizes finite. */
const largest = 1e9;

/** Layers beyond which a pattern over the layers is not spelt out: no model has a tenth of it. */
const mostLayers = 10_000;

/** Whether a pattern over this many layers can be spelt out; an issue when it cannot, or when others came before. */
export function canSpellOut(config: Config, layers: number): boolean {
  if (config.findings.issues.length > 0) return false;
  if (layers <= mostLayers) return true;
  const message = `num_hidden_layers (${layers}) must be at most ${mostLayers} where layers differ`;
  config.reject("hf_too_many_layers", "num_hidden_layers", message, `nearest: ${mostLayers}`);
  return false;
}

export function openConfig(object: Record<string, unknown>, path: string, findings: Findings): Config {
  const at = (key: string) => `${path}.${key}`;
  const get = (key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);
  const reject: Config["reject"] = (code, key, message, hint = null) => {
    findings.issues.push(issue(code, at(key), message, hint));
  };
  const note: Config["note"] = (code, key, message, severity = "info") => {
    findings.notes.push({ code, severity, message, path: at(key) });
  };
  const find = (key: Key) => {
    const names = typeof key === "string" ? [key] : key;
    const name = names.find((candidate) => get(candidate) !== undefined && get(candidate) !== null);
    return { name: name ?? names[0] ?? "", value: name === undefined ? undefined : get(name) };
  };
  const whole = (key: Key, least: number, fallback: number | null): number => {
    const { name, value } = find(key);
    if (value === undefined && fallback !== null) {
      findings.defaults.push(`${name} = ${fallback}`);
      return fallback;
    }
    if (value === undefined) {
      reject("hf_key_missing", name, `${name} is missing from the config`, `add ${name}`);
      return least;
    }
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= largest)
      return value as number;
    reject("hf_key_type", name, `${name} (${show(value)}) must be a whole number from ${least} to 1e9`);
    return least;
  };
  return {
    path,
    findings,
    reject,
    note,
    raw: get,
    keys: () => Object.keys(object),
    has: (key) => get(key) !== undefined && get(key) !== null,
    isNull: (key) => get(key) === null,
    count: (key) => whole(key, 1, null),
    countOr: (key, fallback) => whole(key, 1, fallback),
    wholeOr: (key, fallback) => whole(key, 0, fallback),
    ...typedReaders({ find, get, reject, findings, at }),
  };
}

interface Lookup {
  readonly find: (key: Key) => { name: string; value: unknown };
  readonly get: (key: string) => unknown;
  readonly reject: Config["reject"];
  readonly findings: Findings;
  readonly at: (key: string) => string;
}

function typedReaders({ find, get, reject, findings, at }: Lookup) {
  const wrong = (name: string, value: unknown, wanted: string) =>
    reject("hf_key_type", name, `${name} (${show(value)}) must be ${wanted}`);
  return {
    flag(key: string, fallback: boolean): boolean {
      const value = get(key);
      if (value === null) return false;
      if (typeof value === "boolean") return value;
      if (value === undefined) findings.defaults.push(`${key} = ${fallback}`);
      else wrong(key, value, "true or false");
      return fallback;
    },
    text(key: Key, fallback: string): string {
      const { name, value } = find(key);
      if (typeof value === "string") return value;
      if (value === undefined) findings.defaults.push(`${name} = ${fallback}`);
      else wrong(name, value, "a string");
      return fallback;
    },
    list(key: string): readonly unknown[] | null {
      const value = get(key);
      if (Array.isArray(value)) return value;
      if (value !== undefined && value !== null) wrong(key, value, "a list");
      return null;
    },
    child(key: string): Config | null {
      const value = get(key);
      if (isRecord(value)) return openConfig(value, at(key), findings);
      if (value !== undefined && value !== null) wrong(key, value, "an object");
      return null;
    },
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as it reads in a message: JSON, cut to 40 characters. */
export function show(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? typeof value);
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
