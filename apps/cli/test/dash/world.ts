import { hardwareQuery, laws, machineOf, presets, type Scenario } from "@wallclock/core";
import { findMachine } from "@wallclock/hardware";
import { deviceIds, deviceOfCluster } from "@wallclock/hardware/lazy";
import { type Answer, answer } from "../../src/dash/answer.ts";
import type { World } from "../../src/dash/world.ts";

/** The whole catalogue, read at once. */
export const world: World = {
  machine: (ref) => {
    const { name } = hardwareQuery(ref);
    return machineOf(ref, name === null ? null : findMachine(name));
  },
  devices: deviceIds,
  clusters: Object.keys(deviceOfCluster),
  models: presets.map(({ id }) => id),
  laws: laws.flatMap(({ id, kind }) => (kind === "surface" ? [id] : [])),
};

export function answerOf(scenario: Scenario): Answer {
  return answer(scenario, world.machine(scenario.hardware)!);
}

/** GPT-2 on eight H100, the example of the README. */
export const gpt2: Scenario = {
  model: "gpt2-124m",
  hardware: "8x h100-sxm-80gb",
  training: { tokens: 1e10 },
};
