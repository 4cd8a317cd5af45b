/** Reports: values in, role-marked text out. No colour, no terminal, no clock: frontends give roles their looks. */

// Pages, one for each command.

export { type CalibrationOptions, renderCalibration } from "./calibration.ts";
export { type ComparisonOptions, renderComparison } from "./compare.ts";
export { type EstimateOptions, renderEstimate } from "./estimate.ts";
export { type FitPageOptions, renderFit } from "./fit.ts";
export { renderHardware, renderMachine } from "./hardware.ts";
export { type IssueOptions, renderIssues } from "./issues.ts";
export { renderLaw, renderLaws } from "./laws.ts";
export { renderLedger } from "./ledger.ts";
export { type LossOptions, renderLoss } from "./loss.ts";
export { type MemoryOptions, renderMemory } from "./memory.ts";
export { renderModel, renderModels } from "./models.ts";
export { type PlanPageOptions, renderPlan } from "./plan.ts";
export { renderImpossible } from "./plan-impossible.ts";
export { renderValidation, type ValidationOptions } from "./validation.ts";

// Words.

export { type CommandOptions, commandLines, scenarioCommand, shellQuote } from "./command.ts";
export { explainEstimate, secondsByBound } from "./explain.ts";
export { assumptionText, hardwareName, modelName, parametersText } from "./names.ts";

// Tables: the same rows as text, Markdown and CSV.

export { calibrationTable } from "./calibration.ts";
export { comparisonTable } from "./compare.ts";
export { fitFormsTable, fitRowsTable } from "./fit-tables.ts";
export { clusterTable, deviceTable } from "./hardware.ts";
export { lawTable } from "./laws.ts";
export { ledgerTable } from "./ledger.ts";
export { curveTable } from "./loss.ts";
export { memoryTable } from "./memory.ts";
export { modelTable } from "./models.ts";
export { distinctRuns, type PlanTableName, planTable, planTables, runLines } from "./plan-tables.ts";
export {
  type Cell,
  type Column,
  numberCell,
  type Row,
  type Table,
  tableCsv,
  tableMarkdown,
  textCell,
} from "./table.ts";
export { renderTable } from "./table-text.ts";
export { validationTable } from "./validation.ts";
export { type PeakErrors, peakErrors, peakTable } from "./validation-peaks.ts";

// Charts: one model as text, picture and rows.

export { type Canvas, createCanvas, drawLine } from "./canvas.ts";
export { type Axis, type Chart, type ChartOptions, chartTable, type Mark, type Series } from "./chart.ts";
export { renderChart } from "./chart-text.ts";
export { fitChart } from "./fit-chart.ts";
export { coarser, type HeatAxis, type HeatMap, heatLines } from "./heat-map.ts";
export { heatSvg } from "./heat-map-svg.ts";
export { lossChart, lossSvg } from "./loss-chart.ts";
export { type LossDisplay, lossDisplay, lossUnitNames } from "./loss-unit.ts";
export { planMap, planMapSvg } from "./plan-map.ts";
export { rooflineChart, rooflineTable } from "./roofline.ts";
export { type SizesChartOptions, sizesChart } from "./sizes-chart.ts";
export { chartSvg, type SvgOptions } from "./svg.ts";
export { linearTicks, logTicks, type Tick, timeTicks } from "./ticks.ts";

// Pieces of pages.

export { assumptionLines } from "./assumptions.ts";
export { type Bar, type BarOptions, bar, renderBars } from "./bars.ts";
export { factsOf, isBeyondLaw } from "./estimate-facts.ts";
export { memoryBars, memoryRemark } from "./memory.ts";
export { noteLines } from "./notes.ts";
export { page } from "./page.ts";
export { type Fact, renderStrip } from "./strip.ts";
export { timeBars, timeRemark, timeTable } from "./time.ts";
export { listing, paragraph, wrapText } from "./wrap.ts";

// Lines and roles.

export { asciiLines } from "./ascii.ts";
export {
  blank,
  type Charset,
  cut,
  fit,
  heading,
  type Line,
  line,
  lineWidth,
  margin,
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

// Numbers.

export {
  formatBytes,
  formatBytesOf,
  formatCount,
  formatError,
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
