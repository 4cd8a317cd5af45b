import { countParameters } from "../parameters/count.ts";
import type { Preset } from "../spec/presets/preset.ts";
import { resolveModel } from "../spec/resolve-model.ts";
import { formatCount, formatWhole } from "./format.ts";
import { parametersText, valueText, words } from "./names.ts";
import { page } from "./page.ts";
import { renderStrip } from "./strip.ts";
import { numberCell, type Table, textCell } from "./table.ts";
import { renderTable } from "./table-text.ts";
import { heading, type Line, type RenderOptions } from "./text.ts";
import { listing, paragraph } from "./wrap.ts";

/**
 * `wallclock models`: the presets as a list.
 *
 * @example
 * plainText(renderModels(presets, { width: 80 })).includes("gpt2-124m") // => true
 */
export function renderModels(presets: readonly Preset[], { width }: RenderOptions): Line[] {
  const next = "wallclock models gpt2-124m shows one with its source";
  return page([renderTable(modelTable(presets), width), paragraph("next", next, "focus", width)], width);
}

/**
 * Models as a table: parameters and sizes.
 *
 * @example
 * tableCsv(modelTable(presets)).split("\n")[0] // => "id,parameters,active,layers,width,heads,kv,ffn,vocab,kind"
 */
export function modelTable(presets: readonly Preset[]): Table {
  const right = "right" as const;
  const size = (title: string, spare = 0) => ({ title, align: right, spare });
  return {
    columns: [
      { title: "id", keep: true },
      size("parameters"),
      size("active", 3),
      size("layers"),
      size("width"),
      size("heads"),
      size("kv", 1),
      size("ffn", 2),
      size("vocab"),
      { title: "kind", spare: 4 },
    ],
    rows: presets.map(({ id, model: input }) => {
      const { model } = resolveModel(input);
      const { total, active } = countParameters(model);
      const sizes = [
        model.layers,
        model.width,
        model.heads,
        model.kvHeads,
        model.moe?.ffn ?? model.ffn,
        model.vocab,
      ];
      return {
        cells: [
          textCell(id, "accent"),
          numberCell(total, formatCount),
          { text: active < total ? formatCount(active) : "", value: active },
          ...sizes.map((value) => ({ text: formatWhole(value), value })),
          textCell(
            model.moe === null ? model.ffnKind : `${model.moe.active} of ${model.moe.experts} experts`,
            "dim",
          ),
        ],
      };
    }),
  };
}

const statuses: Readonly<Record<Preset["status"], string>> = {
  verified: "its parameter count equals a published one exactly",
  config: "sizes of the released config.json",
  paper: "sizes of a table in a paper",
};

/**
 * `wallclock models ID`: a model's sizes, its parameters by group, and where it was read.
 *
 * @example
 * plainText(renderModel(findPreset("gpt2-124m").preset, { width: 80 })).includes("50257") // => true
 */
export function renderModel(preset: Preset, { width }: RenderOptions): Line[] {
  const { model, assumed } = resolveModel(preset.model);
  const count = countParameters(model);
  const strip = [
    { label: "PARAMETERS", value: formatCount(count.total), detail: formatWhole(count.total) },
    { label: "ACTIVE", value: formatCount(count.active), detail: "a token" },
    { label: "LAYERS", value: String(model.layers), detail: `of width ${formatCount(model.width)}` },
    { label: "HEADS", value: String(model.heads), detail: `of ${model.headDim}, ${model.kvHeads} for keys` },
  ];
  const given = Object.entries(preset.model).map(([key, value]) => `${key} ${valueText(value)}`);
  const taken = assumed.map(({ path, value }) => `${path.replace("model.", "")} ${valueText(value)}`);
  const groups: Table = {
    columns: [{ title: "group" }, { title: "parameters", align: "right" }],
    rows: Object.entries(count.groups)
      .filter(([, value]) => value > 0)
      .map(([name, value]) => ({ cells: [textCell(words(name)), numberCell(value, formatCount)] })),
  };
  return page(
    [
      renderStrip(strip, width),
      listing("", [preset.id, preset.name, parametersText(count)], "text", width),
      [
        heading("SIZES", "", width),
        ...listing("", given, "text", width),
        ...listing("default", taken, "dim", width),
      ],
      [heading("PARAMETERS", "", width), ...renderTable(groups, width)],
      [
        ...paragraph("source", `${preset.source.title} ${preset.source.url}`, "dim", width),
        ...paragraph("status", `${preset.status}: ${statuses[preset.status]}`, "dim", width),
      ],
      paragraph("next", `wallclock estimate --model ${preset.id} --hardware 8xh100`, "focus", width),
    ],
    width,
  );
}
