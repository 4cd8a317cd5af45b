import type { RouteConfig } from "@hono/zod-openapi";
import * as z from "zod";
import { fitSchema } from "../reply/fit.ts";
import { fitLists, fitOptions } from "../routes/fit.ts";
import { bodyRoute, exampleParts, type Parameter, responsesOf } from "./parts.ts";

const parameters: Parameter[] = [...fitOptions, ...fitLists].map((name) => ({
  name,
  in: "query",
  required: false,
  description:
    name === "residuals"
      ? "true: with every run and its prediction, in residuals"
      : `as --${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} of wallclock fit`,
  schema: { type: "string" },
}));

/** What the document says of `fit`. */
export function describeFit(): RouteConfig {
  const { bodies, ...samples } = exampleParts("fit");
  return {
    method: "post",
    path: "/v1/fit",
    operationId: "fit",
    tags: ["measured runs"],
    summary: "a loss law from a table of runs",
    description: "group and where may come several times.",
    parameters,
    request: {
      body: {
        required: true,
        description:
          "At most 2 MB and 5,000 rows, with a header: params, tokens, loss, or names that the options give.",
        content: { "text/csv": { schema: z.string(), examples: bodies } },
      },
    },
    responses: responsesOf(
      {
        description: "the law, for the field lossLaw, and how well it is known",
        schema: fitSchema,
        others: ["text/csv", "image/svg+xml", "text/plain"],
      },
      bodyRoute,
    ),
    ...samples,
  };
}
