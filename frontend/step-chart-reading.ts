import { FINER, spoken, spokenInterval, written } from './chart-numbers';
import { svg } from './chart-svg';
import { hideTooltip, say, sentence, showTooltip, type TooltipContent, type TooltipOwner } from './chart-tooltip';
import { binAt, binInterval, highEdge, lastBin, lowEdge, type Series, type Spec, type StepPlot, visible } from './step-chart-spec';

/** A chart as it is drawn now. */
export interface Shown {
  plot: StepPlot;
  hidden: string[];
}

/** Reading off what the bins hold, by pointer or by key. */
export class Reading {
  /** Shades the bins that are read. */
  readonly layer = svg('g');
  #bin = -1;
  #byKey = false;

  constructor(
    private readonly chart: TooltipOwner,
    private readonly shown: () => Shown | undefined,
  ) {}

  /** The bin that is read, -1 for none. */
  get bin() {
    return this.#bin;
  }

  get isByKey() {
    return this.#byKey && this.#bin >= 0;
  }

  /** The bin under the pointer, of those the classes have in common. */
  binUnder(event: MouseEvent) {
    const value = this.#valueUnder(event);
    return value === undefined ? -1 : binAt(this.shown()!.plot.spec.x, value);
  }

  point(event: MouseEvent) {
    const value = this.#valueUnder(event);
    const shown = this.shown();
    if (value === undefined || !shown || bins(shown, value).every((bin) => bin < 0)) {
      this.leave();
    } else {
      this.#byKey = false;
      this.#show(shown, value, event.clientX, event.clientY);
    }
  }

  /** Reads a bin beside its middle, and aloud. */
  read(bin: number) {
    const shown = this.shown();
    if (shown) {
      const { x } = shown.plot.spec;
      const value = lowEdge(x, bin) + (highEdge(x, bin) - lowEdge(x, bin)) / 2;
      const [left, top] = pointOf(this.chart, shown.plot, value);
      this.#byKey = true;
      say(sentence(this.#show(shown, value, left, top)));
    }
  }

  leave() {
    this.#bin = -1;
    this.#byKey = false;
    this.layer.replaceChildren();
    hideTooltip(this.chart);
  }

  /** Takes the tooltip away, and stays where it is. */
  hide() {
    hideTooltip(this.chart);
  }

  #valueUnder(event: MouseEvent) {
    const plot = this.shown()?.plot;
    const box = this.chart.getBoundingClientRect();
    const x = event.clientX - box.left;
    return plot?.holds(x, event.clientY - box.top) ? plot.valueAt(x) : undefined;
  }

  #show(shown: Shown, value: number, x: number, y: number) {
    this.#bin = binAt(shown.plot.spec.x, value);
    this.#shade(shown, value);
    const content = contentAt(shown, value);
    showTooltip(this.chart, content, x, y);
    return content;
  }

  #shade({ plot, hidden }: Shown, value: number) {
    const ranges = new Map<string, SVGElement>();
    for (const { x } of edgesShown(plot.spec, hidden)) {
      const bin = binAt(x, value);
      if (bin >= 0) {
        const from = plot.clamp(plot.across(lowEdge(x, bin)));
        const width = Math.max(1, plot.clamp(plot.across(highEdge(x, bin))) - from);
        const place = { class: 'cursor', x: from, y: plot.top, width, height: plot.height };
        ranges.set(`${from} ${width}`, svg('rect', place));
      }
    }
    this.layer.replaceChildren(...ranges.values());
  }
}

/** Where a value stands at the top of the plot, in the window. */
export function pointOf(chart: Element, plot: StepPlot, value: number): [number, number] {
  const box = chart.getBoundingClientRect();
  return [box.left + plot.clamp(plot.across(value)), box.top + plot.top];
}

/** What bins are read from: the visible classes, or the chart's bins where none is visible. */
export function edgesShown(spec: Spec, hidden: string[]): Pick<Series, 'x' | 'digits'>[] {
  const series = visible(spec, hidden);
  return series.length ? series : [spec];
}

function bins({ plot, hidden }: Shown, value: number) {
  return edgesShown(plot.spec, hidden).map(({ x }) => binAt(x, value));
}

function contentAt({ plot, hidden }: Shown, value: number): TooltipContent {
  const { spec } = plot;
  const series = visible(spec, hidden);
  const common = series.every(({ x }) => x === spec.x);
  const bin = binAt(spec.x, value);
  const rows = series.map((one) => {
    const own = binAt(one.x, value);
    return {
      name: one.name,
      colour: one.colour,
      range: common || own < 0 ? undefined : binInterval(one, own),
      count: one.counts[own],
      height: one.values?.[own],
    };
  });
  const closed = common && bin === lastBin(spec.x);
  const [low, high] = common ? [lowEdge(spec.x, bin), highEdge(spec.x, bin)] : extent(edgesShown(spec, hidden), value);
  const markers = spec.markers.filter(
    (marker) =>
      !hidden.includes(marker.series ?? '') && marker.at >= low && (marker.at < high || (closed && marker.at === high)),
  );
  const digits = Math.max(...edgesShown(spec, hidden).map((one) => one.digits));
  const at = written(value, digits + FINER);
  return {
    heading: common ? binInterval(spec, bin) : `at ${at}`,
    spoken: common ? spokenInterval(low, high, spec.digits) : `at ${spoken(at)}`,
    heightName: spec.heightName,
    rows,
    markers,
  };
}

/** From the first to the last edge of the bins that hold a value. */
function extent(series: Pick<Series, 'x'>[], value: number): [number, number] {
  const held = series.map(({ x }) => ({ x, bin: binAt(x, value) })).filter(({ bin }) => bin >= 0);
  return [
    Math.min(...held.map(({ x, bin }) => lowEdge(x, bin))),
    Math.max(...held.map(({ x, bin }) => highEdge(x, bin))),
  ];
}
