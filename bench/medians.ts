/** The middle of several measurements; of an even number the lower middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** Smallest, median and largest, as one cell of a table. */
export function spread(values: readonly number[], digits = 0): string {
  const sorted = [...values].sort((a, b) => a - b);
  const show = (value: number | undefined): string => (value ?? Number.NaN).toFixed(digits);
  return `${show(median(sorted))} (${show(sorted[0])}–${show(sorted.at(-1))})`;
}
