import * as client from "@wallclock/client";
import * as core from "@wallclock/core";
import * as report from "@wallclock/core/report";
import * as hardware from "@wallclock/hardware";
import * as lazy from "@wallclock/hardware/lazy";
import * as schema from "@wallclock/hardware/schema";
import * as cast from "./cast.ts";

/** What an example can name: everything the packages export, and the cast. */
export const scope: Readonly<Record<string, unknown>> = {
  ...client,
  ...core,
  ...report,
  ...hardware,
  ...lazy,
  ...schema,
  ...cast,
};
