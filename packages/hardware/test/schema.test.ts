import { expect, test } from "vitest";
import { clusters, latencyModelSources, latencyModels, profiles } from "../src/index.ts";
import {
  clusterSchema,
  effectiveRate,
  figuresIn,
  hardwareProfileSchema,
  latencyModelsSchema,
  precisions,
} from "../src/schema.ts";

/** One line per entry that breaks the law, so that a failure shows all of them. */
const faults = <Entry extends { id: string }>(entries: readonly Entry[], fault: (entry: Entry) => string[]) =>
  entries.flatMap((entry) => fault(entry).map((line) => `${entry.id}: ${line}`));

const issuesOf = (result: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) => result.error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) ?? [];

const first = <Entry>(entries: readonly Entry[]): Entry => entries[0] as Entry;

test("profiles and clusters have different ids, and none of them was lost", () => {
  const ids = [...profiles, ...clusters].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(profiles.length).toBeGreaterThanOrEqual(120);
  expect(clusters.length).toBeGreaterThanOrEqual(42);
});

test("every profile parses with the strict schema", () => {
  expect(faults(profiles, (profile) => issuesOf(hardwareProfileSchema.safeParse(profile)))).toEqual([]);
});

test("every cluster parses with the strict schema and names a profile", () => {
  expect(faults(clusters, (cluster) => issuesOf(clusterSchema.safeParse(cluster)))).toEqual([]);
  const ids = profiles.map(({ id }) => id);
  expect(clusters.filter(({ device }) => !ids.includes(device))).toEqual([]);
});

test("latency models parse and their sources resolve", () => {
  expect(issuesOf(latencyModelsSchema.safeParse(latencyModels))).toEqual([]);
  const used = [...figuresIn(latencyModels)].flatMap(({ figure }) => figure.source);
  expect(new Set(used)).toEqual(new Set(Object.keys(latencyModelSources)));
});

test("no figure lacks a source unless it is null", () => {
  const bare = faults([...profiles, ...clusters], (entry) =>
    [...figuresIn(entry)]
      .filter(({ figure }) => figure.value !== null && figure.source.length === 0)
      .map(({ path }) => path.join(".")),
  );
  expect(bare).toEqual([]);
});

test("every source of a profile or cluster is cited", () => {
  const idle = faults([...profiles, ...clusters], ({ sources, ...rest }) => {
    const text = JSON.stringify(rest);
    return Object.keys(sources).filter((id) => !text.includes(JSON.stringify(id)));
  });
  expect(idle).toEqual([]);
});

test("effective_matmul_flops is the matrix rate, else the vector rate", () => {
  const wrong = faults(profiles, (profile) =>
    precisions.filter((precision) => {
      const { value, via } = profile.effective_matmul_flops[precision];
      const expected = effectiveRate(profile, precision);
      return value !== expected.value || via !== expected.via;
    }),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ["an unknown key", { colour: "green" }],
  [
    "a verified figure without an address",
    { tdp: { value: 1, unit: "W", status: "verified", source: ["memory"] } },
  ],
  ["a figure without a source", { tdp: { value: 1, unit: "W", status: "unverified", source: [] } }],
  ["a source that is not listed", { tdp: { value: 1, unit: "W", status: "unverified", source: ["GOSSIP"] } }],
  ["a number said to be unknown", { tdp: { value: 1, unit: "W", status: "unknown", source: [] } }],
  ["a null said to be verified", { tdp: { value: null, unit: "W", status: "verified", source: ["MLE"] } }],
  [
    "a derived figure without its formula",
    { tdp: { value: 1, unit: "W", status: "derived", source: ["MLE"] } },
  ],
  ["a zero", { tdp: { value: 0, unit: "W", status: "unverified", source: ["memory"] } }],
  ["another unit", { tdp: { value: 1, unit: "kW", status: "unverified", source: ["memory"] } }],
])("the strict schema refuses %s", (_, patch) => {
  expect(hardwareProfileSchema.safeParse(first(profiles)).success).toBe(true);
  expect(hardwareProfileSchema.safeParse({ ...first(profiles), ...patch }).success).toBe(false);
});
