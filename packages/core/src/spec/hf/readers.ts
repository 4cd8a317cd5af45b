import type { Reader } from "./config.ts";
import { alibiReaders } from "./readers/alibi.ts";
import { bertReaders } from "./readers/bert.ts";
import { cohereReaders } from "./readers/cohere.ts";
import { deepseekReaders } from "./readers/deepseek.ts";
import { ernieReaders } from "./readers/ernie.ts";
import { gemmaReaders } from "./readers/gemma.ts";
import { glmReaders } from "./readers/glm.ts";
import { gptNeoReaders } from "./readers/gpt-neo.ts";
import { gpt2Readers } from "./readers/gpt2.ts";
import { llamaReaders } from "./readers/llama.ts";
import { moeReaders } from "./readers/moe.ts";
import { olmoReaders } from "./readers/olmo.ts";
import { optReaders } from "./readers/opt.ts";
import { phiReaders } from "./readers/phi.ts";
import { qwenReaders } from "./readers/qwen.ts";
import { remoteReaders } from "./readers/remote.ts";

/** Every model_type that is read exactly, by name. */
export const readers: Readonly<Record<string, Reader>> = {
  ...gpt2Readers,
  ...gptNeoReaders,
  ...optReaders,
  ...alibiReaders,
  ...llamaReaders,
  ...ernieReaders,
  ...qwenReaders,
  ...gemmaReaders,
  ...phiReaders,
  ...olmoReaders,
  ...cohereReaders,
  ...glmReaders,
  ...moeReaders,
  ...deepseekReaders,
  ...remoteReaders,
  ...bertReaders,
};
