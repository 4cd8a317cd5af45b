import { UserError } from "../../errors/issue.ts";

/** Why a point has no figures: the code of the error that `estimate` would throw. */
export interface Impossible {
  readonly code: string;
}

/** Whether something has figures. */
export function isImpossible(value: object): value is Impossible {
  return "code" in value;
}

/** The code of a user's error; any other error is a bug and thrown on. */
export function refusalOf(error: unknown): Impossible {
  if (!(error instanceof UserError)) throw error;
  return { code: error.issues[0]?.code ?? "impossible" };
}
