import { interval, spokenInterval, written } from './chart-numbers';
import { svg } from './chart-svg';
import {
  hideTooltip,
  say,
  showTooltip,
  type TooltipContent,
  type TooltipOwner,
  type TooltipRow,
  whole,
} from './chart-tooltip';
import { cellAt, columns, countIn, fullest, type Part, partOf, type PlanePlot, type PlaneSpec, rows } from './plane-spec';

/** How far from a point, in pixels, a pointer or a finger still means it. */
const NEAR = 12;
const NEAR_FINGER = 20;
const RING = 5;

/** Reading off points and cells, by pointer or by key. */
export class PlaneReading {
  /** Marks what is read. */
  readonly layer = svg('g');
  /** The cell that is read by key, -1 for none. */
  #cell = -1;
  #isShown = false;

  constructor(
    private readonly chart: TooltipOwner,
    private readonly shown: () => PlanePlot | undefined,
  ) {}

  get cell() {
    return this.#cell;
  }

  get isShown() {
    return this.#isShown;
  }

  /** The point under the pointer, or nearest to it; -1 for none. */
  pointUnder(event: MouseEvent) {
    const plot = this.shown();
    const [x, y] = this.#placeOf(event);
    const near = event instanceof PointerEvent && event.pointerType === 'touch' ? NEAR_FINGER : NEAR;
    return plot?.spec.points && plot.holds(x, y) ? nearest(plot, x, y, (away) => away <= near) : -1;
  }

  /** The cell under the pointer, -1 for none. */
  cellUnder(event: MouseEvent) {
    const plot = this.shown();
    const [x, y] = this.#placeOf(event);
    return plot?.spec.cells && plot.holds(x, y) ? cellAt(plot.spec.cells, plot.valueAt(x), plot.heightAt(y)) : -1;
  }

  point(event: MouseEvent) {
    const plot = this.shown();
    const point = this.pointUnder(event);
    const cell = this.cellUnder(event);
    if (plot && point >= 0) {
      this.#show(ringAround(plot, point), pointContent(plot.spec, point), event.clientX, event.clientY);
    } else if (plot && cell >= 0 && plot.spec.grid.counts[cell] > 0) {
      const part = partOf(plot.spec.grid, cell);
      this.#show(frame(plot, part), partContent(plot.spec, part), event.clientX, event.clientY);
    } else {
      this.leave();
    }
  }

  /** Reads a cell some steps from the last one, and aloud; the fullest one at first. */
  move(across: number, up: number) {
    const plot = this.shown();
    if (plot) {
      const { grid } = plot.spec;
      const at = this.#cell < 0 ? fullest(grid) : this.#cell;
      const [byX, byY] = this.#cell < 0 ? [0, 0] : [across, up];
      const column = within((at % columns(grid)) + byX, columns(grid));
      const row = within(Math.floor(at / columns(grid)) + byY, rows(grid));
      const cell = row * columns(grid) + column;
      const part = partOf(grid, cell);
      const content = partContent(plot.spec, part);
      this.#show(frame(plot, part), content, ...cornerOf(this.chart, plot, part));
      this.#cell = cell;
      say(content.spoken);
    }
  }

  /** The point nearest to the middle of the cell that is read, of those in it; -1 for none. */
  pointInCell() {
    const plot = this.shown();
    if (!plot?.spec.points || this.#cell < 0 || !plot.spec.grid.counts[this.#cell]) {
      return -1;
    }
    const { points, grid } = plot.spec;
    const { fromX, toX, fromY, toY } = partOf(grid, this.#cell);
    const [x, y] = [plot.across((fromX + toX) / 2), plot.down((fromY + toY) / 2)];
    return nearest(plot, x, y, (_, index) => cellAt(grid, points.x[index], points.y[index]) === this.#cell);
  }

  leave() {
    this.#cell = -1;
    this.#isShown = false;
    this.layer.replaceChildren();
    hideTooltip(this.chart);
  }

  /** Takes the tooltip away, and stays where it is. */
  hide() {
    hideTooltip(this.chart);
  }

  #placeOf(event: MouseEvent): [number, number] {
    const box = this.chart.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  #show(mark: SVGElement, content: TooltipContent, x: number, y: number) {
    this.#cell = -1;
    this.#isShown = true;
    this.layer.replaceChildren(mark);
    showTooltip(this.chart, content, x, y);
  }
}

const within = (step: number, steps: number) => Math.max(0, Math.min(steps - 1, step));

/** Of points on each other the one that comes last is seen. */
function nearest(plot: PlanePlot, x: number, y: number, counts: (away: number, index: number) => boolean) {
  const { points } = plot.spec;
  let best = -1;
  let distance = Infinity;
  points?.x.forEach((value, index) => {
    const away = Math.hypot(plot.across(value) - x, plot.down(points.y[index]) - y);
    if (away <= distance && counts(away, index)) {
      best = index;
      distance = away;
    }
  });
  return best;
}

function ringAround(plot: PlanePlot, point: number) {
  const { x, y } = plot.spec.points!;
  return svg('circle', { class: 'ring', cx: plot.across(x[point]), cy: plot.down(y[point]), r: RING });
}

function frame(plot: PlanePlot, { fromX, toX, fromY, toY }: Part) {
  const x = plot.clamp(plot.across(fromX));
  const y = plot.clampDown(plot.down(toY));
  const width = plot.clamp(plot.across(toX)) - x;
  return svg('rect', { class: 'ring', x, y, width, height: plot.clampDown(plot.down(fromY)) - y });
}

/** The upper right corner of a part, in the window. */
export function cornerOf(chart: Element, plot: PlanePlot, { toX, toY }: Part): [number, number] {
  const box = chart.getBoundingClientRect();
  return [box.left + plot.clamp(plot.across(toX)), box.top + plot.clampDown(plot.down(toY))];
}

function pointContent({ points, xAxis, yAxis, xDigits, yDigits }: PlaneSpec, point: number): TooltipContent {
  const { x, y, names, kinds, kindOf } = points!;
  const { name, colour } = kinds[kindOf[point]];
  const kind: TooltipRow[] = kinds.length > 1 ? [{ name, colour, text: '' }] : [];
  const values = [
    { name: xAxis.title, text: written(x[point], xDigits) },
    { name: yAxis.title, text: written(y[point], yDigits) },
  ];
  const heading = names[point] ?? '';
  return { heading, spoken: heading, heightName: '', rows: [...values, ...kind], markers: [] };
}

/** What a part holds. */
export function partContent(spec: PlaneSpec, part: Part): TooltipContent {
  const { unit, xAxis, yAxis, xDigits, yDigits } = spec;
  const { fromX, toX, fromY, toY } = part;
  const count = countIn(spec, part);
  const closed = (edges: number[], to: number) => !spec.cells || to >= edges[edges.length - 1];
  const ranges = [
    { name: xAxis.title, text: interval(fromX, toX, closed(spec.grid.x, toX), xDigits) },
    { name: yAxis.title, text: interval(fromY, toY, closed(spec.grid.y, toY), yDigits) },
  ];
  const where = `${xAxis.title} ${spokenInterval(fromX, toX, xDigits)}, ${yAxis.title} ${spokenInterval(fromY, toY, yDigits)}`;
  return {
    heading: `${whole(count)} ${unit}`,
    spoken: `${count} ${unit}, ${where}`,
    heightName: '',
    rows: ranges,
    markers: [],
  };
}
