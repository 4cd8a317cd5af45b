/** What is wrong with an input: facts first, prose last. Frontends format it, they never invent it. */
export interface Issue {
  /** Stable snake_case identifier, e.g. `heads_not_divisor`. */
  readonly code: string;
  /** Dotted path of the field in the input, e.g. `model.heads`; empty for the whole input. */
  readonly path: string;
  /** One sentence that names the field, its value and the rule. */
  readonly message: string;
  /** The nearest fix, or null when there is none to suggest. */
  readonly hint: string | null;
  readonly severity: "error" | "warning";
}

/** Something the reader of a result must know; it travels with the result to every frontend. */
export interface Note {
  /** Stable kebab-case identifier, e.g. `vocab-padded`. */
  readonly code: string;
  readonly severity: "info" | "warning";
  readonly message: string;
  readonly path?: string;
}

/**
 * The input is wrong, not the program: carries every issue found. Anything else thrown is our bug.
 *
 * @example
 * parseScenario({ model: "gpt2-124m", hardware: "8x h100", training: { tokens: -1 } }) // throws "tokens"
 * new UserError([issue("out_of_range", "tokens", "tokens (-1) must be above 0")]).message // => "tokens (-1) must be above 0"
 */
export class UserError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => issue.message).join("; "));
    this.name = "UserError";
    this.issues = issues;
  }
}

/**
 * An error-severity {@link Issue}.
 *
 * @example
 * issue("heads_not_divisor", "model.heads", "heads (10) must divide width (768)", "nearest: 8, 12").severity // => "error"
 */
export function issue(code: string, path: string, message: string, hint: string | null = null): Issue {
  return { code, path, message, hint, severity: "error" };
}

/**
 * Throws a {@link UserError} with a single issue.
 *
 * @throws UserError always
 * @example
 * fail("no_rows", "", "there are no rows below the header") // throws "no rows"
 */
export function fail(code: string, path: string, message: string, hint: string | null = null): never {
  throw new UserError([issue(code, path, message, hint)]);
}
