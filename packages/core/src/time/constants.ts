/**
 * The constants of the step-time model. Each has a physical meaning. All but `matrixShare` (held) and
 * `rocmMatmulShare` (assumed) were fitted together, by
 *
 *     pnpm fit:time RUNS.jsonl --write
 *
 * least soft-L1 error of log(predicted / measured) on 864 public measured runs of 25 devices and 19 sources, with the weak
 * priors of tooling/fit/time/prior.ts; validation/evidence.csv holds 233 of the runs (docs/log.md, 2026-11-23). None
 * belongs to a device, a source or a model.
 */
export interface TimeConstants {
  /** Share of the matrix units' peak that matmuls reach before the clock falls for power; held at 1, for calibration of a machine to move. */
  readonly matrixShare: number;
  /** Share of the vector FP32 peak that matmuls reach where an SM has fewer than 100 FP32 lanes (V100, A100, Turing). */
  readonly vectorShareFewLanes: number;
  /** The same where it has 100 or more lanes, which share their issue slots (Ampere GeForce, Hopper, Ada). */
  readonly vectorShareManyLanes: number;
  /** Joules a vector FP32 operation takes, with what feeds it, on a device of 2020. */
  readonly vectorJoulesPerFlop: number;
  /** Joules a matrix operation on 16-bit operands takes, with what feeds it. */
  readonly matrixJoulesPerFlop: number;
  /**
   * Share that ROCm's libraries reach of what power leaves of AMD's matrix units at 16 bit and below. Assumed, between two published
   * comparisons: MI250 trained at 0.73 of an A100-80 (0.82 with later software; MosaicML 2023), which takes 0.55, and
   * MI300X multiplies at about 620 TFLOP/s (SemiAnalysis 2024), which takes 0.75.
   */
  readonly rocmMatmulShare: number;
  /** Rate of the two matmuls of materialised attention on matrix units relative to a dense matmul, for heads of 64. */
  readonly scoreMatmulShare: number;
  /** Rate of flash attention before 2024 relative to a dense matmul, where a matrix unit does at most 2048 FLOP a clock. */
  readonly flashShare: number;
  /** The same for kernels of the second generation (Dao 2023; software of 2024 on), beside the work per score element. */
  readonly laterFlashShare: number;
  /** Clocks of an SM that a score element costs flash attention beside its matmuls: exponential, scaling; forward and backward. */
  readonly flashScoreClocks: number;
  /** Share of the data sheet's memory bandwidth that is reached. */
  readonly memoryShare: number;
  /** GPU seconds a kernel costs beside its work, at a clock of 1.5 GHz. */
  readonly kernelSeconds: number;
  /** Host seconds to issue a kernel of the forward pass, on a host of 2020. */
  readonly hostKernelSeconds: number;
  /** Host time of a backward kernel relative to a forward one: autograd issues it from C++, not from Python. */
  readonly backwardIssueShare: number;
  /** Host seconds to issue an optimizer kernel, on a host of 2020. */
  readonly hostOptimizerKernelSeconds: number;
  /** Host seconds a tensor in an optimizer that synchronises for each, on a host of 2020. */
  readonly hostSyncTensorSeconds: number;
  /** Seconds a step costs whatever it does. */
  readonly stepStartSeconds: number;
  /** Hosts get faster with their year (`hardware.hostYear`): log speed-up a year. */
  readonly hostSpeedupPerYear: number;
  /** Share of a device-to-device fabric's data-sheet rate (NVLink, xGMI, ICI). */
  readonly fabricShare: number;
  /** Share of PCIe between devices that can read each other, before they share switches with the other devices of the node. */
  readonly peerShare: number;
  /** Share of PCIe between devices that cannot, before they share the host's memory with the other devices of the node. */
  readonly hostBridgeShare: number;
  /** Share of the network card's rate. */
  readonly networkShare: number;
  /** Seconds a collective costs whatever its size. */
  readonly collectiveSeconds: number;
  /** Seconds in which a ring across nodes that gathers or scatters passes one rank, beside the bytes. */
  readonly hopSeconds: number;
  /** Most of a step's gradient exchange that hides behind the backward pass, as a share. */
  readonly overlapShare: number;
  /** Share of ZeRO-3's gathers that hides behind the layers. */
  readonly gatherOverlapShare: number;
  /** Share a step takes longer each time the data × context ranks double: the slowest of many sets the pace. */
  readonly jitterPerDoubling: number;
}

/**
 * The fitted values.
 * Source: `pnpm fit:time` on 864 public measured runs, see `TimeConstants`; `rocmMatmulShare` is assumed.
 */
export const timeConstants: TimeConstants = {
  matrixShare: 1,
  vectorShareFewLanes: 1.02,
  vectorJoulesPerFlop: 2.68e-12,
  vectorShareManyLanes: 0.809,
  rocmMatmulShare: 0.65,
  scoreMatmulShare: 0.238,
  flashShare: 0.405,
  matrixJoulesPerFlop: 3.37e-13,
  laterFlashShare: 0.836,
  flashScoreClocks: 0.205,
  memoryShare: 0.834,
  kernelSeconds: 1.04e-5,
  hostKernelSeconds: 2.33e-5,
  backwardIssueShare: 0.486,
  hostOptimizerKernelSeconds: 5.45e-6,
  hostSyncTensorSeconds: 3.27e-4,
  stepStartSeconds: 0.00594,
  hostSpeedupPerYear: 0.124,
  fabricShare: 0.878,
  peerShare: 0.681,
  hostBridgeShare: 0.201,
  networkShare: 0.621,
  collectiveSeconds: 1.98e-5,
  hopSeconds: 3.45e-6,
  overlapShare: 0.504,
  gatherOverlapShare: 0.569,
  jitterPerDoubling: 0.00608,
};
