/* Values of an axis as they are written and read out. */

/** Like `[-3.00, -2.75)`. */
export function interval(low: number, high: number, closed: boolean, digits: number) {
  return `[${written(low, digits)}, ${written(high, digits)}${closed ? ']' : ')'}`;
}

const MINUS = '\u2212';

/** A number as it is read out: a hyphen is not always read as minus. */
export const spoken = (number: string) => number.replace('-', MINUS);

export function spokenInterval(low: number, high: number, digits: number) {
  return `${spoken(written(low, digits))} to ${spoken(written(high, digits))}`;
}

/** Decimals of values between edges: as many as edges have, and one more. */
export const FINER = 1;

export function written(value: number, digits: number) {
  if (Math.abs(value) >= 1e7 || digits > 8) {
    return String(value);
  }
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}
