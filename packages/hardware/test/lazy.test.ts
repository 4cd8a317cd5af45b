import { expect, test } from "vitest";
import { ambiguousClusters, clusterAliases } from "../src/clusters/aliases.ts";
import { deviceAliases } from "../src/devices/aliases.ts";
import { ambiguousNames } from "../src/devices/ambiguous.ts";
import { clusters, findMachine, profiles } from "../src/index.ts";
import { loadMachine } from "../src/lazy.ts";

const names = [
  ...profiles.map(({ id }) => id),
  ...clusters.map(({ id }) => id),
  ...Object.values(deviceAliases).flat(),
  ...Object.values(clusterAliases).flat(),
  ...Object.keys(ambiguousNames),
  ...Object.keys(ambiguousClusters),
  "no-such-machine",
  "h100-sxm-81gb",
];

test("loadMachine agrees with findMachine on every id and every alias", async () => {
  for (const name of names) expect(await loadMachine(name)).toEqual(findMachine(name));
});

test("loadMachine gives the catalogue's own objects", async () => {
  const [loaded, found] = [await loadMachine("h100"), findMachine("h100")];
  expect(loaded.found && found.found && loaded.machine.profile === found.machine.profile).toBe(true);
});
