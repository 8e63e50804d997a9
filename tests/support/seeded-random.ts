/** Random choices that a seed repeats: a run that fails can be run again. */
export interface Random {
  /** A whole number from 0 to below `below`. */
  below(below: number): number;
  /** True `times` in 100. */
  percent(times: number): boolean;
  oneOf<Value>(values: readonly Value[]): Value;
}

/** The generator mulberry32: 32 bits of state are enough to choose among commands. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    percent: (times) => below(100) < times,
    oneOf: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('there is nothing to choose from');
      return value;
    },
  };
}

/** Whether the long runs were asked for (`npm run test:long`). */
export const isLongRun = process.env['COUNTERSIGN_LONG_TESTS'] === '1';

/**
 * The seed of this run: `COUNTERSIGN_SEED`, else the same on every push and another in each long
 * run. Printed, so that whoever sees a failure can repeat it.
 */
export function seedOf(what: string): number {
  const given = process.env['COUNTERSIGN_SEED'];
  const unasked = isLongRun ? Date.now() % 2 ** 31 : 20_261_122;
  const seed = given === undefined ? unasked : Number(given);
  if (!Number.isInteger(seed)) throw new Error(`COUNTERSIGN_SEED is a whole number, not ${given}`);
  console.log(`${what}: COUNTERSIGN_SEED=${seed}`);
  return seed;
}
