import type { RouteConfig } from "@hono/zod-openapi";
import { calibrationForms, calibrationSchema, measuredRunSchema } from "@wallclock/core";
import * as z from "zod";
import { validationSchema } from "../reply/measured.ts";
import { bodyRoute, exampleParts, responsesOf, samplesOf } from "./parts.ts";

const runs = z.array(measuredRunSchema.unwrap());
const withCalibration = z.object({
  runs,
  calibration: calibrationSchema.unwrap().nullable().optional(),
  origins: z.array(z.string().max(300)).optional().describe("what messages call each run, `run 1` else"),
});

function bodyOf(operationId: string) {
  const { bodies } = exampleParts(operationId);
  const { lines, ...json } = bodies;
  return {
    required: true,
    description:
      "At most 2 MB: one measured run a line, or a JSON array of them, or { runs, calibration, origins }.",
    content: {
      "application/x-ndjson": { schema: z.string(), examples: { lines: lines ?? { value: "" } } },
      "application/json": { schema: z.union([runs, withCalibration]), examples: json },
    },
  };
}

/** What the document says of `validate`. */
export function describeValidate(): RouteConfig {
  return {
    method: "post",
    path: "/v1/validate",
    operationId: "validate",
    tags: ["measured runs"],
    summary: "predicted against measured steps",
    request: { body: bodyOf("validate") },
    responses: responsesOf(
      {
        description: "errors of each run, each group and over groups",
        schema: validationSchema,
        others: ["text/csv", "text/plain"],
      },
      bodyRoute,
    ),
    ...samplesOf("validate"),
  };
}

/** What the document says of `calibrate`. */
export function describeCalibrate(): RouteConfig {
  return {
    method: "post",
    path: "/v1/calibrate",
    operationId: "calibrate",
    tags: ["measured runs"],
    summary: "what measured runs of one machine teach",
    parameters: [
      {
        name: "form",
        in: "query",
        required: false,
        description: "full: the model with this machine's factors; else a line in counts",
        schema: { type: "string", enum: [...calibrationForms], default: "full" },
      },
    ],
    request: { body: bodyOf("calibrate") },
    responses: responsesOf(
      {
        description: "a calibration, for the field of that name",
        schema: calibrationSchema.unwrap(),
        others: ["text/csv", "text/plain"],
      },
      bodyRoute,
    ),
    ...samplesOf("calibrate"),
  };
}
