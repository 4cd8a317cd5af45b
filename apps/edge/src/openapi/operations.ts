import type { RouteConfig } from "@hono/zod-openapi";
import { describeBatch } from "./batch.ts";
import { describeEntry, describeList } from "./catalogue.ts";
import { describeFit } from "./fit.ts";
import { describeCalibrate, describeValidate } from "./measured.ts";
import { describeDocument, describeHealth, describeIndex, describePages } from "./meta.ts";
import { describePlan } from "./plan.ts";
import { describeCancelPlan, describePlanJob, describeStartPlan } from "./plans.ts";
import { describeScenarioRoute, scenarioRoutes } from "./scenario.ts";

/** Every operation as the document describes it; a test holds them against those that the app has. */
export const operations: readonly RouteConfig[] = [
  ...Object.values(scenarioRoutes).flatMap((route) => [
    describeScenarioRoute(route, "get"),
    describeScenarioRoute(route, "post"),
  ]),
  describeBatch(),
  describePlan(),
  describeStartPlan(),
  describePlanJob(),
  describeCancelPlan(),
  describeValidate(),
  describeCalibrate(),
  describeFit(),
  ...(["hardware", "models", "laws"] as const).flatMap((name) => [describeList(name), describeEntry(name)]),
  describeIndex(),
  describeHealth(),
  describeDocument(),
  ...describePages(),
];
