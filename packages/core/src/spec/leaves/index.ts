/** The scalars of a scenario, derived from its schema, and scenarios from their texts. */

export { exampleOf } from "./example.ts";
export { leavesFromScenario } from "./leaves-from-scenario.ts";
export { findLeaf, type Leaf, scenarioLeaves } from "./list.ts";
export { scenarioFromLeaves } from "./scenario-from-leaves.ts";
