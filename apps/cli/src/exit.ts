/** Exit statuses of every command. */
export const exit = {
  ok: 0,
  /** Our bug. */
  bug: 1,
  /** Bad input; also when some of the runs of `validate` could not be predicted. */
  input: 2,
  /** Impossible: `--require-fit`, and it does not. */
  impossible: 3,
  /** `validate` past its tolerance. */
  validation: 4,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
