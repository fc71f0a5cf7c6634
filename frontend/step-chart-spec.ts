/* What a chart shows, as the server writes it, and how its bins are found and written. */

export interface Axis {
  low: number;
  high: number;
  title: string;
  ticks: number[];
  labels: string[];
}

/** A smooth line: heights at even distances between two values. */
export interface Curve {
  x: [number, number];
  y: number[];
}

export interface Series {
  name: string;
  colour: string;
  filled: boolean;
  /** Every edge twice; the chart's own list where the class has no edges of its own. */
  x: number[];
  /** How many decimals tell the edges apart. */
  digits: number;
  y: number[];
  base?: number[];
  counts: number[];
  values?: number[];
  curve?: Curve;
}

export interface Marker {
  at: number;
  label: string;
  colour: string;
  /** The class it is hidden with. */
  series?: string;
}

export interface Spec {
  description: string;
  heightName: string;
  digits: number;
  xAxis: Axis;
  yAxis: Axis;
  /** Where steps of height nothing lie, on the drawn scale of the height axis. */
  ground: number;
  x: number[];
  series: Series[];
  markers: Marker[];
}

type Sent<T> = Omit<T, 'x' | 'digits'> & Partial<T>;

export function readSpec(text: string): Spec {
  const spec = JSON.parse(text) as Omit<Spec, 'series'> & { series: Sent<Series>[] };
  return { ...spec, series: spec.series.map((one) => ({ x: spec.x, digits: spec.digits, ...one })) };
}

export function visible(spec: Spec, hidden: string[]) {
  return spec.series.filter(({ name }) => !hidden.includes(name));
}

/* Bins are closed on the left and open on the right, the last one closed on both sides. `x` holds every edge twice. */

export const lastBin = (x: number[]) => x.length / 2 - 2;
export const lowEdge = (x: number[], bin: number) => x[2 * bin];
export const highEdge = (x: number[], bin: number) => x[2 * bin + 2];

/** The bin that holds a value, -1 where none does. */
export function binAt(x: number[], value: number) {
  let low = 0;
  let high = lastBin(x);
  if (value < x[0] || value > highEdge(x, high)) {
    return -1;
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lowEdge(x, middle) <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** Like `[-3.00, -2.75)`. */
export function interval(low: number, high: number, closed: boolean, digits: number) {
  return `[${written(low, digits)}, ${written(high, digits)}${closed ? ']' : ')'}`;
}

/** The interval of a bin. */
export function binInterval({ x, digits }: Pick<Series, 'x' | 'digits'>, bin: number) {
  return interval(lowEdge(x, bin), highEdge(x, bin), bin === lastBin(x), digits);
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
