import * as z from "zod";
import { checkFigure, checkSources, figureSchema, figureShape, sourceSchema } from "./figure.ts";
import { once } from "./once.ts";
import { type HardwareProfile, idSchema } from "./profile.ts";

/** Seconds a message costs whatever its size, by link family. */
export const latencyModelsSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    /** NCCL's tuning constants on NVLink: `alpha_*` per step, `base_*` once per collective. */
    nvlink: z.strictObject({
      alpha_ring_simple: figureSchema("s"),
      alpha_ring_ll: figureSchema("s"),
      alpha_tree_simple: figureSchema("s"),
      alpha_nvls: figureSchema("s"),
      base_ring_simple: figureSchema("s"),
      base_ring_ll: figureSchema("s"),
    }),
    /** NCCL's constants over PCIe. */
    pcie: z.strictObject({
      alpha_ring_simple: figureSchema("s"),
      alpha_ring_ll: figureSchema("s"),
      alpha_tree_simple: figureSchema("s"),
      base_ring_simple: figureSchema("s"),
    }),
    /** NCCL's constants between nodes. */
    net: z.strictObject({
      alpha_ring_simple: figureSchema("s"),
      alpha_ring_ll: figureSchema("s"),
      alpha_tree_simple: figureSchema("s"),
      alpha_tree_ll: figureSchema("s"),
    }),
    /** What two published planners assume for one message. */
    planner_guess: z.strictObject({ intra: figureSchema("s"), inter: figureSchema("s") }),
    /** TPU links, per hop. */
    ici: z.strictObject({ per_hop: figureSchema("s") }),
    /** AMD's collective library. */
    rccl: z.strictObject({ intra: figureSchema("s"), inter: figureSchema("s") }),
    /** One InfiniBand port, by generation. */
    ib_port: z.strictObject({ edr: figureSchema("s"), hdr: figureSchema("s"), ndr: figureSchema("s") }),
  }),
);
export type LatencyModels = z.infer<ReturnType<typeof latencyModelsSchema>>;

/** A node or rack one can rent or buy, and the network that joins it to its like. Figures are per package. */
export const clusterSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      /** Kebab-case: "dgx-h100". */
      id: idSchema(),
      name: z.string(),
      /** Id of its device's profile. */
      device: idSchema(),
      /** Packages in one node (one operating system). */
      devices_per_node: figureSchema("devices"),
      /** Packages the fast fabric joins; above `devices_per_node` for racks and pods. */
      scale_up_domain: figureSchema("devices"),
      intra_node_link: z.string(),
      intra_node_topology: z.string(),
      /** Bytes/s in one direction, all fast links of a package together. */
      intra_node_bandwidth_per_device_per_direction: figureSchema("bytes/s"),
      /** Bytes/s in one direction that one pair gets. */
      intra_node_p2p_bandwidth_per_direction: figureSchema("bytes/s"),
      inter_node_network: z.string(),
      /** Bytes/s in one direction: a package's share of its node's network cards. */
      inter_node_bandwidth_per_device_per_direction: figureSchema("bytes/s"),
      /** Keys of `latencyModels` that apply, nearest link first. */
      latency_models: z.array(latencyModelsSchema().keyof()),
      /** The most packages ever joined; null: no such limit known. */
      max_size: figureSchema("devices"),
      /** Collectives somebody timed: bus bandwidth in bytes/s, or seconds. */
      measured: z.array(
        z
          .strictObject({
            ...figureShape("s"),
            unit: z.enum(["bytes/s", "s"]),
            /** What was timed, with size and device count: "allreduce_busbw_8gpu_16GiB". */
            metric: z.string(),
            conditions: z.string(),
          })
          .superRefine(checkFigure),
      ),
      notes: z.array(z.string()),
      /** What the source ids of this cluster stand for. */
      sources: z.record(z.string(), sourceSchema()),
    })
    .superRefine(checkSources),
);
export type Cluster = z.infer<ReturnType<typeof clusterSchema>>;

/** What a hardware query stands for. */
export interface Machine {
  profile: HardwareProfile;
  /** The node this device usually sits in (h100-sxm-80gb: dgx-h100); null: none is usual, or none is known. */
  node: Cluster | null;
  /** The cluster the query named; null when it named a device. It wins over `node`. */
  cluster: Cluster | null;
}
