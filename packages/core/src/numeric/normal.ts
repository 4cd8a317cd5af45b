/** The 90th percentile of the standard normal distribution: from the median to an end of an 80 % interval. */
export const normal90 = 1.2815515655446004;
