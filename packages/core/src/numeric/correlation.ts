/** Pearson's correlation; 0 where one of the columns does not vary. */
export function correlation(x: Float64Array, y: Float64Array): number {
  const [mx, my] = [x, y].map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  let [xx, yy, xy] = [0, 0, 0];
  for (const [i, value] of x.entries()) {
    xx += (value - mx!) ** 2;
    yy += (y[i]! - my!) ** 2;
    xy += (value - mx!) * (y[i]! - my!);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
