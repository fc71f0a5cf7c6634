import type { DragPoint } from './chart-drag';
import { FINER, interval, spokenInterval, written } from './chart-numbers';
import { ChartSelection, snapped } from './chart-selection';
import { line, sharp, svg } from './chart-svg';
import { sentence, type TooltipContent, type TooltipOwner } from './chart-tooltip';
import { edgesShown, pointOf, type Shown } from './step-chart-reading';
import { binAt, highEdge, lastBin, lowEdge, type StepPlot, visible } from './step-chart-spec';

export interface Range {
  from: number;
  to: number;
}

/** Share of a bin by which two edges differ that are written a little differently. */
const SAME = 1e-6;

/** Selecting a range of values. */
export class RangeSelection extends ChartSelection<Range> {
  /** The band, under the steps, and its two ends, over them. */
  readonly band = svg('g');
  readonly ends = svg('g');

  constructor(
    chart: TooltipOwner,
    private readonly shown: () => Shown | undefined,
    listener: { begin(): void; select(range?: Range): void },
  ) {
    super(chart, listener);
  }

  protected mayBegin(x: number, y: number) {
    return this.shown()?.plot.isNear(x, y) ?? false;
  }

  protected between(start: DragPoint, end: DragPoint) {
    const shown = this.shown();
    if (!shown) {
      return undefined;
    }
    const [low, high] = [start.x, end.x].map((x) => shown.plot.valueAt(x)).sort((one, other) => one - other);
    return draftOf(rangeOf(low, high, end.free, shown), shown);
  }

  protected across(anchor: number, bin: number) {
    const shown = this.shown();
    if (!shown) {
      return undefined;
    }
    const { x } = shown.plot.spec;
    const [first, last] = [Math.min(bin, anchor), Math.max(bin, anchor)];
    const middle = (lowEdge(x, bin) + highEdge(x, bin)) / 2;
    const draft = draftOf({ from: lowEdge(x, first), to: highEdge(x, last), free: false }, shown);
    return { ...draft, at: pointOf(this.chart, shown.plot, middle) };
  }

  protected accepts() {
    return true;
  }

  protected drawPart(range?: Range) {
    const plot = this.shown()?.plot;
    this.band.replaceChildren();
    this.ends.replaceChildren();
    if (plot && range) {
      const from = plot.clamp(plot.across(range.from));
      const width = plot.clamp(plot.across(range.to)) - from;
      this.band.append(svg('rect', { class: 'band', x: from, y: plot.top, width, height: plot.height }));
      this.ends.append(...[range.from, range.to].flatMap((value) => endLine(value, plot)));
    }
  }
}

function endLine(value: number, plot: StepPlot) {
  const x = plot.across(value);
  return x < plot.left - 0.5 || x > plot.right + 0.5
    ? []
    : [line('selection-end', [sharp(x), plot.top], [sharp(x), plot.floor])];
}

/** From edge to edge, or from value to value where neither is to be moved. */
function rangeOf(low: number, high: number, free: boolean, shown: Shown) {
  const { digits } = shown.plot.spec;
  const exact = [low, high].map((value) => Number(written(value, digits + FINER)));
  if (free && exact[0] < exact[1]) {
    return { from: exact[0], to: exact[1], free };
  }
  const [from, to] = snapped(edgesIn(shown), low, high);
  return { from, to, free: false };
}

/** All edges that are drawn, rising; the ends of the axis where it shows less than one bin. */
function edgesIn({ plot, hidden }: Shown) {
  const { spec } = plot;
  const { low, high } = spec.xAxis;
  const all = edgesShown(spec, hidden).flatMap(({ x }) => x);
  const margin = SAME * (high - low);
  const edges = [...new Set(all)].filter((edge) => edge >= low - margin && edge <= high + margin);
  return edges.length > 1 ? edges.sort((one, other) => one - other) : [low, high];
}

function draftOf(range: Range & { free: boolean }, shown: Shown) {
  const content = contentOf(range, shown);
  return { part: { from: range.from, to: range.to }, content, words: sentence(content) };
}

function contentOf({ from, to, free }: Range & { free: boolean }, { plot, hidden }: Shown): TooltipContent {
  const { spec } = plot;
  const digits = spec.digits + (free ? FINER : 0);
  const rows = visible(spec, hidden).map(({ name, colour, x, counts }) => ({
    name,
    colour,
    count: free ? undefined : countIn(x, counts, from, to),
  }));
  return {
    heading: interval(from, to, to >= highEdge(spec.x, lastBin(spec.x)), digits),
    spoken: spokenInterval(from, to, digits),
    heightName: '',
    rows: rows.filter(({ count }) => count !== undefined),
    markers: [],
  };
}

/** How many samples lie between two edges of a class; nothing where they are not its edges. */
function countIn(x: number[], counts: number[], from: number, to: number) {
  const first = edgeIndex(x, from);
  const last = edgeIndex(x, to);
  return first < 0 || last < 0 ? undefined : counts.slice(first, last).reduce((sum, count) => sum + count, 0);
}

function edgeIndex(x: number[], value: number) {
  const clamped = Math.min(highEdge(x, lastBin(x)), Math.max(x[0], value));
  const bin = binAt(x, clamped);
  const margin = SAME * (highEdge(x, bin) - lowEdge(x, bin));
  if (Math.abs(lowEdge(x, bin) - clamped) <= margin) {
    return bin;
  }
  return Math.abs(highEdge(x, bin) - clamped) <= margin ? bin + 1 : -1;
}
