import type { DragPoint } from './chart-drag';
import { written } from './chart-numbers';
import { ChartSelection, snapped } from './chart-selection';
import { svg } from './chart-svg';
import type { TooltipOwner } from './chart-tooltip';
import { cornerOf, partContent } from './plane-reading';
import { around, type Part, partOf, type PlanePlot } from './plane-spec';

/** Selecting a part of a plane. Over cells it runs along their edges. */
export class PlaneSelection extends ChartSelection<Part> {
  readonly layer = svg('g');

  constructor(
    chart: TooltipOwner,
    private readonly shown: () => PlanePlot | undefined,
    listener: { begin(): void; select(part?: Part): void },
  ) {
    super(chart, listener);
  }

  /** Selects a cell at once. */
  choose(cell: number) {
    this.start(cell);
    this.finish();
  }

  protected mayBegin(x: number, y: number) {
    const plot = this.shown();
    return plot?.isNear(x, plot.clampDown(y)) ?? false;
  }

  protected between(start: DragPoint, end: DragPoint) {
    const plot = this.shown();
    return plot && draftOf(plot, partBetween(start, end, plot));
  }

  protected across(anchor: number, cell: number) {
    const plot = this.shown();
    if (!plot) {
      return undefined;
    }
    const { grid } = plot.spec;
    const last = partOf(grid, cell);
    return { ...draftOf(plot, around(partOf(grid, anchor), last)), at: cornerOf(this.chart, plot, last) };
  }

  /** A drag along one axis only has no area over points. */
  protected accepts({ fromX, toX, fromY, toY }: Part) {
    return fromX < toX && fromY < toY;
  }

  protected drawPart(part?: Part) {
    const plot = this.shown();
    this.layer.replaceChildren();
    if (plot && part) {
      const x = plot.clamp(plot.across(part.fromX));
      const y = plot.clampDown(plot.down(part.toY));
      const width = plot.clamp(plot.across(part.toX)) - x;
      const height = plot.clampDown(plot.down(part.fromY)) - y;
      this.layer.append(svg('rect', { class: 'band framed', x, y, width, height }));
    }
  }
}

function draftOf({ spec }: PlanePlot, part: Part) {
  const content = partContent(spec, part);
  return { part, content, words: content.spoken };
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
