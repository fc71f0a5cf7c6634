import type { Axes } from './chart-axes';
import { ChartElement } from './chart-element';
import type { Library } from './chart-library';
import { drawMarkers } from './chart-markers';
import { svg } from './chart-svg';
import { actionOf, type KeyAction } from './step-chart-keys';
import { drawCurves, drawSteps, paintSteps } from './step-chart-paths';
import { Reading, type Shown } from './step-chart-reading';
import { RangeSelection } from './step-chart-selection';
import { lastBin, readSpec, type Spec, type StepPlot, visible } from './step-chart-spec';

/**
 * Histograms of a few classes over each other.
 *
 * Properties: `spec` holds all that is shown, as written by the server; `hiddenSeries` the names of classes not to
 * show; `selectable` whether a range of values may be selected; `selected` the range, as two values or none; `inGrid`
 * whether plain arrow keys belong to the grid around the chart.
 *
 * Events: `step-chart-drawn` after each drawing, `step-chart-bin` with `detail.bin` when a bin is clicked or chosen
 * with Enter, `step-chart-range` with `detail.from` and `detail.to` when a range was selected.
 */
class StepChart extends ChartElement<Spec> {
  #hidden: string[] = [];
  #selectable = false;
  #inGrid = false;
  readonly #markers = svg('g');
  readonly #reading = new Reading(this, () => this.#shown());
  readonly #selection = new RangeSelection(this, () => this.#shown(), {
    begin: () => this.#reading.leave(),
    select: (range) => this.tell('step-chart-range', range),
  });

  constructor() {
    super(['spec', 'hiddenSeries', 'selectable', 'selected', 'inGrid']);
    this.listen();
  }

  get hiddenSeries(): string[] {
    return this.#hidden;
  }

  set hiddenSeries(names: string[]) {
    this.#hidden = names ?? [];
    this.dress();
  }

  get selectable(): boolean {
    return this.#selectable;
  }

  set selectable(selectable: boolean) {
    this.#selectable = selectable;
    this.#selection.enabled = selectable;
  }

  get selected(): number[] {
    const range = this.#selection.selected;
    return range ? [range.from, range.to] : [];
  }

  set selected(range: number[]) {
    this.#selection.selected = range?.length ? { from: range[0], to: range[1] } : undefined;
  }

  get inGrid(): boolean {
    return this.#inGrid;
  }

  set inGrid(inGrid: boolean) {
    this.#inGrid = inGrid;
  }

  protected read(text: string) {
    return readSpec(text);
  }

  protected layers({ back, front }: Axes<Spec>) {
    this.back.replaceChildren(...back, this.#selection.band);
    this.front.replaceChildren(this.#reading.layer, ...front, this.#selection.ends, this.#markers);
  }

  protected marks(ApexCharts: Library, plot: StepPlot) {
    return drawSteps(ApexCharts, this.place, plot);
  }

  protected finish() {
    paintSteps(this.place, this.plot!, this.#hidden);
    this.#selection.draw();
  }

  /** Draws all that depends on which classes are hidden. */
  protected dress() {
    const { plot, look } = this;
    if (plot && look && this.place.hasChildNodes()) {
      paintSteps(this.place, plot, this.#hidden);
      this.place.querySelector('.curves')?.remove();
      this.place.append(drawCurves(visible(plot.spec, this.#hidden), plot));
      const markers = plot.spec.markers.filter(({ series }) => !this.#hidden.includes(series ?? ''));
      this.#markers.replaceChildren(...drawMarkers(markers, plot, look));
    }
  }

  #shown(): Shown | undefined {
    return this.drawn ? { plot: this.drawn, hidden: this.#hidden } : undefined;
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
    this.#choose(this.#reading.binUnder(event));
  }

  protected key(event: KeyboardEvent) {
    const action = actionOf(event, {
      inGrid: this.#inGrid,
      isShown: this.#reading.bin >= 0,
      isRead: this.#reading.isByKey,
      isSelectable: this.#selectable,
      isSelecting: this.#selection.isByKey,
    });
    if (this.drawn && action) {
      this.#do(action, lastBin(this.drawn.spec.x));
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #do(action: KeyAction, last: number) {
    const { bin } = this.#reading;
    const actions: Record<KeyAction, () => void> = {
      next: () => this.#read(Math.min(last, bin + 1)),
      previous: () => this.#read(bin < 0 ? last : Math.max(0, bin - 1)),
      first: () => this.#read(0),
      last: () => this.#read(last),
      choose: () => this.#choose(bin),
      leave: () => this.#reading.leave(),
      startSelecting: () => this.#selection.start(bin),
      finishSelecting: () => this.#selection.finish(),
      cancelSelecting: () => this.#selection.cancel(),
    };
    actions[action]();
  }

  #read(bin: number) {
    this.#reading.read(bin);
    if (this.#selection.isByKey) {
      this.#selection.extend(bin);
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

  #choose(bin: number) {
    if (bin >= 0) {
      this.tell('step-chart-bin', { bin });
    }
  }
}

customElements.define('step-chart', StepChart);
