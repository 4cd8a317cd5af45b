import type { Prior } from "./objective.ts";

/** What physics and data sheets suggest of each constant, and how sure that is; a deviation of 0 holds it. */
export const prior: Prior = {
  matrixShare: [1, 0],
  vectorShareFewLanes: [0.95, 0.5],
  vectorShareManyLanes: [0.75, 0.5],
  tileRereadPerBalance: [0.24, 0.7],
  scoreMatmulShare: [0.6, 0.7],
  flashShare: [0.4, 0.7],
  elementwiseTraffic: [1.2, 0.7],
  memoryShare: [0.8, 0],
  kernelSeconds: [8e-6, 0.7],
  hostKernelSeconds: [1.8e-5, 0.7],
  hostOptimizerKernelSeconds: [5.5e-6, 0.7],
  hostSyncTensorSeconds: [3.5e-4, 0.7],
  stepStartSeconds: [3.8e-3, 0.7],
  hostSpeedupPerYear: [0.16, 0.7],
  fabricShare: [0.8, 0.1],
  peerShare: [0.75, 0.5],
  hostBridgeShare: [0.2, 0.7],
  networkShare: [0.5, 0.5],
  collectiveSeconds: [2e-5, 0.7],
  hopSeconds: [3.5e-6, 0.7],
  overlapShare: [0.5, 0.3],
  gatherOverlapShare: [0.5, 0.3],
  jitterPerDoubling: [0.006, 0.7],
};
