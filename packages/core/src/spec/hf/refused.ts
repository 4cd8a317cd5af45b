/** Why a model_type is not modelled, with the types known to be so. */
const groups: readonly (readonly [reason: string, types: string])[] = [
  [
    "an encoder-decoder",
    `t5 mt5 umt5 byt5 longt5 switch_transformers t5gemma t5gemma2 bart mbart plbart pegasus pegasus_x bigbird_pegasus
     marian blenderbot blenderbot-small m2m_100 nllb-moe whisper speech_to_text led prophetnet xlm-prophetnet fsmt
     encoder-decoder vision-encoder-decoder speech-encoder-decoder udop mvp seamless_m4t seamless_m4t_v2 moonshine
     trocr musicgen bark florence2`,
  ],
  [
    "a state-space or hybrid model",
    `mamba mamba2 falcon_mamba falcon_h1 jamba bamba zamba zamba2 rwkv rwkv5 rwkv6 rwkv7 recurrent_gemma qwen3_next
     qwen3_5 qwen3_5_moe qwen3_5_text qwen3_5_moe_text kimi_linear nemotron_h lfm2 lfm2_moe minimax
     olmo_hybrid xlstm hyena stripedhyena retnet plamo2 hymba`,
  ],
  [
    "a vision or multimodal model",
    `vit vit_mae vit_msn deit beit swin swinv2 convnext convnextv2 resnet dinov2 dinov3_vit clip clip_vision_model siglip
     siglip2 sam sam2 detr yolos segformer blip blip-2 llava llava_next llava_onevision vipllava qwen2_vl qwen2_5_vl
     qwen3_vl qwen3_vl_moe qwen3_omni_moe qwen2_5_omni paligemma idefics idefics2 idefics3 mllama internvl internvl_chat pixtral fuyu
     kosmos-2 git flava altclip phi4_multimodal gemma3n gemma4 smolvlm minicpmv deepseek_vl aria emu3 chameleon`,
  ],
  [
    "an audio model",
    "wav2vec2 wav2vec2-bert hubert wavlm unispeech encodec dac clap vits speecht5 qwen2_audio voxtral",
  ],
  [
    "a model whose layers share weights or differ in size",
    "albert openelm deci nemotron-nas reformer funnel gemma3n_text gemma4_text zaya",
  ],
  [
    "a model whose indexer picks the keys to attend to",
    `deepseek_v32 glm_moe_dsa glm5_next glm5_next_text minimax_m3_vl minimax_m3_vl_text axk2 hy_v4 qwen4_exp
     qwen4_exp_text`,
  ],
  [
    "a model with attention or experts of another kind",
    `xlnet transfo-xl longformer big_bird deberta deberta-v2 jetmoe diffllama bitnet longcat_flash doge minicpm3
     deepseek_v4 modernbert electra nomic_bert mobilebert gpt_neox_japanese xglm ctrl openai-gpt`,
  ],
];

const reasons: ReadonlyMap<string, string> = new Map(
  groups.flatMap(([reason, types]) => types.split(/\s+/).map((type) => [type, reason] as const)),
);

/**
 * Why a model_type is refused, or null when it is not: by name, and by words that give a kind away.
 *
 * @example
 * refusal("t5") // => "an encoder-decoder"
 */
export function refusal(modelType: string): string | null {
  const named = reasons.get(modelType);
  if (named !== undefined) return named;
  if (/mamba|rwkv|hyena|xlstm|retnet|hybrid|linear/.test(modelType)) return "a state-space or hybrid model";
  if (/vision|vlm|(^|[_-])vl($|[_-])|diffusion|image/.test(modelType)) return "a vision or multimodal model";
  if (/audio|speech|asr|tts/.test(modelType)) return "an audio model";
  return null;
}
