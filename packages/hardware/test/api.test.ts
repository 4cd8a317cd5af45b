import { expect, test } from "vitest";
import * as api from "../src/index.ts";
import * as lazy from "../src/lazy.ts";
import * as schema from "../src/schema.ts";

const isProfile = (value: unknown) => api.profiles.some((profile) => profile === value);

test("the root exports every profile, named after its id in camel case", () => {
  const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const exported = Object.entries(api).filter(([, value]) => isProfile(value));
  expect(new Set(exported.map(([name]) => name))).toEqual(new Set(api.profiles.map(({ id }) => camel(id))));
  for (const [name, value] of exported) expect(camel((value as { id: string }).id)).toBe(name);
});

test("the public surface is this and nothing else", () => {
  const others = Object.entries(api).filter(([, value]) => !isProfile(value));
  expect(others.map(([name]) => name).sort()).toEqual([
    "clusters",
    "deviceIds",
    "findCluster",
    "findMachine",
    "findProfile",
    "latencyModelSources",
    "latencyModels",
    "perVisibleDevice",
    "perVisibleNode",
    "profiles",
  ]);
  expect(Object.keys(lazy).sort()).toEqual(["deviceIds", "deviceOfCluster", "loadMachine"]);
  expect(Object.keys(schema).sort()).toEqual([
    "clusterSchema",
    "effectiveRate",
    "figureFault",
    "figuresIn",
    "hardwareProfileSchema",
    "inlineProfileSchema",
    "latencyModelsSchema",
    "perVisibleDevice",
    "perVisibleNode",
    "precisions",
    "vectorPrecisions",
  ]);
});
