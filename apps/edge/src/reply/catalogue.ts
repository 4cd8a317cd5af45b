import { lawSchema, modelSchema } from "@wallclock/core";
import { clusterSchema, hardwareProfileSchema } from "@wallclock/hardware/schema";
import * as z from "zod";

/** A model preset. */
const presetSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    model: modelSchema.unwrap(),
    source: z.object({ title: z.string(), url: z.string() }),
    status: z.enum(["verified", "config", "paper"]),
    parametersPublished: z.int().optional(),
  })
  .meta({ id: "Preset", description: "A named model, with where its sizes come from." });

/** Machines as JSON schemas of zod's own making: the generator of the document takes their exact optionals for required. */
export const machineSchemas = {
  HardwareProfile: jsonSchema(
    hardwareProfileSchema.unwrap(),
    "A device: every figure with its source and status.",
  ),
  Cluster: jsonSchema(clusterSchema.unwrap(), "A node of a cluster, and its network."),
} as const;

function jsonSchema(schema: z.ZodType, description: string): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "output" });
  return { description, ...rest };
}

/** An entry of each catalogue. */
export const entrySchemas = {
  hardware: { oneOf: [refTo("HardwareProfile"), refTo("Cluster")] },
  models: presetSchema,
  laws: lawSchema.unwrap(),
};

/** All entries of each catalogue. */
export const listSchemas = {
  hardware: { type: "array" as const, items: entrySchemas.hardware },
  models: z.array(presetSchema),
  laws: z.array(lawSchema.unwrap()),
};

function refTo(name: keyof typeof machineSchemas): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}
