export { parameterConventions } from "./conventions.ts";
export { countParameters, type ParameterCount } from "./count.ts";
export { layerMatrices } from "./layer-matrices.ts";

export { tensorCount } from "./tensors.ts";
