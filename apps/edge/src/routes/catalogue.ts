import { findLaw, findPreset, issue, laws, presets, serialize, UserError } from "@wallclock/core";
import {
  clusterTable,
  deviceTable,
  lawTable,
  modelTable,
  renderHardware,
  renderLaw,
  renderLaws,
  renderMachine,
  renderModel,
  renderModels,
  type Table,
  tableCsv,
} from "@wallclock/core/report";
import { clusters, profiles } from "@wallclock/hardware";
import type { Context } from "hono";
import type { Endpoint } from "../endpoint.ts";
import type { Env } from "../env.ts";
import { page } from "../forms.ts";
import { askedBy } from "../http/known-tags.ts";
import { Refusal } from "../http/refusal.ts";
import { type Forms, replyCached } from "../http/reply.ts";
import { lookUp } from "../machine.ts";
import { isTrue, readQuery, refuseOthers } from "../query.ts";

type Lines = Parameters<typeof page>[0];

/** A value as `wallclock hardware`, `models` and `laws` show it. */
function formsOf(value: unknown, text: Lines, table: () => Table): Forms {
  return {
    "application/json": () => serialize(value),
    "text/csv": () => tableCsv(table()),
    "text/plain": () => page(text),
  };
}

const hardware = (wantsClusters: boolean): Forms =>
  wantsClusters
    ? formsOf(
        clusters,
        (screen) => renderHardware(clusters, screen),
        () => clusterTable(clusters),
      )
    : formsOf(
        profiles,
        (screen) => renderHardware(profiles, screen),
        () => deviceTable(profiles),
      );

function machine(name: string): Forms {
  const found = lookUp(name);
  const { cluster, profile } = found;
  return formsOf(
    cluster ?? profile,
    (screen) => renderMachine(found, screen),
    () => (cluster === null ? deviceTable([profile]) : clusterTable([cluster])),
  );
}

function model(name: string): Forms {
  const found = findPreset(name);
  if (!found.found) return unknown("model", found.choices);
  const { preset } = found;
  return formsOf(
    preset,
    (screen) => renderModel(preset, screen),
    () => modelTable([preset]),
  );
}

function law(name: string): Forms {
  const found = findLaw(name);
  if (!found.found) return unknown("law", found.nearest);
  const entry = found.law;
  return formsOf(
    entry,
    (screen) => renderLaw(entry, screen),
    () => lawTable([entry]),
  );
}

function unknown(noun: string, choices: readonly string[]): never {
  const hint = choices.length > 0 ? `nearest: ${choices.join(", ")}` : `GET /v1/${noun}s lists them`;
  throw new UserError([issue(`unknown_${noun}`, "id", `the catalogue has no such ${noun}`, hint)]);
}

const lists = {
  hardware,
  models: () =>
    formsOf(
      presets,
      (screen) => renderModels(presets, screen),
      () => modelTable(presets),
    ),
  laws: () =>
    formsOf(
      laws,
      (screen) => renderLaws(laws, screen),
      () => lawTable(laws),
    ),
} as const;

const entries = { hardware: machine, models: model, laws: law } as const;

/** The catalogues: all of each, and one by its id or another name of it. */
export const catalogueEndpoints: readonly Endpoint[] = (["hardware", "models", "laws"] as const).flatMap(
  (name): Endpoint[] => [
    {
      method: "get",
      path: `/v1/${name}`,
      weight: "client",
      answer: (c) => answerList(c, name),
    },
    {
      method: "get",
      path: `/v1/${name}/{id}`,
      weight: "client",
      answer: (c) => answerEntry(c, name),
    },
  ],
);

function answerList(c: Context<Env>, name: keyof typeof lists): Response {
  const options = name === "hardware" ? ["clusters"] : [];
  const query = readQuery(c.req.url, options);
  refuseOthers(query, options);
  const wantsClusters = isTrue(query, "clusters");
  return replyCached(askedBy(c.req.raw), {
    forms: lists[name](wantsClusters),
    route: `/v1/${name}`,
    canonical: wantsClusters ? "clusters" : "",
  });
}

function answerEntry(c: Context<Env>, name: keyof typeof entries): Response {
  const query = readQuery(c.req.url);
  refuseOthers(query, []);
  const id = c.req.param("id") ?? "";
  return replyCached(askedBy(c.req.raw), {
    forms: found(() => entries[name](id)),
    route: `/v1/${name}/{id}`,
    canonical: id,
  });
}

/** A name that the catalogue does not have is a path without anything at it. */
function found(look: () => Forms): Forms {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const issues = error.issues.map((each) => ({ ...each, path: "id" }));
    throw new Refusal(404, "the catalogue has nothing of this name", { issues });
  }
}
