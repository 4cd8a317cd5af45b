import * as z from "zod";
import { calibrationSchema as calibration } from "./calibrate/index.ts";
import { lawSchema as law } from "./loss/index.ts";
import { planRequestSchema as planRequest } from "./plan/request.ts";
import { modelSchema as model } from "./spec/model.ts";
import { scenarioSchema as scenario } from "./spec/scenario.ts";
import { measuredRunSchema as measuredRun } from "./validate/measured-run.ts";

/** One training run to judge, {@link Scenario}, as a zod schema that is built when it is first used. */
export const scenarioSchema = /* @__PURE__ */ z.lazy(scenario);

/** A model in full, {@link ModelInput}, as a zod schema that is built when it is first used. */
export const modelSchema = /* @__PURE__ */ z.lazy(model);

/** A scaling law, {@link LossLaw}, as a zod schema that is built when it is first used. */
export const lawSchema = /* @__PURE__ */ z.lazy(law);

/** What measured runs taught, {@link Calibration}, as a zod schema that is built when it is first used. */
export const calibrationSchema = /* @__PURE__ */ z.lazy(calibration);

/** A scenario and what a clock said, {@link MeasuredRun}, as a zod schema that is built when it is first used. */
export const measuredRunSchema = /* @__PURE__ */ z.lazy(measuredRun);

/** Which runs to choose from and what for, {@link PlanRequest}, as a zod schema that is built when it is first used. */
export const planRequestSchema = /* @__PURE__ */ z.lazy(planRequest);
