import { fail } from "@wallclock/core";
import { isObject } from "../../io/json-file.ts";
import type { LoggedRun } from "./log.ts";

/** Whether a JSON value is a Hugging Face Trainer's state. */
export function isTrainerState(value: unknown): value is Record<string, unknown> {
  return isObject(value) && Array.isArray(value.log_history);
}

/**
 * The run of a Hugging Face Trainer's `trainer_state.json`: train_runtime over the steps it made. That is all the file
 * has; evaluation, checkpoints and the warm-up are in it.
 *
 * @throws UserError `log_without_times` for a state that was saved before the training ended
 */
export function trainerState(state: Record<string, unknown>, origin: string): LoggedRun {
  const entries = (state.log_history as unknown[]).filter(isObject);
  const end = entries.findLast((entry) => positive(entry.train_runtime));
  const steps = Number(end?.step ?? state.global_step);
  if (end === undefined || !positive(steps)) {
    return fail(
      "log_without_times",
      "",
      `${origin} has no train_runtime: the Trainer writes it when training has ended`,
      "take the trainer_state.json that trainer.save_state() writes, or a CSV with tokens_per_second",
    );
  }
  const seconds = Number(end.train_runtime) / steps;
  const batch = state.train_batch_size;
  return {
    id: null,
    origin: `${origin} (Trainer state)`,
    timing: { stepSeconds: seconds },
    leaves: {},
    hints: positive(batch) ? { "training.microBatchSequences": String(batch) } : {},
    steps,
  };
}

function positive(value: unknown): value is number {
  return typeof value === "number" && value > 0 && Number.isFinite(value);
}
