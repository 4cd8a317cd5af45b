import { describe, expect, test } from "vitest";
import { findPreset } from "../spec/presets/index.ts";
import { resolveModel } from "../spec/resolve-model.ts";
import { countParameters } from "./count.ts";

function counted(id: string) {
  const found = findPreset(id);
  if (!found.found) throw new Error(`no preset ${id}`);
  return countParameters(resolveModel(found.preset.model).model);
}

/** Totals as they were published, by where. Written out here, not read from the presets. */
const totals: Record<string, [id: string, total: number][]> = {
  // Pythia suite, table "Pythia Suite Engineering Details" of its model cards (huggingface.co/EleutherAI/pythia-160m)
  "the Pythia model cards": [
    ["pythia-70m", 70_426_624],
    ["pythia-160m", 162_322_944],
    ["pythia-410m", 405_334_016],
    ["pythia-1b", 1_011_781_632],
    ["pythia-1.4b", 1_414_647_808],
    ["pythia-2.8b", 2_775_208_960],
    ["pythia-6.9b", 6_857_302_016],
    ["pythia-12b", 11_846_072_320],
  ],
  // "176,247,271,424 parameters: 3,596,615,680 embedding parameters" (huggingface.co/bigscience/bloom), and its smaller siblings' cards
  "the BLOOM model cards": [
    ["bloom-560m", 559_214_592],
    ["bloom-1.1b", 1_065_314_304],
    ["bloom-3b", 3_002_557_440],
    ["bloom-7.1b", 7_069_016_064],
    ["bloom-176b", 176_247_271_424],
  ],
  // `num_parameters()` of the released checkpoints, as printed in public logs (EleutherAI, Stability AI and BERT-family cards list the same)
  "counts of the released checkpoints": [
    ["gpt2-124m", 124_439_808],
    ["gpt2-medium-355m", 354_823_168],
    ["gpt2-large-774m", 774_030_080],
    ["gpt2-xl-1.5b", 1_557_611_200],
    ["distilgpt2-82m", 81_912_576],
    ["gpt-neo-125m", 125_198_592],
    ["gpt-j-6b", 6_050_882_784],
    ["gpt-neox-20b", 20_554_567_680],
    ["opt-125m", 125_239_296],
    ["opt-350m", 331_196_416],
    ["opt-1.3b", 1_315_758_080],
    ["stablelm-3b", 2_795_443_200],
    ["bert-base", 109_514_298],
    ["bert-large", 335_174_458],
    ["roberta-base", 124_697_433],
    ["roberta-large", 355_412_057],
    ["distilbert-base", 66_985_530],
    ["llama-7b", 6_738_415_616],
    ["llama-2-13b", 13_015_864_320],
    ["llama-65b", 65_285_660_672],
    ["llama-2-70b", 68_976_648_192],
    ["tinyllama-1.1b", 1_100_048_384],
    ["olmo-1b", 1_176_764_416],
    ["olmo-7b", 6_888_095_744],
    ["phi-1.5", 1_418_270_720],
    ["phi-2", 2_779_683_840],
    ["falcon-rw-1b", 1_311_625_216],
    // total_size 13,298,573,312 bytes in its pytorch_model.bin.index.json, two a parameter
    ["mpt-7b", 6_649_286_656],
    ["deepseek-v2", 235_741_434_880],
    // without the 14,848 router biases, which are buffers in transformers
    ["deepseek-v3", 671_026_404_352],
  ],
  // the Hugging Face hub's safetensors metadata (parameters.total of huggingface.co/api/models/…), as quoted publicly
  "safetensors metadata": [
    ["llama-3-8b", 8_030_261_248],
    ["llama-3.1-70b", 70_553_706_496],
    ["llama-3.1-405b", 405_853_388_800],
    ["llama-3.2-1b", 1_235_814_400],
    ["llama-3.2-3b", 3_212_749_824],
    ["smollm-135m", 134_515_008],
    ["smollm-360m", 361_821_120],
    ["smollm-1.7b", 1_711_376_384],
    ["smollm3-3b", 3_075_098_624],
    ["yi-6b", 6_061_035_520],
    ["yi-34b", 34_388_917_248],
    ["mistral-7b", 7_241_732_096],
    ["mistral-7b-v0.3", 7_248_023_552],
    ["mistral-nemo-12b", 12_247_782_400],
    ["mistral-small-24b", 23_572_403_200],
    ["mixtral-8x7b", 46_702_792_704],
    ["mixtral-8x22b", 140_620_634_112],
    ["qwen2.5-0.5b", 494_032_768],
    ["qwen2.5-1.5b", 1_543_714_304],
    ["qwen2.5-3b", 3_085_938_688],
    ["qwen2.5-7b", 7_615_616_512],
    ["qwen2.5-14b", 14_770_033_664],
    ["qwen2.5-32b", 32_763_876_352],
    ["qwen2.5-72b", 72_706_203_648],
    ["qwen3-0.6b", 596_049_920],
    ["qwen3-1.7b", 1_720_574_976],
    ["qwen3-4b", 4_022_468_096],
    ["qwen3-8b", 8_190_735_360],
    ["qwen3-14b", 14_768_307_200],
    ["qwen3-32b", 32_762_123_264],
    ["qwen3-30b-a3b", 30_532_122_624],
    ["qwen3-235b-a22b", 235_093_634_560],
    ["qwen1.5-moe-a2.7b", 14_315_784_192],
    ["gemma-2b", 2_506_172_416],
    ["gemma-7b", 8_537_680_896],
    ["gemma-2-2b", 2_614_341_888],
    ["gemma-2-9b", 9_241_705_984],
    ["gemma-2-27b", 27_227_128_320],
    ["gemma-3-270m", 268_098_176],
    ["gemma-3-1b", 999_885_952],
    ["gemma-3-4b", 3_880_263_168],
    ["phi-3-mini", 3_821_079_552],
    ["phi-4", 14_659_507_200],
    ["phi-3.5-moe", 41_873_153_344],
    ["olmo-2-1b", 1_484_916_736],
    ["olmo-2-7b", 7_298_617_344],
    ["olmo-2-13b", 13_716_198_400],
    ["olmo-2-32b", 32_234_279_936],
    ["olmoe-1b-7b", 6_919_161_856],
    ["stablelm-2-1.6b", 1_644_515_328],
    ["deepseek-v2-lite", 15_706_484_224],
    ["gpt-oss-20b", 20_914_757_184],
    ["gpt-oss-120b", 116_829_156_672],
    ["glm-4.5-air-106b", 106_852_245_504],
    ["granite-3.1-1b-a400m", 1_334_628_352],
  ],
};

describe.each(Object.entries(totals))("countParameters agrees with %s", (_, rows) => {
  test.each(rows)("countParameters(%s) is %i", (id, total) => {
    expect(counted(id).total).toBe(total);
  });
});

describe("other published counts", () => {
  // the same table of the Pythia model cards, column "Non-Embedding Params"
  test.each([
    ["pythia-70m", 18_915_328],
    ["pythia-160m", 85_056_000],
    ["pythia-410m", 302_311_424],
    ["pythia-1b", 805_736_448],
    ["pythia-1.4b", 1_208_602_624],
    ["pythia-2.8b", 2_517_652_480],
    ["pythia-6.9b", 6_444_163_072],
    ["pythia-12b", 11_327_027_200],
  ])("nonEmbedding of %s is %i", (id, nonEmbedding) => {
    expect(counted(id).nonEmbedding).toBe(nonEmbedding);
  });

  test("the embedding of bloom-176b is 3,596,615,680", () => {
    expect(counted("bloom-176b").groups.tokenEmbedding).toBe(3_596_615_680);
  });

  // 12.9B (Jiang et al. 2024), 3.3B and 22B (Qwen3 technical report, table 2), 37B (DeepSeek-V3 technical report), to the digit
  test.each([
    ["mixtral-8x7b", 12_879_925_248],
    ["qwen3-30b-a3b", 3_353_032_704],
    ["qwen3-235b-a22b", 22_190_763_520],
    ["deepseek-v3", 37_552_282_624],
  ])("active of %s is %i", (id, active) => {
    expect(counted(id).active).toBe(active);
  });

  // Narayanan et al. 2021, table 1: billions of parameters to one decimal
  test.each([
    ["megatron-1.7b", 1.7],
    ["megatron-3.6b", 3.6],
    ["megatron-7.5b", 7.5],
    ["megatron-18.4b", 18.4],
    ["megatron-39.1b", 39.1],
    ["megatron-76.1b", 76.1],
    ["megatron-145.6b", 145.6],
    ["megatron-310.1b", 310.1],
    ["megatron-529.6b", 529.6],
    ["megatron-1008b", 1008.0],
  ])("%s has %d billion parameters", (id, billions) => {
    expect(Math.round(counted(id).total / 1e8) / 10).toBe(billions);
  });

  // Brown et al. 2020, table 2.1 (its names are rounded: 125M is 125 million to the nearest million, 175B is 174.6)
  test.each([
    ["gpt3-125m", 125e6],
    ["gpt3-350m", 350e6],
    ["gpt3-760m", 760e6],
    ["gpt3-1.3b", 1.3e9],
    ["gpt3-2.7b", 2.7e9],
    ["gpt3-6.7b", 6.7e9],
    ["gpt3-13b", 13e9],
    ["gpt3-175b", 175e9],
  ])("%s is within 2 %% of %d", (id, total) => {
    expect(Math.abs(counted(id).total / total - 1)).toBeLessThan(0.02);
  });

  // karpathy/nanoGPT, model.py: "number of parameters: 123.59M", without the positions
  test("nanogpt-124m has 123.59M parameters beside its positions", () => {
    const { total, groups } = counted("nanogpt-124m");
    expect(((total - (groups.positionEmbedding ?? 0)) / 1e6).toFixed(2)).toBe("123.59");
  });
});
