import { expandHardware, expandModel, type Scenario, scenarioFromLeaves } from "@wallclock/core";
import { scenarioFrom } from "../../plain.ts";
import { type Answer, answer } from "../answer.ts";
import type { World } from "../world.ts";

/** What is set, as text by dotted path, and what is taken away, so that defaults decide it again. */
export interface Change {
  readonly set: Readonly<Record<string, string>>;
  readonly drop?: readonly string[];
  /** What else was changed to keep the scenario valid, in words. */
  readonly follows?: string;
}

/** The machine of a changed scenario has not been read yet. */
export class MachineMissing extends Error {
  readonly ref: Scenario["hardware"];

  constructor(ref: Scenario["hardware"]) {
    super("the machine has not been read");
    this.ref = ref;
  }
}

/**
 * A scenario with a change, and its answer.
 *
 * @throws UserError when it is impossible
 * @throws MachineMissing
 */
export function answerWith(from: Answer, change: Change, world: World): Answer {
  const scenario = changed(from, change);
  const machine = world.machine(scenario.hardware);
  if (machine === null) throw new MachineMissing(scenario.hardware);
  return answer(scenario, machine);
}

/**
 * The scenario of an answer with a change, checked.
 *
 * @throws UserError for texts that are no values, and values that are out of range
 */
export function changed({ scenario, machine }: Answer, { set, drop = [] }: Change): Scenario {
  const base = drop.reduce<Tree>((tree, path) => without(tree, path.split(".")), scenario as Tree);
  const input = scenarioFromLeaves(set, base, {
    expandModel: (ref) => expandModel(ref as Scenario["model"]).model,
    expandHardware: (ref) => expandHardware(ref, machine),
  });
  return scenarioFrom(input);
}

type Tree = Readonly<Record<string, unknown>>;

function without(tree: Tree, [key = "", ...rest]: readonly string[]): Tree {
  const inner = tree[key];
  if (rest.length === 0) return Object.fromEntries(Object.entries(tree).filter(([name]) => name !== key));
  if (typeof inner !== "object" || inner === null) return tree;
  const less = without(inner as Tree, rest);
  return Object.keys(less).length === 0 ? without(tree, [key]) : { ...tree, [key]: less };
}
