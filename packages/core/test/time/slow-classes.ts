/** The kernel classes' table of docs/method.md, copied from there: forward and backward, elements and kernels a layer. */
type Row = readonly [width: number, query: number, scores: number, ffn: number, kernels: number];
export const classes: Record<string, readonly [Row, Row]> = {
  "unfused materialized": [
    [20, 26, 6, 8, 58],
    [61, 38, 8, 18, 123],
  ],
  "unfused flash": [
    [20, 26, 0, 8, 58],
    [61, 38, 0, 18, 123],
  ],
  "library materialized": [
    [14.5, 8, 8.3, 2, 40],
    [28, 11, 7.3, 4, 80],
  ],
  "library flash": [
    [10, 4, 0, 2, 18],
    [18, 6, 0, 3, 34],
  ],
  "megatron materialized": [
    [10.5, 4, 4.5, 2, 20],
    [18.5, 6, 5.5, 4, 36],
  ],
  "megatron flash": [
    [10, 0, 0, 2, 13],
    [13, 3, 0, 3, 26],
  ],
  "compiled materialized": [
    [8, 0, 3, 2, 13],
    [12, 0, 4, 3, 26],
  ],
  "compiled flash": [
    [8, 0, 0, 2, 13],
    [12, 0, 0, 3, 26],
  ],
};
export const logitColumns = {
  unfused: [8, 12],
  library: [5, 5],
  megatron: [6, 6],
  compiled: [2, 2],
} as const;
