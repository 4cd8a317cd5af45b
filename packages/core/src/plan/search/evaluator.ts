import { UserError } from "../../errors/issue.ts";
import type { LossSurface } from "../../loss/index.ts";
import type { Family } from "../space/family.ts";
import type { Rejection } from "./goal.ts";

/** A family at one number of layers. Every answer may throw a UserError, as `estimate` does. */
export interface Terms {
  readonly parameters: number;
  /** The law for models of this shape. */
  readonly law: LossSurface;
  /** N as the law counts it. */
  readonly lawParameters: number;
  /** Peak bytes of a device. */
  bytes(accumulation: number): number;
  /** Median seconds of a step. */
  stepSeconds(accumulation: number): number;
}

/** What the search asks of a family. */
export interface Evaluator {
  /** The terms, or why `estimate` refuses that number of layers. @throws UserError the same */
  prepare(layers: number): Terms | Rejection;
}

/** Makes the evaluator of a family at its micro-batch, or says why `estimate` refuses all of it. @throws UserError the same */
export type EvaluatorOf = (family: Family, microBatch: number) => Evaluator | Rejection;

/** The name under which points are counted that `estimate` refuses with an error of this code. */
export function rejectionNamed(code: string): Rejection {
  return code.replaceAll("_", "-");
}

/** The same of an error; any that is not the user's is a bug and thrown on. */
export function rejectionOf(error: unknown): Rejection {
  if (!(error instanceof UserError)) throw error;
  return rejectionNamed(error.issues[0]?.code ?? "invalid");
}

/** A result, or why there is none. */
export function attempt<T>(make: () => T | Rejection): T | Rejection {
  try {
    return make();
  } catch (error) {
    return rejectionOf(error);
  }
}
