import { Drag, type DragPoint } from './chart-drag';
import { written } from './chart-numbers';
import { svg } from './chart-svg';
import { hideTooltip, say, showTooltip, type TooltipOwner } from './chart-tooltip';
import { cornerOf, partContent } from './plane-reading';
import { around, type Part, partOf, type PlanePlot } from './plane-spec';

/** Selecting a part of a plane, by dragging or by key. Over cells it runs along their edges. */
export class PlaneSelection {
  readonly layer = svg('g');
  readonly #drag: Drag;
  #selected?: Part;
  /** What is being selected, not yet told to anyone. */
  #draft?: Part;
  #start?: DragPoint;
  /** The cell that selecting by key started at, -1 for none. */
  #anchor = -1;

  constructor(
    private readonly chart: TooltipOwner,
    private readonly shown: () => PlanePlot | undefined,
    private readonly listener: { begin(): void; select(part?: Part): void },
  ) {
    chart.addEventListener('pointerdown', () => this.cancel());
    this.#drag = new Drag(chart, {
      mayBegin: (x, y) => {
        const plot = this.shown();
        return plot?.isNear(x, plot.clampDown(y)) ?? false;
      },
      begin: (start) => {
        this.#anchor = -1;
        this.#start = start;
        this.listener.begin();
        this.#extendDrag(start);
      },
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

  get selected(): Part | undefined {
    return this.#selected;
  }

  set selected(part: Part | undefined) {
    this.#selected = part;
    this.draw();
  }

  /** Starts selecting at a cell. */
  start(cell: number) {
    this.#anchor = cell;
    this.extend(cell);
  }

  /** Selects from the cell it started at to this one, both included. */
  extend(cell: number) {
    const plot = this.shown();
    if (plot) {
      const { grid } = plot.spec;
      this.#draft = around(partOf(grid, this.#anchor), partOf(grid, cell));
      this.draw();
      const content = partContent(plot.spec, this.#draft);
      showTooltip(this.chart, content, ...cornerOf(this.chart, plot, partOf(grid, cell)));
      say(`Selecting ${content.spoken}`);
    }
  }

  /** Selects a cell at once. */
  choose(cell: number) {
    this.start(cell);
    this.finish();
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

  clear() {
    this.selected = undefined;
    say('Selection cleared');
    this.listener.select();
  }

  /** Puts the frame where it belongs in the plot as it is now. */
  draw() {
    const plot = this.shown();
    const part = this.#draft ?? this.#selected;
    this.layer.replaceChildren();
    if (plot && part) {
      const x = plot.clamp(plot.across(part.fromX));
      const y = plot.clampDown(plot.down(part.toY));
      const width = plot.clamp(plot.across(part.toX)) - x;
      const height = plot.clampDown(plot.down(part.fromY)) - y;
      this.layer.append(svg('rect', { class: 'band framed', x, y, width, height }));
    }
  }

  #extendDrag(point: DragPoint) {
    const plot = this.shown();
    if (plot && this.#start) {
      this.#draft = partBetween(this.#start, point, plot);
      this.draw();
      showTooltip(this.chart, partContent(plot.spec, this.#draft), point.clientX, point.clientY);
    }
  }

  #end(done: boolean) {
    const draft = this.#draft;
    const plot = this.shown();
    if (draft) {
      this.#draft = undefined;
      hideTooltip(this.chart);
      // A drag along one axis only has no area over points
      if (done && plot && draft.fromX < draft.toX && draft.fromY < draft.toY) {
        this.#selected = draft;
        say(`Selected ${partContent(plot.spec, draft).spoken}`);
        this.listener.select(draft);
      } else {
        say('Selection cancelled');
      }
      this.draw();
    }
  }
}

function partBetween(one: DragPoint, other: DragPoint, plot: PlanePlot): Part {
  const { cells, xDigits, yDigits } = plot.spec;
  const across = sorted(plot.valueAt(one.x), plot.valueAt(other.x));
  const up = sorted(plot.heightAt(one.y), plot.heightAt(other.y));
  const [fromX, toX] = cells ? snapped(cells.x, ...across) : rounded(xDigits, across);
  const [fromY, toY] = cells ? snapped(cells.y, ...up) : rounded(yDigits, up);
  return { fromX, toX, fromY, toY };
}

function sorted(one: number, other: number): [number, number] {
  return one < other ? [one, other] : [other, one];
}

function rounded(digits: number, ends: [number, number]) {
  return ends.map((end) => Number(written(end, digits)));
}

/** The nearest edges, or those around where it is less than half a step. */
function snapped(edges: number[], low: number, high: number) {
  const nearest = (value: number) =>
    edges.reduce((best, edge) => (Math.abs(edge - value) < Math.abs(best - value) ? edge : best), edges[0]);
  const [from, to] = [nearest(low), nearest(high)];
  if (from < to) {
    return [from, to];
  }
  const middle = (low + high) / 2;
  const right = Math.max(1, edges.findIndex((edge, index) => edge > middle || index === edges.length - 1));
  return [edges[right - 1], edges[right]];
}
