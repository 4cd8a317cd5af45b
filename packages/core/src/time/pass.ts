/** What of a step was timed: with its optimizer, without it, or the forward alone. */
export const passes = ["train-step", "forward-backward", "forward"] as const;
export type Pass = (typeof passes)[number];
