export { type LayerBytes, layerBytes } from "./activations.ts";
export { type Constant, memoryConstants } from "./constants.ts";
export { estimateMemory, type MemoryEstimate } from "./estimate-memory.ts";
export { outsideAllocator } from "./framework.ts";
export { type PeakKind, peakKinds, peakReading } from "./reading.ts";
export { type SavedTensor, savedTensors } from "./tensors.ts";
