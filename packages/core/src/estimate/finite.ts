import { fail } from "../errors/issue.ts";

/**
 * Refuses a reply with a number that is none: fields that are each in range can still multiply to more than a number holds.
 *
 * @throws UserError `out_of_range` that names the figure
 */
export function requireFinite<T>(reply: T, path = ""): T {
  if (typeof reply === "number" && !Number.isFinite(reply)) {
    const message = `the scenario's sizes and rates make ${path} larger or smaller than a number holds`;
    fail("out_of_range", "", message, "sizes, rates and budgets of a real run");
  }
  if (typeof reply === "object" && reply !== null) {
    for (const [key, value] of Object.entries(reply))
      requireFinite(value, path === "" ? key : `${path}.${key}`);
  }
  return reply;
}
