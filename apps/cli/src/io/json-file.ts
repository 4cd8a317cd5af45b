import { statSync } from "node:fs";
import { readJson } from "@wallclock/core";
import { originOf, readText } from "./input.ts";

/** Reads a JSON file, or standard input for `-`. */
export async function readJsonFile(path: string): Promise<unknown> {
  return readJson(await readText(path), originOf(path));
}

/** Whether a word that may be a name or a file is a file: it says so by its form, or there is one. */
export function isFileName(word: string): boolean {
  return word === "-" || word.endsWith(".json") || /[\\/]/.test(word) || isThere(word);
}

/** Whether there is a file of that name; a folder may be called like a preset. What no file can be called is none. */
export function isThere(word: string): boolean {
  try {
    return statSync(word, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
