/** The catalogues as lists and one by one, every figure with its status and source. */
export { clusterTable, deviceTable, renderHardware, renderMachine } from "./hardware.ts";
export { lawTable, renderLaw, renderLaws } from "./laws.ts";
export { modelTable, renderModel, renderModels } from "./models.ts";
