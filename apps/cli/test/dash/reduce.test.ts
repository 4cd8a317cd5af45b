import { lineWidth } from "@wallclock/core/report";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fields } from "../../src/dash/fields/fields.ts";
import { frame } from "../../src/dash/frame.ts";
import { keyCommands } from "../../src/dash/keys/commands.ts";
import { reduce } from "../../src/dash/state/reduce.ts";
import { after, opened, pressed } from "./drive.ts";
import { world } from "./world.ts";

const keys = [...keyCommands.flatMap((command) => command.keys), ..."abz -é,%".split("")];
const sizes = fc.record({ columns: fc.integer({ min: 1, max: 210 }), rows: fc.integer({ min: 1, max: 64 }) });

test("no keys make it throw, draw too much, or leave the present answer", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 40 }), sizes, (pressedKeys, size) => {
      let state = reduce(opened(), { kind: "resize", ...size }, world);
      for (const key of pressedKeys) {
        state = reduce(reduce(state, pressed(key), world), { kind: "effects-taken" }, world);
        const lines = frame(state, world);
        expect(lines.length).toBeLessThanOrEqual(Math.max(0, size.rows - 1));
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
      }
      expect(Number.isFinite(state.doc.answer.estimate.run.seconds.p50)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("undo takes back everything that was done, and redo does it again", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("down", "up", "left", "right", "]", "[", "c", "r"), { maxLength: 30 }),
      (done) => {
        const start = opened();
        const end = after(start, ...done);
        const undone = after(end, ...end.past.map(() => "u"));
        expect(undone.doc.answer.estimate).toEqual(start.doc.answer.estimate);
        expect(undone.doc.pinned).toBe(null);
        const again = after(undone, ...end.past.map(() => "ctrl+r")).doc;
        expect(again.answer.estimate).toEqual(end.doc.answer.estimate);
        expect(again.pinned?.scenario).toEqual(end.doc.pinned?.scenario);
      },
    ),
    { numRuns: 40 },
  );
});

const rowOf = (path: string): string[] => {
  return Array.from({ length: fields.findIndex((field) => field.path === path) }, () => "down");
};
const at = (path: string) => after(opened(), ...rowOf(path));

test("heads visits the divisors of the width", () => {
  const seen: number[] = [];
  let state = at("model.heads");
  for (let press = 0; press < 6; press += 1) {
    state = after(state, "right");
    seen.push(state.doc.answer.resolved.model.heads);
  }
  expect(seen).toEqual([16, 24, 32, 48, 64, 96]);
});

test("a batch stays consistent while any of its three numbers moves", () => {
  for (const path of [
    "training.globalBatchSequences",
    "training.microBatchSequences",
    "training.accumulation",
  ]) {
    const { training, parallel } = after(at(path), "right", "right", "left", "right").doc.answer.resolved;
    expect(training.globalBatchSequences).toBe(
      training.microBatchSequences * training.accumulation * parallel.data,
    );
  }
});

test("garbage shows the error in place, with the nearest that is valid, and keeps what there was", () => {
  const before = at("model.heads");
  const state = after(before, '"10"', "enter");
  expect(state.doc).toBe(before.doc);
  expect(state.prompt?.issue).toMatchObject({ path: "model.heads", hint: expect.stringContaining("12") });
  expect(after(state, "esc").prompt).toBe(null);
});

test.each([
  [
    "training.tokens",
    "2.5B",
    (run: ReturnType<typeof opened>) => run.doc.answer.resolved.training.tokens,
    2.5e9,
  ],
  ["budget", "24h", (run: ReturnType<typeof opened>) => run.doc.answer.resolved.budget, { seconds: 86_400 }],
  ["budget", "$500", (run: ReturnType<typeof opened>) => run.doc.answer.resolved.budget, { usd: 500 }],
  ["hardware", "4x rtx-4090", (run: ReturnType<typeof opened>) => run.doc.answer.resolved.hardware.count, 4],
])("%s takes %s", (path, text, read, expected) => {
  const typing =
    path === "hardware"
      ? after(opened(), ":", `"device=${text.replace(" ", "")}"`)
      : after(at(path), text[0]!, `"${text.slice(1)}"`);
  expect(read(after(typing, "enter"))).toEqual(expected);
});

test("what a run needs cannot be reset, and a default can", () => {
  expect(after(opened(), "r").toast?.role).toBe("warn");
  const stepped = after(at("training.precision"), "right");
  expect(after(stepped, "r").doc.answer.resolved.training.precision).toBe("bf16");
});

test("A and B: the pinned run stays, the other moves", () => {
  const state = after(opened(), "c", ...rowOf("model.width"), "]");
  expect(state.doc.pinned?.resolved.model.width).toBe(768);
  expect(state.doc.answer.resolved.model.width).toBe(1536);
});
