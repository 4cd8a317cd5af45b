import type { Plugin } from "rolldown";

const engine = "\0virtual:yoga-layout";

/** The engine as an object that is filled once its WebAssembly is loaded. */
const code = `
import { loadYoga } from "yoga-layout/load";
const Yoga = {};
export default Yoga;
export * from "yoga-layout/load";
export async function yogaReady() { Object.assign(Yoga, await loadYoga()); }`;

const width = "\0virtual:string-width";

/** Columns of a text with escape sequences: signs of frames and charts are counted by their codes, only others looked up. */
const widthCode = `
import { widthOf } from "@wallclock/core/report";
const escapes = /\\u001b\\[[\\d;?]*[a-zA-Z]|\\u001b\\][^\\u0007]*\\u0007/g;
export default function stringWidth(text) {
  return widthOf(text.includes("\\u001b") ? text.replaceAll(escapes, "") : text);
}`;

const modules = new Map([
  [engine, code],
  [width, widthCode],
]);

/**
 * Makes Ink fit for CommonJS, which has no waiting at the top of a module: its layout engine is waited for by a call
 * (src/dash/app/yoga.ts), and what it waits for only to be debugged is left out. And measures text as reports do: the
 * usual measure goes through every sign of a frame by grapheme, 4 ms a key; and leaves lines whole, 4 ms more.
 */
export function ink(): Plugin {
  return {
    name: "ink",
    resolveId: {
      filter: { id: /^yoga-layout$|^string-width$|\/yoga\.ts$/ },
      handler: (id) => (id === "string-width" ? width : engine),
    },
    load: {
      filter: { id: /^\0virtual:(yoga-layout|string-width)$/ },
      handler: (id) => modules.get(id),
    },
    transform: {
      filter: { id: /ink[\\/]build[\\/](reconciler|output)\.js$|yoga-wasm-base64-esm\.js$/ },
      handler: (source, id) => ({ code: changeOf(id)(source), map: null }),
    },
  };
}

function changeOf(id: string): (source: string) => string {
  if (id.endsWith("reconciler.js")) return undebugged;
  return id.endsWith("output.js") ? lineByLine : undelayed;
}

/** Texts that are each a whole line, as those of a frame are, one under another; null where any is not. */
const wholeLines = `
function wholeLines(operations, height) {
  const rows = new Array(height).fill("");
  for (const { type, x, y, text, transformers } of operations) {
    if (type !== "write" || x !== 0 || rows[y] !== "" || text.includes("\\n")) return null;
    rows[y] = transformers.reduce((line, transform) => transform(line, 0), text).trimEnd();
  }
  return rows;
}`;

/** Whole lines are the frame as they are: Ink would take each apart into cells with their styles, and put it together again. */
function lineByLine(source: string): string {
  const start = "        // Initialize output array";
  const short =
    "const rows = wholeLines(this.operations, this.height); if (rows !== null) return { output: rows.join('\\n'), height: rows.length };\n";
  return `${replaced(source, start, `${short}${start}`)}${wholeLines}`;
}

/** Without the developer tools that Ink looks for when DEV is set. */
function undebugged(source: string): string {
  return replaced(source, "process.env['DEV'] === 'true'", "false");
}

/** The engine read from its text at once: it would `fetch` that, for which Node first loads all of HTTP, 90 ms of a start. */
function undelayed(source: string): string {
  const use = "if(!ua(H))";
  return replaced(source, use, `w||(w=Buffer.from(H.slice(H.indexOf(",")+1),"base64"));${use}`);
}

function replaced(source: string, from: string, to: string): string {
  if (!source.includes(from)) throw new Error(`the source no longer says ${from}`);
  return source.replaceAll(from, to);
}
