/** Medians, spreads and intervals, and the one table that the bench prints. */

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Median of the ratios of pairs, with the middle half of them; what has no partner is left out. */
export function ratios(of: readonly number[], to: readonly number[]): { median: number; text: string } {
  const list = of.slice(0, to.length).map((value, at) => value / (to[at] ?? Number.NaN));
  const text = `${show(median(list))} (${show(quantile(list, 0.25))}–${show(quantile(list, 0.75))})`;
  return { median: median(list), text };
}

/** A 95 % interval of the median by resampling, the same at each run. */
export function medianInterval(values: readonly number[]): { low: number; high: number } {
  let state = 1;
  const draw = () => {
    state = (state * 16807) % 2147483647;
    return state % values.length;
  };
  const medians = Array.from({ length: 2000 }, () => median(values.map(() => values[draw()] ?? 0)));
  return { low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
}

/** Two or three digits that count. */
export function show(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export interface Row {
  figure: string;
  goal: string;
  got: string;
  /** Left out where the row has no goal. */
  isReached?: boolean;
}

/** The table, and a last line that counts. */
export function writeTable(rows: readonly Row[]): string {
  const verdict = ({ isReached }: Row) => (isReached === undefined ? '' : isReached ? 'reached' : 'NOT REACHED');
  const cells = rows.map((row) => [row.figure, row.goal, row.got, verdict(row)]);
  const table = [['figure', 'goal', 'measured', ''], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const lines = table.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const judged = rows.filter(({ isReached }) => isReached !== undefined);
  const reached = judged.filter(({ isReached }) => isReached).length;
  return `${lines.join('\n')}\n\n${reached} of ${judged.length} goals reached`;
}
