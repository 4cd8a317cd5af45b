export { memoryConstants } from "./constants.ts";
export { estimateMemory } from "./estimate-memory.ts";
export { outsideAllocator } from "./framework.ts";
export { peakKinds, peakReading } from "./reading.ts";
