import {
  fail,
  hardwareQuery,
  type PlanRequest,
  type PracticalRequest,
  parsePlanRequest,
  parseQuantity,
  practicalRequest,
} from "@wallclock/core";
import type { Arguments } from "../args/read.ts";
import { isObject, readJsonFile } from "../io/json-file.ts";
import { hardwareInFull, machineFor } from "../machine.ts";
import { overridesOf, withLeaves } from "../scenario.ts";
import { readAxis } from "./axes.ts";
import { isPlanPath } from "./flags.ts";

type Tree = Record<string, unknown>;
type HardwareRef = Exclude<PlanRequest["hardware"], readonly unknown[]>;

/**
 * The request of a plan: its file, if any, with the flags over it. A file is taken at its word; flags alone are completed by
 * what practice adds.
 */
export async function requestOf(args: Arguments): Promise<PracticalRequest> {
  const [file] = args.operands;
  const base = file === undefined ? {} : await readJsonFile(file);
  if (!isObject(base)) return { request: parsePlanRequest(base), assumed: [] };
  const tree = await withScenarioFlags(withGoalFlags(base, args), args);
  const request = parsePlanRequest(await withMachines(tree, args));
  return file === undefined ? practicalRequest(request) : { request, assumed: [] };
}

/** Goal, space, constraints: what only a plan has. */
function withGoalFlags(base: Tree, { leaves }: Arguments): Tree {
  const request: Tree = { ...base };
  for (const [path, text] of Object.entries(leaves)) {
    if (!isPlanPath(path) || path === "hardware" || path === "price" || path === "budget") continue;
    put(request, path, valueIn(path, text));
  }
  if (leaves.target !== undefined && request.objective === undefined) request.objective = "seconds";
  return request;
}

/** Sets a value by its path; what is on the way is copied. */
function put(tree: Tree, path: string, value: unknown): void {
  const [key = "", ...rest] = path.split(".");
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const inner = isObject(tree[key]) ? { ...tree[key] } : {};
  put(inner, rest.join("."), value);
  tree[key] = inner;
}

function valueIn(path: string, text: string): unknown {
  if (path === "space.vocab" || path === "top") return number(path, text, "count");
  if (path.startsWith("space.")) return readAxis(path, text);
  if (path === "constraints.fits") return text === "true";
  if (path.startsWith("constraints.")) return number(path, text, "count");
  if (path === "target") return { lossNats: number(path, text, "number") };
  return text;
}

function number(path: string, text: string, unit: "count" | "number"): number {
  const value = parseQuantity(text, unit);
  if (value !== null) return value;
  const flag = path.replace(/^.*\.(?=\w+$)/, "");
  return fail("wrong_type", path, `${flag} ("${text.slice(0, 40)}") must be a number`);
}

/** Whether a flag is of the machine. */
const isOfMachine = (path: string): boolean => path === "hardware" || path.startsWith("hardware.");

/** Fields of a scenario, as `estimate` has them: training, software, model, law, one layout. */
async function withScenarioFlags(base: Tree, args: Arguments): Promise<Tree> {
  const own = Object.entries(args.leaves).filter(([path]) => !isOfMachine(path));
  const scenario = Object.fromEntries(own.filter(([path]) => path === "budget" || !isPlanPath(path)));
  const { parts, leaves } = await overridesOf({ ...args, leaves: scenario });
  const { parallel, ...tree } = await withLeaves({ ...base, ...parts }, leaves);
  if (parallel === undefined) return tree;
  const space = isObject(tree.space) ? tree.space : {};
  if (args.leaves["space.parallel"] !== undefined) {
    fail(
      "flags_contradict",
      "space.parallel",
      "--parallel lists the layouts, and another flag says one of its own",
      "leave one of the two out",
    );
  }
  return { ...tree, space: { ...space, parallel: [parallel] } };
}

/** The machines to choose from, each with what flags say of all of them, and its price. */
async function withMachines(base: Tree, args: Arguments): Promise<Tree> {
  const words = args.leaves.hardware?.split("\n");
  const given = words ?? (Array.isArray(base.hardware) ? base.hardware : [base.hardware]);
  const changes = Object.entries(args.leaves).filter(([path]) => path.startsWith("hardware."));
  const refs: unknown[] = [];
  for (const each of given) {
    refs.push(each === undefined ? each : await withChanges(each, Object.fromEntries(changes), args));
  }
  const hardware = await priced(refs, args.leaves.price?.split("\n") ?? []);
  if (hardware.every((each) => each === undefined)) return base;
  return { ...base, hardware: hardware.length === 1 ? hardware[0] : hardware };
}

async function withChanges(ref: unknown, changes: Arguments["leaves"], args: Arguments): Promise<unknown> {
  const said = typeof ref === "string" ? { hardware: ref } : {};
  const { parts, leaves } = await overridesOf({ ...args, leaves: { ...said, ...changes } });
  const base = typeof ref === "string" ? parts : { hardware: ref };
  return (await withLeaves(base, leaves)).hardware;
}

/** Puts prices on the machines that `--price NAME=USD` names. */
async function priced(refs: readonly unknown[], prices: readonly string[]): Promise<unknown[]> {
  let machines = [...refs];
  for (const text of prices) {
    const [, name = "", amount = ""] = /^(.+)=([^=]+)$/.exec(text.trim()) ?? [];
    const usd = parseQuantity(amount, "usd");
    if (usd === null) {
      const message = `price ("${text.slice(0, 80)}") must be a machine and dollars an hour for one device`;
      fail("price_unreadable", "price", message, "for example h100-sxm-80gb=2.50");
    }
    const id = await deviceOf(name);
    const before = machines;
    machines = [];
    for (const ref of before) {
      machines.push((await deviceOf(ref)) === id ? await withPrice(ref as HardwareRef, usd) : ref);
    }
    if (machines.every((each, index) => each === before[index])) {
      const message = `price ("${text.slice(0, 80)}") is for a machine that is none of the plan's`;
      fail("price_unused", "price", message, "name it with --hardware");
    }
  }
  return machines;
}

async function deviceOf(ref: unknown): Promise<string> {
  return (await machineFor(ref as HardwareRef)).profile.id;
}

async function withPrice(ref: HardwareRef, usdPerDeviceHour: number): Promise<unknown> {
  if (typeof ref !== "string") return { ...ref, usdPerDeviceHour };
  const { name, count } = hardwareQuery(ref);
  const { cluster } = await machineFor(ref);
  const full = cluster === null ? { device: name, ...(count === null ? {} : { count }) } : null;
  return { ...(full ?? (await hardwareInFull(ref))), usdPerDeviceHour };
}
