/* What a chart of layers shows, as the server writes it. Layers stand at 0, 1, 2 ... */

import type { Entry } from './chart-legend';
import type { ReferenceLine } from './chart-lines';
import { written } from './chart-numbers';
import type { Described, Plot } from './chart-plot';
import type { Shape } from './chart-shapes';
import type { TooltipContent } from './chart-tooltip';

interface Quantiles {
  /** The layers that have any, rising; the other lists are as long. */
  layer: number[];
  low5: number[];
  low25: number[];
  median: number[];
  high75: number[];
  high95: number[];
}

export interface BandSpec extends Described {
  digits: number;
  labels: string[];
  quantiles: Quantiles;
  extremes: { layer: number; value: number; name: string }[];
  lines: ReferenceLine[];
}

export type BandPlot = Plot<BandSpec>;

const COLOUR = '--hg-class-1';
const EXTREME_COLOUR = '--hg-marker';
const WIDE = 0.16;
const NARROW = 0.26;
const DOT = 6;
/** Half the width of a layer that has no neighbour to draw a band to. */
const ALONE = 0.3;

export function shapesOf({ quantiles, extremes }: BandSpec): Shape[] {
  const { low5, low25, median, high75, high95 } = quantiles;
  const bands = runsOf(quantiles.layer).flatMap((run): Shape[] => [
    { kind: 'band', colour: COLOUR, opacity: WIDE, places: outline(run, quantiles.layer, low5, high95) },
    { kind: 'band', colour: COLOUR, opacity: NARROW, places: outline(run, quantiles.layer, low25, high75) },
    { kind: 'line', colour: COLOUR, size: 2, places: along(run, quantiles.layer, median) },
  ]);
  const places = extremes.map(({ layer, value }): [number, number] => [layer, value]);
  const dots: Shape[] = places.length ? [{ kind: 'dots', colour: EXTREME_COLOUR, size: DOT, places }] : [];
  return [...bands, ...dots];
}

export function legendOf({ quantiles, extremes }: BandSpec): Entry[] {
  const bands: Entry[] = [
    { name: 'median', colour: COLOUR, form: 'line' },
    // The narrow band lies over the wide one
    { name: '25\u201375%', colour: COLOUR, opacity: 1 - (1 - WIDE) * (1 - NARROW), form: 'box' },
    { name: '5\u201395%', colour: COLOUR, opacity: WIDE, form: 'box' },
  ];
  const top: Entry[] = [{ name: 'extreme', colour: EXTREME_COLOUR, form: 'dot' }];
  return [...(extremes.length ? top : []), ...(quantiles.layer.length ? bands : [])];
}

/** Places in the lists of layers that follow each other without a gap. */
function runsOf(layers: number[]) {
  const runs: number[][] = [];
  layers.forEach((layer, index) => {
    if (index > 0 && layers[index - 1] === layer - 1) {
      runs[runs.length - 1].push(index);
    } else {
      runs.push([index]);
    }
  });
  return runs;
}

function along(run: number[], layers: number[], values: number[]): [number, number][] {
  if (run.length === 1) {
    const [at, value] = [layers[run[0]], values[run[0]]];
    return [
      [at - ALONE, value],
      [at + ALONE, value],
    ];
  }
  return run.map((index) => [layers[index], values[index]]);
}

function outline(run: number[], layers: number[], low: number[], high: number[]) {
  return [...along(run, layers, high), ...along(run, layers, low).reverse()];
}

const NAMES = [
  ['95%', 'high95'],
  ['75%', 'high75'],
  ['median', 'median'],
  ['25%', 'low25'],
  ['5%', 'low5'],
] as const;

/** The numbers of a layer. */
export function contentOf(spec: BandSpec, layer: number): TooltipContent {
  const { quantiles, extremes, digits } = spec;
  const place = quantiles.layer.indexOf(layer);
  const heading = `${spec.xAxis.title} ${spec.labels[layer]}`.trim();
  const top = extremes
    .filter((one) => one.layer === layer)
    .map(({ name, value }) => ({ name: name || 'extreme', colour: EXTREME_COLOUR, text: written(value, digits) }));
  const known = place < 0 ? [] : NAMES;
  const bands = known.map(([name, key]) => ({ name, colour: COLOUR, text: written(quantiles[key][place], digits) }));
  const rows = [...top, ...bands];
  const nothing = rows.length ? [] : [{ name: 'no values', text: '' }];
  return { heading, spoken: heading, heightName: '', rows: [...rows, ...nothing], markers: [] };
}
