export { memoryConstants } from "./constants.ts";
export { estimateMemory, type MemoryPart } from "./estimate-memory.ts";
export { outsideAllocator } from "./framework.ts";
export { peakKinds, peakReading } from "./reading.ts";
