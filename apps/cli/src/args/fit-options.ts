import { commonOptions, type Option, remoteOption, tableOptions } from "./option.ts";

/** Flags of `fit`. */
export const fitOptions: readonly Option[] = [
  {
    name: "form",
    value: "auto|NAME",
    summary:
      "auto recommends one of linear, chinchilla, interaction, shape, repetition and the baselines offset, log-linear, median; also chinchilla-weighted",
  },
  { name: "params", value: "COLUMN", summary: "N; else params, n_params or n_params_nonemb" },
  { name: "tokens", value: "COLUMN", summary: "D, tokens trained on; else tokens" },
  { name: "loss", value: "COLUMN", summary: "final loss; else loss" },
  { name: "unique-tokens", value: "COLUMN", summary: "distinct tokens; else unique_tokens" },
  {
    name: "trunk",
    value: "COLUMN",
    summary: "runs of one name are cut from one training run and resampled together; else trunk",
  },
  {
    name: "group",
    value: "NAME",
    repeatable: true,
    summary: "rows whose column group is NAME; again for one group more",
  },
  {
    name: "where",
    value: "CONDITION",
    repeatable: true,
    summary:
      "rows that meet column=value, column!=value, column~text or column!~text (holds it); again for one condition more",
  },
  {
    name: "unit",
    value: "nats|bits|bits/byte|perplexity",
    summary: "of the losses; nats a token by default",
  },
  {
    name: "bytes-per-token",
    value: "X",
    summary: "for losses in bits/byte: bytes of text a token stands for",
  },
  { name: "draws", value: "N", summary: "bootstrap refits; 1,000 by default, 200 above 500 rows" },
  { name: "seed", value: "N", summary: "of the bootstrap; 1 by default" },
  {
    name: "scale",
    value: "fixed|free",
    summary: "free: Huber's density with its scale fitted too, as Besiroglu et al. 2024",
  },
  { name: "svg", summary: "print the residuals as a picture" },
  ...tableOptions.map((option) =>
    option.name === "csv" ? { ...option, summary: "print every run with its prediction as CSV" } : option,
  ),
  remoteOption,
  ...commonOptions.map((option) =>
    option.name === "output" ? { ...option, summary: "write the law itself to FILE" } : option,
  ),
];
