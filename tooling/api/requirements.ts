import type { Field } from "./declaration.ts";
import { checksIn } from "./example.ts";
import type { Entry } from "./read.ts";
import { saysWhat } from "./words.ts";

/** Stages of core whose functions calculate: a formula, a count, a fit. */
const calculating = /^packages\/core\/src\/(?:parameters|ledger|memory|time|cost|loss|fit|calibrate)\//;

/** Functions of those stages that look up, read, check or hand over: nothing in them has a source. */
const handling = new Set([
  "calibrateAll",
  "findLaw",
  "fitRequest",
  "formOf",
  "ledgerReply",
  "parseCalibration",
  "runReader",
  "standingOf",
  "tableBuilder",
  "tableOf",
]);

/** Constants that are words, schemas, layout or our own version. */
const words = new Set([
  "blank",
  "calibrationForms",
  "calibrationSchema",
  "clusterSchema",
  "deviceIds",
  "deviceOfCluster",
  "engineVersion",
  "hardwareProfileSchema",
  "inlineProfileSchema",
  "latencyModelSources",
  "latencyModelsSchema",
  "lawSchema",
  "lossUnitNames",
  "lossUnits",
  "makeInlineProfileSchema",
  "margin",
  "measuredRunSchema",
  "modelSchema",
  "planRequestSchema",
  "planTables",
  "precisions",
  "roles",
  "scenarioLeaves",
  "scenarioSchema",
  "vectorPrecisions",
]);

const isProfile = ({ file }: Entry): boolean => file.startsWith("packages/hardware/src/profiles/");
const isNumeric = ({ type }: Field): boolean => /\bnumber\b|\bInterval\b|\binteger\b|Float64Array/.test(type);
/** A literal of members is what its members are. */
const isGroup = ({ type }: Field): boolean => /^(?:readonly |null \| )?\{/.test(type) || type.includes("=>");

function functionFaults({ name, file, doc, declaration, throws }: Entry): string[] {
  const shown = doc.examples.reduce((sum, example) => sum + checksIn(example), 0);
  const needsSource = calculating.test(file) && !handling.has(name);
  const text = [doc.summary, doc.returns, ...doc.params.map((param) => param.text)].join(" ");
  return [
    doc.examples.length === 0
      ? "no @example"
      : shown === 0
        ? "an @example that shows no value (// => …)"
        : null,
    throws && doc.throws.length === 0 ? "no @throws" : null,
    needsSource && !/Source:/.test(text) ? "no Source:" : null,
    /\): (?:number|Interval)/.test(declaration) && !saysWhat(name, text)
      ? "no unit of what it returns"
      : null,
  ].filter((fault) => fault !== null);
}

/** What is said of a field, and of the one it belongs to. */
function textsOf({ name, type, text }: Field, fields: readonly Field[]): string {
  const parent = name.split(".").slice(0, -1).join(".");
  const above = fields.find((field) => field.name.replace(/\?$/, "") === parent.replace(/\[\]$/, ""));
  return `${text} ${type} ${above?.text ?? ""}`;
}

const fieldFaults = (fields: readonly Field[]): string[] =>
  fields
    .filter((field) => isNumeric(field) && !isGroup(field))
    .filter((field) => !saysWhat(field.name, textsOf(field, fields)))
    .map(({ name }) => `${name} has no unit`);

/** What a public name lacks; empty where it lacks nothing. */
export function lacksOf(entry: Entry, fields: readonly Field[]): string[] {
  if (entry.from !== null || isProfile(entry)) return [];
  const { kind, doc, name } = entry;
  const faults = doc.summary === "" ? ["no description"] : [];
  if (kind === "function") faults.push(...functionFaults(entry));
  if (kind === "class" && doc.examples.length === 0) faults.push("no @example");
  if (kind === "constant" && !words.has(name) && !/Source/.test(doc.summary)) faults.push("no Source:");
  if (kind !== "function") faults.push(...fieldFaults(fields));
  return faults;
}
