import { configureGlobal } from "fast-check";

/**
 * The same random cases on every machine, so that a red build is red for everyone.
 * WALLCLOCK_RANDOM_SEED=N tries others; WALLCLOCK_RANDOM_SCENARIOS tries more.
 */
const seed = Number(process.env.WALLCLOCK_RANDOM_SEED ?? 20260101);
if (!Number.isInteger(seed)) {
  throw new Error(`WALLCLOCK_RANDOM_SEED must be a whole number, not ${process.env.WALLCLOCK_RANDOM_SEED}`);
}
configureGlobal({ seed });
