/** The scalars of a scenario, derived from its schema, and scenarios from their texts. */

export { findLeaf, type Leaf, scenarioLeaves } from "./leaf-list.ts";
export { leavesFromScenario } from "./leaves-from-scenario.ts";
export { scenarioFromLeaves } from "./scenario-from-leaves.ts";
