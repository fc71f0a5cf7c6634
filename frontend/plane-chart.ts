import type { Axes } from './chart-axes';
import { ChartElement } from './chart-element';
import type { Library } from './chart-library';
import { drawLines } from './chart-lines';
import { drawShapes, paintShapes, type Shape } from './chart-shapes';
import { type Look, svg } from './chart-svg';
import { planeActionOf, type PlaneAction } from './plane-keys';
import { drawLegend, legendHeight } from './plane-legend';
import { shapesOf } from './plane-marks';
import { PlaneReading } from './plane-reading';
import { PlaneSelection } from './plane-selection';
import { type Part, type PlanePlot, type PlaneSpec, readPlane } from './plane-spec';

/**
 * Two values of many things against each other, as points or as shaded cells.
 *
 * Properties: `spec` holds all that is shown, as written by the server; `selectable` whether a part may be selected;
 * `selected` the part, as its left, right, lower and upper border, or none.
 *
 * Events: `plane-chart-drawn` after each drawing, `plane-chart-point` with `detail.index` when a point is clicked or
 * chosen with Enter, `plane-chart-selection` with `detail.selected` and the borders `fromX`, `toX`, `fromY` and `toY`.
 */
class PlaneChart extends ChartElement<PlaneSpec> {
  #selectable = false;
  #shapes: Shape[] = [];
  readonly #legend = svg('g');
  readonly #lines = svg('g');
  readonly #reading = new PlaneReading(this, () => this.drawn);
  readonly #selection = new PlaneSelection(this, () => this.drawn, {
    begin: () => this.#reading.leave(),
    select: (part) => this.#tellSelection(part),
  });

  constructor() {
    super(['spec', 'selectable', 'selected']);
    this.listen();
  }

  get selectable(): boolean {
    return this.#selectable;
  }

  set selectable(selectable: boolean) {
    this.#selectable = selectable;
    this.#selection.enabled = selectable;
  }

  get selected(): number[] {
    const part = this.#selection.selected;
    return part ? [part.fromX, part.toX, part.fromY, part.toY] : [];
  }

  set selected(ends: number[]) {
    const [fromX, toX, fromY, toY] = ends ?? [];
    this.#selection.selected = ends?.length ? { fromX, toX, fromY, toY } : undefined;
  }

  protected read(text: string) {
    return readPlane(text);
  }

  protected override head(spec: PlaneSpec, width: number, look: Look) {
    return legendHeight(spec, width, look);
  }

  protected layers({ plot, back, front }: Axes<PlaneSpec>) {
    const look = this.look!;
    this.#legend.replaceChildren(...drawLegend(plot, this.clientWidth, look));
    this.#lines.replaceChildren(...drawLines(plot.spec.lines, plot, look));
    this.back.replaceChildren(...back, this.#legend);
    this.front.replaceChildren(...front, this.#lines, this.#selection.layer, this.#reading.layer);
  }

  protected marks(ApexCharts: Library, plot: PlanePlot) {
    this.#shapes = shapesOf(plot);
    return drawShapes(ApexCharts, this.place, plot, this.#shapes);
  }

  protected dress() {}

  protected finish() {
    paintShapes(this.place, this.#shapes);
    this.#selection.draw();
  }

  protected point(event: PointerEvent) {
    if (!this.#selection.isActive) {
      this.#reading.point(event);
    }
  }

  protected away() {
    if (!this.#selection.isActive) {
      this.#reading.leave();
    }
  }

  protected clicked(event: MouseEvent) {
    this.#choose(this.#reading.pointUnder(event), this.#reading.cellUnder(event));
  }

  protected key(event: KeyboardEvent) {
    const action = planeActionOf(event, {
      isShown: this.#reading.isShown,
      isRead: this.#reading.cell >= 0,
      isSelectable: this.#selectable,
      isSelecting: this.#selection.isByKey,
      isSelected: this.#selection.selected !== undefined,
    });
    if (this.drawn && action) {
      this.#do(action);
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #do(action: PlaneAction) {
    const { cell } = this.#reading;
    switch (action.kind) {
      case 'move':
        this.#reading.move(action.across, action.up);
        if (this.#selection.isByKey) {
          this.#selection.extend(this.#reading.cell);
        }
        return;
      case 'choose':
        return this.#choose(this.#reading.pointInCell(), this.drawn?.spec.cells ? cell : -1);
      case 'leave':
        return this.#reading.leave();
      case 'start':
        return this.#selection.start(cell);
      case 'finish':
        return this.#selection.finish();
      case 'cancel':
        return this.#selection.cancel();
      case 'clear':
        return this.#selection.clear();
    }
  }

  leave() {
    if (this.#selection.isActive) {
      this.#reading.hide();
    } else {
      this.#reading.leave();
    }
  }

  protected quit() {
    this.#selection.cancel();
    this.#reading.leave();
  }

  #choose(point: number, cell: number) {
    if (point >= 0) {
      this.tell('plane-chart-point', { index: point });
    } else if (cell >= 0 && this.#selectable) {
      this.#selection.choose(cell);
    }
  }

  #tellSelection(part?: Part) {
    const none = { fromX: 0, toX: 0, fromY: 0, toY: 0 };
    this.tell('plane-chart-selection', { selected: part !== undefined, ...(part ?? none) });
  }
}

customElements.define('plane-chart', PlaneChart);
