import { expect, test } from "vitest";
import { estimateCost } from "../../src/cost/index.ts";

const hour = { deviceHours: 8, usdPerDeviceHour: 2.5, tdpWatts: 700, runSeconds: 3600, count: 8 };

test("usd is device-hours x price and joules are rated power x devices x seconds, an upper bound", () => {
  const { usd, joules, kgCo2e, notes } = estimateCost(hour);
  expect({ usd, joules, kgCo2e }).toEqual({ usd: 20, joules: 2.016e7, kgCo2e: null });
  expect(notes.map((note) => note.code)).toEqual(["energy-upper-bound"]);
});

test("an unknown price or power gives null and a note, never a guess", () => {
  const cost = estimateCost({ ...hour, usdPerDeviceHour: null, tdpWatts: null });
  expect(cost).toMatchObject({ usd: null, joules: null, kgCo2e: null });
  expect(cost.notes.map((note) => note.code)).toEqual(["price-unknown", "power-unknown"]);
});

test("a price of zero is a price", () => {
  expect(estimateCost({ ...hour, usdPerDeviceHour: 0 }).usd).toBe(0);
});
