/** Reports: values in, role-marked text out. No colour, no terminal, no clock: frontends give roles their looks. */

export { asciiLines } from "./ascii.ts";
// pieces of pages
export { type Bar, type BarOptions, bar, renderBars } from "./bars.ts";
export { type Canvas, createCanvas, drawLine } from "./braille.ts";
export { type CalibrationView, calibrationTable, renderCalibration } from "./calibration.ts";
export {
  clusterTable,
  deviceTable,
  lawTable,
  modelTable,
  renderHardware,
  renderLaw,
  renderLaws,
  renderMachine,
  renderModel,
  renderModels,
} from "./catalogue.ts";
// charts: one model as text, picture and rows
export { type Axis, type Chart, type ChartOptions, chartTable, type Mark, type Series } from "./chart.ts";
export { renderChart } from "./chart-text.ts";
export { type CommandOptions, commandLines, scenarioCommand, shellQuote } from "./command.ts";
export { type ComparisonOptions, comparisonTable, renderComparison } from "./compare.ts";
// pages, one for each command
export { type EstimateOptions, renderEstimate } from "./estimate.ts";
export { factsOf } from "./estimate-facts.ts";
// words
export { explainEstimate, secondsByBound } from "./explain.ts";
export { baselineTable, type FitView, renderFit } from "./fit.ts";
// numbers
export {
  formatBytes,
  formatBytesOf,
  formatCount,
  formatInterval,
  formatJoules,
  formatPercent,
  formatRatio,
  formatSeconds,
  formatSi,
  formatSigned,
  formatUsd,
  formatWhole,
  formatWithin,
} from "./format.ts";
export { type IssueOptions, renderIssues } from "./issues.ts";
export { ledgerTable, renderLedger } from "./ledger.ts";
export { curveTable, type LossOptions, renderLoss } from "./loss.ts";
export { lossChart } from "./loss-chart.ts";
export { memoryTable, renderMemory } from "./memory.ts";
export { assumptionText, hardwareName, modelName } from "./names.ts";
export { noteLines } from "./notes.ts";
export { page } from "./page.ts";
export { type PlannedRun, type PlanView, planTable, renderPlan } from "./plan.ts";
export { type Fact, renderStrip } from "./strip.ts";
export { chartSvg, type SvgOptions } from "./svg.ts";
// tables: the same rows as text, Markdown and CSV
export {
  type Cell,
  type Column,
  numberCell,
  type Row,
  renderTable,
  type Table,
  tableCsv,
  tableMarkdown,
  textCell,
} from "./table.ts";
// lines and roles
export {
  blank,
  type Charset,
  cut,
  fit,
  heading,
  type Line,
  line,
  lineWidth,
  pad,
  plainText,
  type RenderOptions,
  type Role,
  roles,
  type Span,
  span,
  textOf,
  widthOf,
} from "./text.ts";
export { linearTicks, logTicks, type Tick, timeTicks } from "./ticks.ts";
export { renderValidation, type ValidationOptions, validationTable } from "./validation.ts";
export { listing, paragraph, wrapText } from "./wrap.ts";
