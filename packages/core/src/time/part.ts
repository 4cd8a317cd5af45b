/** What limits a part of the step. */
export type Bound = "compute" | "memory" | "launch" | "network" | "bubble";

/** A cause of a step's time. The parts sum to the median. */
export interface TimePart {
  readonly name: string;
  readonly seconds: number;
  readonly bound: Bound;
}
