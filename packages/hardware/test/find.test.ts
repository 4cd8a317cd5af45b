import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ambiguousClusters, clusterAliases } from "../src/clusters/aliases.ts";
import { deviceOfCluster } from "../src/clusters/ids.ts";
import { deviceAliases } from "../src/devices/aliases.ts";
import { ambiguousNames } from "../src/devices/ambiguous.ts";
import { usualNode } from "../src/devices/nodes.ts";
import { clusters, deviceIds, findCluster, findMachine, findProfile, profiles } from "../src/index.ts";

const idOf = (query: string) => {
  const result = findProfile(query);
  return result.found ? result.profile.id : result.reason;
};

describe("the light index", () => {
  test("lists the ids of the catalogue in its order", () => {
    expect(deviceIds).toEqual(profiles.map(({ id }) => id));
    expect(Object.entries(deviceOfCluster)).toEqual(clusters.map(({ id, device }) => [id, device]));
  });

  test("gives no name to two ids", () => {
    const ids = [...deviceIds, ...Object.keys(deviceOfCluster)].map((id) => [id, id]);
    const others = [...Object.entries(deviceAliases), ...Object.entries(clusterAliases)].flatMap(
      ([id, names]) => names.map((name) => [name, id]),
    );
    const shared = Object.keys({ ...ambiguousNames, ...ambiguousClusters }).map((name) => [
      name,
      "ambiguous",
    ]);
    const owners = new Map<string, string>();
    for (const [name = "", id = ""] of [...ids, ...others, ...shared]) {
      const key = name.toLowerCase().replace(/[^a-z0-9]/g, "");
      expect(key).not.toBe("");
      expect([name, owners.get(key) ?? id]).toEqual([name, id]);
      owners.set(key, id);
    }
  });
});

describe("findProfile", () => {
  test("resolves every id to itself", () => {
    for (const profile of profiles) {
      expect(findProfile(profile.id)).toEqual({ found: true, profile, via: "id", query: profile.id });
    }
  });

  test("resolves every profile's own name to it", () => {
    // A name with a remark in brackets is for reading, not for typing.
    const typed = profiles.filter(({ name }) => !name.includes("("));
    expect(typed.map(({ name }) => [name, idOf(name)])).toEqual(typed.map(({ id, name }) => [name, id]));
  });

  test("resolves every alias to its device", () => {
    for (const [id, names] of Object.entries(deviceAliases)) {
      for (const name of names) expect([name, idOf(name)]).toEqual([name, id]);
    }
  });

  test.each([
    ["h100", "h100-sxm-80gb"],
    ["H100", "h100-sxm-80gb"],
    ["a100", "a100-sxm-80gb"],
    ["h200", "h200-sxm-141gb"],
    ["b200", "b200-sxm-180gb"],
    ["4090", "rtx-4090"],
    ["rtx4090", "rtx-4090"],
    ["RTX 3090", "rtx-3090"],
    ["rtx3090ti", "rtx-3090-ti"],
    ["h100_sxm_80gb", "h100-sxm-80gb"],
    ["h100 pcie", "h100-pcie-80gb"],
    ["a100-40gb", "a100-sxm-40gb"],
    ["v100-32gb", "v100-sxm2-32gb"],
    ["T4", "t4"],
    ["a10g", "a10g"],
    ["a6000", "rtx-a6000"],
    ["mi300x", "mi300x-192gb"],
    ["mi250x", "mi250x-128gb"],
    ["tpu-v5e", "tpu-v5e"],
    ["v5p", "tpu-v5p"],
    ["trn2", "trainium2"],
    ["gb200", "gb200-186gb"],
    ["m3-max", "apple-m3-max"],
    ["NVIDIA H100 80GB HBM3", "h100-sxm-80gb"],
    ["NVIDIA H100 PCIe", "h100-pcie-80gb"],
    ["NVIDIA A100-SXM4-80GB", "a100-sxm-80gb"],
    ["NVIDIA A100 80GB PCIe", "a100-pcie-80gb"],
    ["A100-PCIE-40GB", "a100-pcie-40gb"],
    ["Tesla V100-SXM2-32GB", "v100-sxm2-32gb"],
    ["Tesla T4", "t4"],
    ["NVIDIA GeForce RTX 4090", "rtx-4090"],
    ["NVIDIA RTX 6000 Ada Generation", "rtx-6000-ada"],
    ["NVIDIA GH200 480GB", "gh200-96gb"],
    ["AMD Instinct MI300X", "mi300x-192gb"],
    ["Intel(R) Data Center GPU Max 1550", "max-1550"],
    ["TPU v5 lite", "tpu-v5e"],
    ["Apple M3 Max", "apple-m3-max"],
  ])("resolves %s to %s", (query, id) => {
    expect(idOf(query)).toBe(id);
  });

  test("says whether it took the id or another name", () => {
    expect(findProfile("RTX 4090")).toMatchObject({ found: true, via: "id" });
    expect(findProfile("rtx4090")).toMatchObject({ found: true, via: "alias" });
    expect(findProfile("h100")).toMatchObject({ found: true, via: "alias", query: "h100" });
  });

  test.each(Object.entries(ambiguousNames))(
    "lists the readings of %s instead of choosing",
    (query, choices) => {
      expect(findProfile(query)).toEqual({ found: false, reason: "ambiguous", choices: [...choices], query });
    },
  );

  test.each([
    ["h100-sxm-81gb", "h100-sxm-80gb"],
    ["rtx-4060-ti", "rtx-4060-ti-16gb"],
    ["4091", "rtx-4090"],
    ["h10", "h100-sxm-80gb"],
    ["gaudi4", "gaudi3"],
  ])("names %s unknown and suggests %s", (query, near) => {
    const result = findProfile(query);
    expect(result).toMatchObject({ found: false, reason: "unknown" });
    expect(result.found ? [] : result.choices).toContain(near);
  });

  test("suggests nothing for what looks like nothing", () => {
    for (const query of ["", "  ", "!?", "a quantum computer in the basement"]) {
      expect(findProfile(query)).toEqual({ found: false, reason: "unknown", choices: [], query });
    }
  });

  test("never throws, and suggests at most five ids of the catalogue", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), mangledId), (query) => {
        const result = findProfile(query);
        if (result.found) return profiles.includes(result.profile);
        if (result.reason === "unknown" && result.choices.length > 5) return false;
        return result.choices.every((id) => (deviceIds as readonly string[]).includes(id));
      }),
      { numRuns: 100 },
    );
  });

  test("does not mind case or separators", () => {
    const typed = fc.tuple(fc.constantFrom(...deviceIds), fc.constantFrom("-", "_", " ", "--"), fc.boolean());
    fc.assert(
      fc.property(typed, ([id, separator, loud]) => {
        const query = id.replaceAll("-", separator);
        expect(idOf(loud ? query.toUpperCase() : query)).toBe(id);
      }),
    );
  });

  test("takes the keys of Object.prototype for unknown names", () => {
    for (const query of ["constructor", "__proto__", "toString"]) expect(idOf(query)).toBe("unknown");
  });
});

const mangledId = fc
  .tuple(fc.constantFrom(...deviceIds), fc.nat(20), fc.string({ maxLength: 3 }))
  .map(([id, at, insert]) => id.slice(0, at) + insert + id.slice(at + 1));

describe("findCluster", () => {
  test("resolves every id to itself and every alias to its cluster", () => {
    for (const cluster of clusters) {
      expect(findCluster(cluster.id)).toEqual({ found: true, cluster, via: "id", query: cluster.id });
    }
    for (const [id, names] of Object.entries(clusterAliases)) {
      for (const name of names)
        expect(findCluster(name)).toMatchObject({ found: true, via: "alias", cluster: { id } });
    }
  });

  test("lists the readings of a name that several clusters share, as findMachine does", () => {
    const choices = ["gb200-nvl72", "gb300-nvl72", "vera-rubin-nvl72"];
    expect(findCluster("nvl72")).toMatchObject({ found: false, reason: "ambiguous", choices });
    expect(findMachine("NVL72")).toMatchObject({ found: false, reason: "ambiguous", choices });
  });

  test("names the nearest ids for an unknown one", () => {
    expect(findCluster("dgx-h101")).toMatchObject({ found: false, reason: "unknown" });
    expect(findCluster("h100-sxm-80gb")).toMatchObject({ found: false, reason: "unknown" });
  });
});

describe("findMachine", () => {
  test("gives a device its usual node", () => {
    expect(findMachine("h100")).toMatchObject({
      found: true,
      kind: "device",
      via: "alias",
      machine: { profile: { id: "h100-sxm-80gb" }, node: { id: "dgx-h100" }, cluster: null },
    });
    expect(findMachine("m3-max")).toMatchObject({ machine: { node: null, cluster: null } });
  });

  test("gives a cluster its device", () => {
    expect(findMachine("aws-p5")).toMatchObject({
      found: true,
      kind: "cluster",
      via: "id",
      machine: { profile: { id: "h100-sxm-80gb" }, node: { id: "dgx-h100" }, cluster: { id: "aws-p5" } },
    });
  });

  test("agrees with findProfile and findCluster on every id", () => {
    for (const profile of profiles) {
      expect(findMachine(profile.id)).toMatchObject({
        kind: "device",
        machine: { profile: { id: profile.id } },
      });
    }
    for (const cluster of clusters) {
      expect(findMachine(cluster.id)).toMatchObject({
        kind: "cluster",
        machine: { cluster: { id: cluster.id } },
      });
    }
  });

  test("suggests clusters too", () => {
    const result = findMachine("dgx-h101");
    expect(result.found ? [] : result.choices).toContain("dgx-h100");
  });
});

test("a usual node has the links of its device", () => {
  for (const [device, node] of Object.entries(usualNode)) {
    const profile = profiles.find(({ id }) => id === device);
    const cluster = clusters.find(({ id }) => id === node);
    const inside = profile?.intra_node.bandwidth_per_direction.value ?? null;
    const link = cluster?.intra_node_bandwidth_per_device_per_direction.value ?? null;
    // Aurora's measured links are far below the port count of the part.
    if (inside !== null && link !== null && device !== "max-1550")
      expect([device, link]).toEqual([device, inside]);
    expect([device, cluster === undefined]).toEqual([device, false]);
  }
});

test("every cluster's device has a usual node, but the desktop card whose boxes hold two, four or eight", () => {
  const without = clusters.filter(({ device }) => !Object.hasOwn(usualNode, device)).map(({ id }) => id);
  expect(without).toEqual(["workstation-2x-rtx3090"]);
});
