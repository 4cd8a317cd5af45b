import { lineWidth } from "@wallclock/core/report";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fields } from "../../src/dash/fields/fields.ts";
import { frame, frameText } from "../../src/dash/frame.ts";
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

/** What somebody may type who does not know what a field is, and what nobody would. */
const garbage = fc.oneof(
  fc.constantFrom(
    "0",
    "-1",
    "1e999",
    "NaN",
    "2.5",
    "12 34",
    "80GB",
    "24h",
    "$500",
    "…",
    "null",
    "--layers",
    "1/0",
    "９",
  ),
  fc.string({ minLength: 1, maxLength: 12, unit: "grapheme-ascii" }),
  fc.string({ minLength: 1, maxLength: 6, unit: "grapheme" }),
);

test.each(fields.map(({ label, path }) => [label, path] as const))(
  "whatever is typed for %s becomes a run, or is refused in place",
  (_label, path) => {
    fc.assert(
      fc.property(garbage, (text) => {
        const before = opened();
        const typing = { ...before, prompt: { kind: "field" as const, path, text, issue: null } };
        const state = reduce(typing, pressed("enter"), world);
        if (state.doc === before.doc) {
          expect(state.prompt?.issue?.message).toBeTruthy();
          expect(frameText(state, world)).toContain("✖");
        } else {
          expect(Number.isFinite(state.doc.answer.estimate.run.seconds.p50)).toBe(true);
          expect(state.past.length).toBe(1);
        }
        expect(after(state, "esc", "u").doc.answer.scenario).toEqual(before.doc.answer.scenario);
      }),
      { numRuns: 25 },
    );
  },
);

test.each([
  ["2.5B", { tokens: 2.5e9 }],
  ["24h", { budget: { seconds: 86_400 } }],
  ["$500", { budget: { usd: 500 } }],
])("%s typed for the tokens is tokens, or a budget that buys them", (text, expected) => {
  const { scenario } = after(at("training.tokens"), text[0]!, `"${text.slice(1)}"`, "enter").doc.answer;
  expect({ ...scenario, ...scenario.training }).toMatchObject(expected);
});

test.each([
  [":", '"device 1x rtx-4090"', "1x rtx-4090"],
  [":", '"hardware=rtx-4090 devices 2"', { device: "rtx-4090", count: 2 }],
  [":", '"set device rtx-4090"', "8x rtx-4090"],
  ["/", '"1x 4090"', "1x rtx-4090"],
  ["/", '"4090"', "8x rtx-4090"],
])("%s with %s is that machine", (key, typed, hardware) => {
  expect(after(opened(), key, typed, "enter").doc.answer.scenario.hardware).toEqual(hardware);
});

test("a letter typed on a machine searches for it", () => {
  const state = after(at("hardware"), "4", '"090"');
  expect(state.overlay).toMatchObject({ kind: "find", query: "4090", only: "devices" });
  expect(after(state, "enter").doc.answer.scenario.hardware).toBe("8x rtx-4090");
});

test("what is next where the cursor is has its effect on the answers in a line", () => {
  expect(frameText(at("model.width"), world)).toMatch(/\] twice the width: \+1h 27m, −0\.254 nats, \+\$46/);
  expect(frameText(at("training.precision"), world)).toMatch(/[←→] \w+: .* nats/);
});

test("only the answer of an API for the run that is shown takes its place", () => {
  const before = opened();
  const { scenario, estimate, curve, ledger } = before.doc.answer;
  const replies = {
    estimate: { ...estimate, engine: "other" },
    curve: curve(),
    ledger: ledger(),
    others: new Map(),
  };
  const answered = reduce(before, { kind: "answered", scenario, replies }, world);
  expect(answered.doc.answer.estimate.engine).toBe("other");
  const late = reduce(before, { kind: "answered", scenario: { ...scenario }, replies }, world);
  expect(late).toBe(before);
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
