import { makeInlineProfileSchema, once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { calibrationSchema } from "../calibrate/calibration.ts";
import { lawSchema } from "../loss/law.ts";
import { modelSchema, positiveInteger } from "./model.ts";
import { mostDevices } from "./most-devices.ts";
import { parallelSchema } from "./parallel.ts";
import { softwareSchema } from "./software.ts";
import { trainingSchema } from "./training.ts";

/** A preset's id, the contents of a Hugging Face config.json, or a model in full. */
const modelRefSchema = /* @__PURE__ */ once(() =>
  z.union([z.string().min(1), z.strictObject({ hf: z.record(z.string(), z.unknown()) }), modelSchema()]),
);

const positive = /* @__PURE__ */ once(() => z.number().positive());

/** Devices: `"8x h100-sxm-80gb"` counts devices, `"2x dgx-h100"` nodes of a cluster; or in full. */
export const hardwareRefSchema = /* @__PURE__ */ once(() =>
  z.union([
    z.string().min(1),
    z.strictObject({
      // The largest schema of all, which few scenarios need: it waits for the first that brings a profile.
      device: z.union([z.string().min(1), z.lazy(makeInlineProfileSchema)]),
      count: positiveInteger().max(mostDevices).optional().describe("devices as software sees them"),
      perNode: positiveInteger().optional().describe("devices a machine has room for"),
      intraNodeBytesPerSecond: positive()
        .nullable()
        .optional()
        .describe("link inside a node, per device per direction"),
      interNodeBytesPerSecond: positive()
        .nullable()
        .optional()
        .describe("network between nodes, per device per direction"),
      hostYear: z
        .number()
        .min(2010)
        .max(2040)
        .nullable()
        .optional()
        .describe("year of the host's CPU; default that of the device"),
      usdPerDeviceHour: z
        .number()
        .nonnegative()
        .nullable()
        .optional()
        .describe("price of one device for an hour"),
    }),
  ]),
);

/** What one can spend instead of naming tokens. */
export const budgetSchema = /* @__PURE__ */ once(() =>
  z.union([
    z.strictObject({ seconds: positive() }),
    z.strictObject({ usd: positive() }),
    z.strictObject({ deviceHours: positive() }),
  ]),
);

/** One training run to judge. Only `model` and `hardware` are required. */
export const scenarioSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      id: z.string().nullable().optional().describe("echoed back"),
      model: modelRefSchema(),
      training: trainingSchema().optional(),
      software: softwareSchema().optional(),
      parallel: parallelSchema().optional(),
      hardware: hardwareRefSchema(),
      lossLaw: z
        .union([z.string().min(1), lawSchema()])
        .optional()
        .describe("a law's id, or a law"),
      budget: budgetSchema()
        .nullable()
        .optional()
        .describe("time, money or device-hours to spend, instead of training.tokens"),
      calibration: calibrationSchema()
        .nullable()
        .optional()
        .describe("what measured runs of this machine taught, as calibrate writes it"),
    })
    .meta({
      id: "Scenario",
      description: "One training run to judge. Only model and hardware are required.",
    }),
);

export type Scenario = z.infer<ReturnType<typeof scenarioSchema>>;
export type HardwareRef = z.infer<ReturnType<typeof hardwareRefSchema>>;
export type Budget = z.infer<ReturnType<typeof budgetSchema>>;
