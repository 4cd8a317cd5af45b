/** What the columns of the headline mean. */
export const meaning = [
  "*Macro MAPE*: the mean absolute error of each group (source | device | precision, one pass), averaged over groups, so that a source with many runs does not",
  "drown the others. *Median error*: of single runs. *Bias*: the mean error with its sign; above 0 predictions are too slow. *80 % interval*: the range that is",
  "printed beside every time; it should hold four of five measured times, for a run like those in the tables on a machine that behaves like its data sheet. It does not",
  "know of a thermal limit, a bad cable or a data loader that cannot keep up. Where no measured run stands behind a kind of prediction (another maker's device, mixtures of",
  "experts, context parallelism) it is twice as wide, and a note says so.",
].join("\n");

/** Measured once on public runs of the same configuration; facts of the past that are not regenerated. */
export const noiseSection = [
  "The same configuration, measured again, differs from its own median by (mean deviation):",
  "",
  "- 1.2 % on one H100, over about 50 machines;",
  "- 2.4 % on eight H100 (with a range of up to 27 %);",
  "- 6–8 % on boxes of several cards joined over PCIe;",
  "- 5.3 % on the same GPU with the same configuration in two frameworks.",
  "",
  "So no model of hyperparameters alone can be better than about 1.5 % on one device and 2.5–3 % in a node with one software stack, or about 5 % when the version of the",
  "software is unknown. What is above that is the model's own error.",
].join("\n");

/** Where the figures come from, and how to see them again. */
export const howSection = [
  "`pnpm docs:accuracy` reads `validation/evidence.csv` (runs that the constants were fitted on), and where present `validation/independent.csv` (runs not fitted on)",
  "and `validation/memory.csv` (measured peaks), predicts every run and writes this page with its pictures; `pnpm docs:refresh` does too. Each row of the tables has the URL of its",
  "source at a commit. Nothing here is typed by hand except the figures of other estimators, of what is left out of the fit, of calibration and of the noise floor,",
  "which are measurements of the past, and `validation/explanations.md`. A test fails when the page is not what it would be now.",
  "",
  "```sh",
  "wallclock validate                 # the tables of step times and peaks, group by group",
  "wallclock validate --json          # every run: measured, predicted, the interval, FLOPs alone, copies alone",
  "wallclock validate mine.jsonl      # your own runs",
  "```",
  "",
  "`wallclock validate` and the tests fail when the macro MAPE of a table is more than 0.3 points above what `validation/accepted.json` says.",
].join("\n");
