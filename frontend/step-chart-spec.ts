/* What a chart shows, as the server writes it, and how its bins are found and written. */

import type { Marker as Hairline } from './chart-markers';
import { interval } from './chart-numbers';
import type { Described, Plot } from './chart-plot';

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

export interface Marker extends Hairline {
  /** The class it is hidden with. */
  series?: string;
}

export interface Spec extends Described {
  heightName: string;
  digits: number;
  x: number[];
  series: Series[];
  markers: Marker[];
}

export type StepPlot = Plot<Spec>;

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

/** The interval of a bin. */
export function binInterval({ x, digits }: Pick<Series, 'x' | 'digits'>, bin: number) {
  return interval(lowEdge(x, bin), highEdge(x, bin), bin === lastBin(x), digits);
}
