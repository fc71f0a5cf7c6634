import { drawAxes } from './step-chart-axes';
import { actionOf, type KeyAction } from './step-chart-keys';
import { drawMarkers } from './step-chart-markers';
import { type Chart, drawCurves, drawSteps, type Library, paintSteps } from './step-chart-paths';
import type { Plot } from './step-chart-plot';
import { Schedule } from './step-chart-queue';
import { Reading, type Shown } from './step-chart-reading';
import { Selection } from './step-chart-selection';
import { lastBin, readSpec, type Spec, visible } from './step-chart-spec';
import { styles } from './step-chart-style';
import { type Look, lookOf, svg } from './step-chart-svg';

/** Pixels below which nothing can be seen. */
const SMALLEST = 24;

const PROPERTIES = ['spec', 'hiddenSeries', 'selectable', 'selected', 'inGrid'] as const;

/**
 * Histograms of a few classes over each other. Colours follow the style sheet without drawing again.
 *
 * Properties: `spec` holds all that is shown, as written by the server; `hiddenSeries` the names of classes not to
 * show; `selectable` whether a range of values may be selected; `selected` the range, as two values or none; `inGrid`
 * whether plain arrow keys belong to the grid around the chart.
 *
 * Events: `step-chart-drawn` after each drawing, `step-chart-bin` with `detail.bin` when a bin is clicked or chosen
 * with Enter, `step-chart-range` with `detail.from` and `detail.to` when a range was selected.
 */
class StepChart extends HTMLElement {
  #spec?: Spec;
  #text = '';
  #hidden: string[] = [];
  #selectable = false;
  #inGrid = false;
  #chart?: Chart;
  #plot?: Plot;
  #look?: Look;
  readonly #probe = document.createElement('div');
  readonly #back = svg('svg', { class: 'axes', 'aria-hidden': 'true' });
  readonly #place = document.createElement('div');
  readonly #front = svg('svg', { class: 'axes', 'aria-hidden': 'true' });
  readonly #markers = svg('g');
  readonly #schedule = new Schedule(this, this.#probe);
  readonly #reading = new Reading(this, () => this.#shown());
  readonly #selection = new Selection(this, () => this.#shown(), {
    begin: () => this.#reading.leave(),
    select: (range) => this.#tell('step-chart-range', range),
  });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    // The library puts its own style sheet, 14 kB of tooltips and toolbars, where it finds none of this name
    const none = document.createElement('style');
    none.id = 'apexcharts-css';
    this.#probe.className = 'probe';
    this.#place.className = 'plot';
    root.append(none, this.#probe, this.#back, this.#place, this.#front);
    this.addEventListener('pointermove', (event) => this.#point(event));
    this.addEventListener('pointerdown', (event) => this.#point(event));
    this.addEventListener('pointerleave', (event) => {
      // A finger leaves when it is lifted; what it asked for stays until something else is touched
      if (event.pointerType !== 'touch' && !this.#selection.isActive) {
        this.#reading.leave();
      }
    });
    this.addEventListener('pointercancel', () => this.#quit());
    this.addEventListener('click', (event) => this.#choose(this.#reading.binUnder(event)));
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('blur', () => this.#quit());
  }

  get spec(): string {
    return this.#text;
  }

  set spec(text: string) {
    if (text === this.#text) {
      return;
    }
    this.#text = text ?? '';
    this.#spec = text ? readSpec(text) : undefined;
    this.setAttribute('aria-label', this.#spec?.description ?? '');
    this.removeAttribute('data-drawn');
    this.#quit();
    this.#schedule.change();
  }

  get hiddenSeries(): string[] {
    return this.#hidden;
  }

  set hiddenSeries(names: string[]) {
    this.#hidden = names ?? [];
    this.#dress();
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

  connectedCallback() {
    // Properties set before the element was defined lie in front of its own
    for (const name of PROPERTIES) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete (this as Partial<StepChart>)[name];
        (this as Record<string, unknown>)[name] = value;
      }
    }
    this.setAttribute('role', 'img');
    if (!this.hasAttribute('tabindex')) {
      this.tabIndex = 0;
    }
    this.#schedule.start();
  }

  disconnectedCallback() {
    this.#schedule.stop();
    this.#quit();
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#place.replaceChildren();
    this.removeAttribute('data-drawn');
  }

  draw(ApexCharts: Library): boolean {
    const spec = this.#spec;
    const width = this.clientWidth;
    const height = this.clientHeight;
    if (!spec || !this.isConnected || width < SMALLEST || height < SMALLEST) {
      return false;
    }
    this.#look = lookOf(this);
    const { plot, back, front } = drawAxes(spec, width, height, this.#look);
    this.#plot = plot;
    for (const layer of [this.#back, this.#front]) {
      layer.setAttribute('font-size', String(this.#look.font));
    }
    this.#back.replaceChildren(...back, this.#selection.band);
    this.#front.replaceChildren(this.#reading.layer, ...front, this.#selection.ends, this.#markers);

    // A new chart each time, in one task: the library's own update merges old options into new ones
    this.#chart?.destroy();
    const chart = drawSteps(ApexCharts, this.#place, plot);
    this.#chart = chart;
    chart.render().then(() => {
      if (this.#chart === chart) {
        paintSteps(this.#place, plot, this.#hidden);
        this.setAttribute('data-drawn', '');
        this.#selection.draw();
        this.#tell('step-chart-drawn');
      }
    });
    this.#dress();
    return true;
  }

  /** Draws all that depends on which classes are hidden. */
  #dress() {
    const plot = this.#plot;
    if (this.#chart && plot) {
      const { spec } = plot;
      paintSteps(this.#place, plot, this.#hidden);
      this.#place.querySelector('.curves')?.remove();
      this.#place.append(drawCurves(visible(spec, this.#hidden), plot));
      const markers = spec.markers.filter(({ series }) => !this.#hidden.includes(series ?? ''));
      this.#markers.replaceChildren(...drawMarkers(markers, plot, this.#look!));
    }
  }

  #shown(): Shown | undefined {
    return this.#plot && this.hasAttribute('data-drawn') ? { plot: this.#plot, hidden: this.#hidden } : undefined;
  }

  #point(event: PointerEvent) {
    if (!this.#selection.isActive) {
      this.#reading.point(event);
    }
  }

  #key(event: KeyboardEvent) {
    const action = actionOf(event, {
      inGrid: this.#inGrid,
      isShown: this.#reading.bin >= 0,
      isRead: this.#reading.isByKey,
      isSelectable: this.#selectable,
      isSelecting: this.#selection.isByKey,
    });
    const shown = this.#shown();
    if (shown && action) {
      this.#do(action, lastBin(shown.plot.spec.x));
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

  /** Ends reading off; what is being selected goes on. */
  leave() {
    if (this.#selection.isActive) {
      this.#reading.hide();
    } else {
      this.#reading.leave();
    }
  }

  #quit() {
    this.#selection.cancel();
    this.#reading.leave();
  }

  #choose(bin: number) {
    if (bin >= 0) {
      this.#tell('step-chart-bin', { bin });
    }
  }

  #tell(name: string, detail?: object) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('step-chart', StepChart);
