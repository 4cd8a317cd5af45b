import { expect, test } from "vitest";
import { estimate, laws, UserError } from "../../src/index.ts";
import { allocationIds, surfaces } from "../../src/loss/laws/surfaces.ts";
import { machineFor } from "../support/machine.ts";

const lossBy = (lossLaw: string) => {
  try {
    return estimate({ model: "gpt2-124m", hardware: "h100", lossLaw }, machineFor("h100")).loss.law;
  } catch (error) {
    if (error instanceof UserError) return error.issues[0]?.code;
    throw error;
  }
};

test("the ids of allocations are those of the laws that are one", () => {
  expect(laws.filter(({ kind }) => kind === "allocation").map(({ id }) => id)).toEqual(allocationIds);
  expect(laws.filter(({ kind }) => kind === "surface")).toEqual(surfaces);
});

test.each(surfaces.map(({ id }) => id))("%s gives a loss", (id) => {
  expect(lossBy(id)).toBe(id);
});

test.each(allocationIds)("%s is refused as a law that gives none", (id) => {
  expect(lossBy(id)).toBe("law_not_a_surface");
});

test("a name of nothing is refused", () => {
  expect(lossBy("hoffman-2022")).toBe("unknown_law");
});
