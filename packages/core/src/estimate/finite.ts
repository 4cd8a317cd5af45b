import { fail } from "../errors/issue.ts";

/**
 * Refuses a reply with a number that is none: fields that are each in range can still multiply to more than a number holds.
 *
 * @throws UserError `out_of_range` that names the figure
 */
export function requireFinite<T>(reply: T): T {
  // The path is only spelt out where it is needed: nearly every reply is finite.
  if (!allFinite(reply)) refuse(reply, "");
  return reply;
}

function allFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return (Array.isArray(value) ? value : Object.values(value)).every(allFinite);
}

function refuse(value: unknown, path: string): void {
  if (typeof value === "number" && !Number.isFinite(value)) {
    const message = `the scenario's sizes and rates make ${path} larger or smaller than a number holds`;
    fail("out_of_range", "", message, "sizes, rates and budgets of a real run");
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) refuse(part, path === "" ? key : `${path}.${key}`);
}
