import { Drag, type DragPoint } from './chart-drag';
import { FINER, interval, spokenInterval, written } from './chart-numbers';
import { line, sharp, svg } from './chart-svg';
import { hideTooltip, say, sentence, showTooltip, type TooltipContent, type TooltipOwner } from './chart-tooltip';
import { edgesShown, pointOf, type Shown } from './step-chart-reading';
import { binAt, highEdge, lastBin, lowEdge, type StepPlot, visible } from './step-chart-spec';

export interface Range {
  from: number;
  to: number;
}

/** Share of a bin by which two edges differ that are written a little differently. */
const SAME = 1e-6;

/** Selecting a range of values, by dragging or by key. */
export class Selection {
  /** The band, under the steps, and its two ends, over them. */
  readonly band = svg('g');
  readonly ends = svg('g');
  readonly #drag: Drag;
  #selected?: Range;
  /** What is being selected, not yet told to anyone. */
  #draft?: Range & { free: boolean };
  #dragFrom = 0;
  /** The bin that selecting by key started at. */
  #anchor = -1;

  constructor(
    private readonly chart: TooltipOwner,
    private readonly shown: () => Shown | undefined,
    private readonly listener: { begin(): void; select(range: Range): void },
  ) {
    chart.addEventListener('pointerdown', () => this.cancel());
    this.#drag = new Drag(chart, {
      mayBegin: (x, y) => this.shown()?.plot.isNear(x, y) ?? false,
      begin: (start) => this.#beginDrag(start),
      move: (point) => this.#extendDrag(point),
      end: (done) => this.#end(done),
    });
  }

  set enabled(enabled: boolean) {
    this.#drag.enabled = enabled;
    if (!enabled) {
      this.cancel();
    }
  }

  /** Whether something is being selected, by pointer or by key. */
  get isActive() {
    return this.#drag.isActive || this.isByKey;
  }

  get isByKey() {
    return this.#anchor >= 0;
  }

  get selected(): Range | undefined {
    return this.#selected;
  }

  set selected(range: Range | undefined) {
    this.#selected = range;
    this.draw();
  }

  /** Starts selecting at a bin. */
  start(bin: number) {
    this.#anchor = bin;
    this.extend(bin);
  }

  /** Selects from the bin it started at to this one, both included. */
  extend(bin: number) {
    const shown = this.shown();
    if (shown) {
      const { x } = shown.plot.spec;
      const [first, last] = [Math.min(bin, this.#anchor), Math.max(bin, this.#anchor)];
      this.#draft = { from: lowEdge(x, first), to: highEdge(x, last), free: false };
      this.draw();
      const content = contentOf(this.#draft, shown);
      const middle = (lowEdge(x, bin) + highEdge(x, bin)) / 2;
      showTooltip(this.chart, content, ...pointOf(this.chart, shown.plot, middle));
      say(`Selecting ${sentence(content)}`);
    }
  }

  /** Ends selecting by key, and tells what is selected. */
  finish() {
    this.#anchor = -1;
    this.#end(true);
  }

  /** Gives up what is being selected; what was selected before stays. */
  cancel() {
    this.#anchor = -1;
    this.#drag.cancel();
    this.#end(false);
  }

  /** Puts band and ends where they belong in the plot as it is now. */
  draw() {
    const plot = this.shown()?.plot;
    const range = this.#draft ?? this.#selected;
    this.band.replaceChildren();
    this.ends.replaceChildren();
    if (plot && range) {
      const from = plot.clamp(plot.across(range.from));
      const width = plot.clamp(plot.across(range.to)) - from;
      this.band.append(svg('rect', { class: 'band', x: from, y: plot.top, width, height: plot.height }));
      this.ends.append(...[range.from, range.to].flatMap((value) => endLine(value, plot)));
    }
  }

  #beginDrag(start: DragPoint) {
    this.#anchor = -1;
    this.#dragFrom = start.x;
    this.listener.begin();
    this.#extendDrag(start);
  }

  #extendDrag({ x, clientX, clientY, free }: DragPoint) {
    const shown = this.shown();
    if (shown) {
      const ends = [this.#dragFrom, x].map((end) => shown.plot.valueAt(end)).sort((one, other) => one - other);
      this.#draft = rangeOf(ends[0], ends[1], free, shown);
      this.draw();
      showTooltip(this.chart, contentOf(this.#draft, shown), clientX, clientY);
    }
  }

  #end(done: boolean) {
    const draft = this.#draft;
    const shown = this.shown();
    if (draft) {
      this.#draft = undefined;
      hideTooltip(this.chart);
      if (done && shown) {
        this.#selected = { from: draft.from, to: draft.to };
        say(`Selected ${sentence(contentOf(draft, shown))}`);
        this.listener.select(this.#selected);
      } else {
        say('Selection cancelled');
      }
      this.draw();
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
  const edges = edgesIn(shown);
  const nearest = (value: number) =>
    edges.reduce((best, edge) => (Math.abs(edge - value) < Math.abs(best - value) ? edge : best), edges[0]);
  const [from, to] = [nearest(low), nearest(high)];
  if (from < to) {
    return { from, to, free: false };
  }
  // Less than half a bin: the bin it lies in
  const middle = low + (high - low) / 2;
  const right = Math.max(1, edges.findIndex((edge, index) => edge > middle || index === edges.length - 1));
  return { from: edges[right - 1], to: edges[right], free: false };
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
