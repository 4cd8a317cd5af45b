/** Exit statuses of every command. */
export const exit = {
  ok: 0,
  /** Our bug. */
  bug: 1,
  /** Bad input; also when some lines of `--jsonl` or some runs of `validate` could not be estimated. */
  input: 2,
  /** Impossible: a run that does not fit, under `--require-fit`; a plan that no run meets. */
  impossible: 3,
  /** `validate` past its tolerance. */
  validation: 4,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
