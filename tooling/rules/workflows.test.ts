import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { root } from "../root.ts";

const workflows = globSync(".github/workflows/*.yml", { cwd: root }).map((file) => ({
  file,
  text: readFileSync(resolve(root, file), "utf8"),
}));

test.each(workflows)("$file pins every action by commit, with its version beside", ({ text }) => {
  const used = [...text.matchAll(/uses: (.*)$/gm)].map((match) => match[1] ?? "");
  expect(used.length).toBeGreaterThan(0);
  const loose = used.filter((each) => !/^(\.\/.*|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(each));
  expect(loose).toEqual([]);
});

test.each(workflows)("$file asks for permissions and gives jobs a time", ({ text }) => {
  expect(text).toMatch(/^permissions:/m);
  const jobs = text
    .slice(text.indexOf("\njobs:"))
    .split(/\n {2}(?=[a-z]+:\n)/)
    .slice(1);
  expect(jobs.length).toBeGreaterThan(0);
  expect(jobs.filter((job) => !/timeout-minutes|uses: \.\//.test(job))).toEqual([]);
});

test("an action has one version everywhere", () => {
  const used = workflows.flatMap(({ text }) => [...text.matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(\S+)/g)]);
  const versions = Map.groupBy(used, (match) => match[1]);
  const several = [...versions].filter(([, uses]) => new Set(uses.map((match) => match[2])).size > 1);
  expect(several.map(([name]) => name)).toEqual([]);
});
