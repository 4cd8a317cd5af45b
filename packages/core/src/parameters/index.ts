export { attentionBiases, ffnBiases } from "./biases.ts";
export { type ParameterConvention, parameterConventions } from "./conventions.ts";
export { countParameters, type ParameterCount } from "./count.ts";
export { attentionWeights, type LayerMatrices, layerMatrices } from "./layer-matrices.ts";
export { attentionNorms, normParameters, normSize } from "./norms.ts";
export { tensorCount } from "./tensors.ts";
