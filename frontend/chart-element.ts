import { type Axes, drawAxes } from './chart-axes';
import type { Chart, Library } from './chart-library';
import type { Described, Plot } from './chart-plot';
import { type Drawable, Schedule } from './chart-queue';
import { styles } from './chart-style';
import { type Look, lookOf, svg } from './chart-svg';
import type { TooltipOwner } from './chart-tooltip';

/** Pixels below which nothing can be seen. */
const SMALLEST = 24;
const WAITING = 'Waiting for the connection. If no chart comes, load the page again.';

/**
 * What all charts do alike: they read their property `spec`, draw it when they come into view and again when their size
 * changes, and tell `...-drawn` then. Colours follow the style sheet without drawing again.
 */
export abstract class ChartElement<S extends Described> extends HTMLElement implements Drawable, TooltipOwner {
  protected readonly back = svg('svg', { class: 'axes', 'aria-hidden': 'true' });
  protected readonly place = document.createElement('div');
  protected readonly front = svg('svg', { class: 'axes', 'aria-hidden': 'true' });
  protected plot?: Plot<S>;
  protected look?: Look;
  #spec?: S;
  #text = '';
  #chart?: Chart;
  readonly #probe = document.createElement('div');
  readonly #waiting = document.createElement('div');
  readonly #schedule = new Schedule(this, this.#probe);

  /** @param properties that may have been set before the element was defined */
  constructor(private readonly properties: readonly string[]) {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    // The library puts its own style sheet, 14 kB of tooltips and toolbars, where it finds none of this name
    const none = document.createElement('style');
    none.id = 'apexcharts-css';
    this.#probe.className = 'probe';
    this.place.className = 'plot';
    this.#waiting.className = 'waiting';
    root.append(none, this.#probe, this.back, this.place, this.front, this.#waiting);
  }

  protected abstract read(text: string): S;

  /** Has the library make what stands in the plot. */
  protected abstract marks(ApexCharts: Library, plot: Plot<S>): Chart;

  /** Puts layers of the chart's own between the axes and the marks. */
  protected abstract layers(axes: Axes<S>): void;

  /** What is left to do as soon as the library has been asked, and once it has drawn. */
  protected abstract dress(): void;
  protected abstract finish(): void;

  protected abstract point(event: PointerEvent): void;
  protected abstract away(): void;
  protected abstract clicked(event: MouseEvent): void;
  protected abstract key(event: KeyboardEvent): void;

  /** Ends reading off; what is being selected goes on. */
  abstract leave(): void;

  /** Ends all that a user has begun. */
  protected abstract quit(): void;

  /** Pixels above the plot that the chart needs for itself. */
  protected head(_spec: S, _width: number, _look: Look): number {
    return 0;
  }

  /** Called once by each chart when all that listens first does. */
  protected listen() {
    this.addEventListener('pointermove', (event) => this.point(event));
    this.addEventListener('pointerdown', (event) => this.point(event));
    this.addEventListener('pointerleave', (event) => {
      // A finger leaves when it is lifted; what it asked for stays until something else is touched
      if (event.pointerType !== 'touch') {
        this.away();
      }
    });
    this.addEventListener('pointercancel', () => this.quit());
    this.addEventListener('click', (event) => this.clicked(event));
    this.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('blur', () => this.quit());
  }

  get spec(): string {
    return this.#text;
  }

  set spec(text: string) {
    if (text === this.#text) {
      return;
    }
    this.#text = text ?? '';
    this.#spec = text ? this.read(text) : undefined;
    this.setAttribute('aria-label', this.#spec?.description ?? '');
    if (this.#spec?.summary) {
      this.setAttribute('aria-description', this.#spec.summary);
    }
    this.removeAttribute('data-drawn');
    this.quit();
    this.#schedule.change();
  }

  connectedCallback() {
    // Properties set before the element was defined lie in front of its own
    const own = this as unknown as Record<string, unknown>;
    for (const name of this.properties) {
      if (Object.hasOwn(this, name)) {
        const value = own[name];
        delete own[name];
        own[name] = value;
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
    this.quit();
    this.#chart?.destroy();
    this.#chart = undefined;
    this.place.replaceChildren();
    this.removeAttribute('data-drawn');
  }

  wait() {
    this.#waiting.textContent = WAITING;
  }

  draw(ApexCharts: Library): boolean {
    this.#waiting.textContent = '';
    const spec = this.#spec;
    const width = this.clientWidth;
    const height = this.clientHeight;
    if (!spec || !this.isConnected || width < SMALLEST || height < SMALLEST) {
      return false;
    }
    this.look = lookOf(this);
    const axes = drawAxes(spec, width, height, this.look, this.head(spec, width, this.look));
    this.plot = axes.plot;
    for (const layer of [this.back, this.front]) {
      layer.setAttribute('font-size', String(this.look.font));
    }
    this.layers(axes);

    // A new chart each time, in one task: the library's own update merges old options into new ones
    this.#chart?.destroy();
    const chart = this.marks(ApexCharts, axes.plot);
    this.#chart = chart;
    chart.render().then(() => {
      if (this.#chart === chart) {
        this.setAttribute('data-drawn', '');
        this.finish();
        this.tell(`${this.localName}-drawn`);
      }
    });
    this.dress();
    return true;
  }

  /** The chart as it is drawn, if it is. */
  protected get drawn(): Plot<S> | undefined {
    return this.hasAttribute('data-drawn') ? this.plot : undefined;
  }

  protected tell(name: string, detail?: object) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
