import type { Note } from "../errors/issue.ts";
import { isRecalled, knowsRepetition, type LossSurface } from "./law.ts";
import type { LossQuestion } from "./question.ts";
import { isSpreadAssumed } from "./spread.ts";

/** A law recalled and not read says so, and what the law itself warns of: a unit that is not nats a token. */
export function lawNotes(law: LossSurface): Note[] {
  const warn = (code: string, message: string): Note => ({
    code,
    severity: "warning",
    message,
    path: "lossLaw",
  });
  const recalled = `figures of ${law.id} are from memory, not read at their source: check them before you rely on its loss`;
  return [
    ...(isRecalled(law) ? [warn("law-from-memory", recalled)] : []),
    ...(law.warning === undefined ? [] : [warn("law-warning", `${law.id}: ${law.warning}`)]),
  ];
}

/** A loss above that of guessing every token alike is no loss a run ends at. */
export function uniformNotes(law: LossSurface, nats: number): Note[] {
  const uniform = law.vocabulary == null ? Number.POSITIVE_INFINITY : Math.log(law.vocabulary);
  if (nats <= uniform) return [];
  const message = `${law.id} gives a loss above ln(${law.vocabulary}) = ${uniform.toFixed(2)}, that of guessing: so few tokens are beyond any law`;
  return [{ code: "loss-above-uniform", severity: "warning", message, path: "lossLaw" }];
}

/** What the reader must know of the law and of how the run departs from it. */
export function departureNotes(question: LossQuestion): Note[] {
  const { law, tokens, uniqueTokens } = question;
  const notes: Note[] = [];
  const add = (code: string, severity: Note["severity"], message: string, path: string) =>
    notes.push({ code, severity, message, path });
  if (question.isMoe)
    add(
      "moe-on-dense-law",
      "warning",
      `${law.id} was fitted on dense models: it sees the active parameters only`,
      "model.moe",
    );
  if (question.criticalBatchTokens === null)
    add(
      "batch-free",
      "info",
      "no critical batch size given: the loss does not depend on the batch size",
      "training.criticalBatchTokens",
    );
  if (uniqueTokens !== null && uniqueTokens < tokens && !knowsRepetition(law))
    add(
      "repetition-unmodelled",
      "warning",
      `${law.id} knows no repeated data and takes ${(tokens / uniqueTokens).toFixed(1)} epochs for fresh tokens; muennighoff-2023 does`,
      "training.uniqueTokens",
    );
  if (isSpreadAssumed(law))
    add(
      "loss-interval-assumed",
      "info",
      `${law.id} has no covariance: its interval is an assumed 5 % standard deviation`,
      "lossLaw",
    );
  const vocabulary = law.vocabulary ? ` with a ${Math.round(law.vocabulary / 1000)}k vocabulary` : "";
  if (law.dataset)
    add(
      "loss-is-of-its-dataset",
      "info",
      `the law was fitted on ${law.dataset}${vocabulary}; losses of other data and tokenizers differ by a constant that the interval does not hold`,
      "lossLaw",
    );
  return notes;
}
