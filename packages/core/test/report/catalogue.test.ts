import { type Cluster, type HardwareProfile, inlineProfileSchema } from "@wallclock/hardware/schema";
import { describe, expect, it } from "vitest";
import { besiroglu2024 } from "../../src/loss/laws/besiroglu-2024.ts";
import { kaplan2020 } from "../../src/loss/laws/kaplan-2020.ts";
import { liu2026 } from "../../src/loss/laws/liu-2026.ts";
import { nanochat2026 } from "../../src/loss/laws/nanochat-2026.ts";
import * as report from "../../src/report/index.ts";
import type { Preset } from "../../src/spec/presets/preset.ts";

const card = {
  title: "the card's data sheet",
  url: "https://example.org/a-very-long-address/that-does-not-fit/on-one-line/of-a-narrow-terminal",
};

const profile: HardwareProfile = inlineProfileSchema.parse({
  id: "card-24gb",
  vendor: "ACME",
  name: "Card 24GB",
  kind: "gpu",
  memory: {
    type: "GDDR6",
    capacity: { value: 24 * 2 ** 30, status: "verified", source: "DS" },
    bandwidth: { value: 9.36e11, status: "verified", source: ["DS"], note: "at 19.5 Gbit/s a pin" },
  },
  tensor_peak_dense_flops: { bf16: 71e12, fp4: { value: null, status: "not_supported" } },
  measured: [
    {
      value: 66e12,
      unit: "FLOP/s",
      status: "verified",
      source: ["DS"],
      metric: "matmul",
      dtype: "bf16",
      conditions: "8192 cubed",
    },
  ],
  traps: ["142 TFLOP/s is the sparse rate"],
  sources: { DS: card },
});

const figure = <Unit extends string>(value: number | null, unit: Unit) => ({
  value,
  unit,
  status: value === null ? ("unknown" as const) : ("verified" as const),
  source: ["DS"],
});

const cluster: Cluster = {
  id: "card-box",
  name: "Card Box",
  device: "card-24gb",
  devices_per_node: figure(4, "devices"),
  scale_up_domain: figure(4, "devices"),
  intra_node_link: "PCIe 4.0",
  intra_node_topology: "tree",
  intra_node_bandwidth_per_device_per_direction: figure(31.5e9, "bytes/s"),
  intra_node_p2p_bandwidth_per_direction: figure(null, "bytes/s"),
  inter_node_network: "10 GbE",
  inter_node_bandwidth_per_device_per_direction: figure(312e6, "bytes/s"),
  latency_models: [],
  max_size: figure(null, "devices"),
  measured: [],
  notes: ["no peer-to-peer"],
  sources: {},
};

const preset: Preset = {
  id: "tiny-moe",
  name: "Tiny MoE",
  model: {
    layers: 4,
    width: 256,
    heads: 4,
    vocab: 32_000,
    ffnKind: "swiglu",
    moe: { experts: 8, active: 2, ffn: 512 },
  },
  source: { title: "acme/tiny config.json", url: "https://example.org/tiny/config.json" },
  status: "config",
};

const pages: Readonly<Record<string, (width: number) => report.Line[]>> = {
  hardware: (width) => report.renderHardware([profile], { width }),
  clusters: (width) => report.renderHardware([cluster], { width }),
  machine: (width) => report.renderMachine({ profile, node: cluster, cluster: null }, { width }),
  models: (width) => report.renderModels([preset], { width }),
  model: (width) => report.renderModel(preset, { width }),
  laws: (width) => report.renderLaws([besiroglu2024], { width }),
  law: (width) => report.renderLaw(besiroglu2024, { width }),
  "law-from-memory": (width) => report.renderLaw(kaplan2020, { width }),
  allocation: (width) => report.renderLaw(nanochat2026, { width }),
  "allocation-exponent": (width) => report.renderLaw(liu2026, { width }),
};

describe("catalogue pages", () => {
  for (const [name, render] of Object.entries(pages)) {
    it(`${name} at 80 columns`, async () => {
      await expect(report.plainText(render(80))).toMatchFileSnapshot(`snapshots/${name}-80.txt`);
    });

    it(`${name} is whole and no wider than it may be at any width`, () => {
      for (let width = 20; width <= 160; width += 7) {
        const lines = render(width);
        expect(report.plainText(lines)).not.toMatch(/\bnull\b|NaN|undefined|Infinity|\[object/);
        for (const each of lines) expect(report.lineWidth(each)).toBeLessThanOrEqual(width);
      }
    });
  }

  it("a list is numbers in full as CSV", () => {
    expect(report.tableCsv(report.deviceTable([profile]))).toBe(
      "id,vendor,year,memory,bandwidth,bf16 peak,fp8 peak,link,$/hour\ncard-24gb,ACME,,25769803776,936000000000,71000000000000,,,\n",
    );
  });
});
