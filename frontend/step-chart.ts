import { hideTooltip, isTooltipOf, showTooltip, type TooltipRow } from './step-chart-tooltip';

/* Not `import type`: the build would take the library into the first bundle, which the log-in page loads too. */
type Library = typeof import('apexcharts');
type Chart = InstanceType<Library>;

interface Axis {
  low: number;
  high: number;
  title: string;
  ticks: number[];
  labels: string[];
}

interface Series {
  name: string;
  colour: string;
  filled: boolean;
  y: number[];
  base?: number[];
  counts: number[];
  values?: number[];
}

interface Marker {
  at: number;
  label: string;
  colour: string;
}

interface Spec {
  description: string;
  heightName: string;
  digits: number;
  xAxis: Axis;
  yAxis: Axis;
  /** Where steps of height nothing lie, on the drawn scale of the height axis. */
  ground: number;
  x: number[];
  series: Series[];
  markers: Marker[];
}

interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Room around the plot, in pixels: half a label above, half a label at the right, tick and label below. */
const TOP = 8;
const RIGHT = 12;
const BOTTOM = 22;
const TITLE = 18;
const TICK = 4;
const LABEL_GAP = 3;
const FONT_SIZE = 11;
/** Fewest characters the height labels get room for, so that panels under each other line up. */
const LABEL_CHARACTERS = 4;
/** Free space between two labels of the horizontal axis, below which every second label is left out. */
const LABEL_SPACE = 8;
/** Time a frame may spend on drawing: half of the 16 ms between two frames. */
const FRAME_BUDGET = 8;
/** Shortest time between two drawings of one chart while its size changes. */
const RESIZE_PAUSE = 100;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host {
    display: block;
    position: relative;
    box-sizing: border-box;
    width: 100%;
    min-width: 0;
    aspect-ratio: var(--hg-chart-ratio, 1.4);
    contain: layout style;
    color: var(--hg-axis-text, currentColor);
    font-size: ${FONT_SIZE}px;
    line-height: 1;
    font-variant-numeric: tabular-nums;
    border-radius: 2px;
    outline: none;
    touch-action: pan-y pinch-zoom;
    user-select: none;
    -webkit-user-select: none;
  }
  :host([hidden]) { display: none; }
  :host(:focus-visible) { outline: 2px solid var(--vaadin-focus-ring-color, currentColor); outline-offset: 2px; }
  svg.axes { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; }
  .plot { position: absolute; pointer-events: none; contain: size layout style; }
  .plot svg { display: block; overflow: hidden; background: none; }
  .apexcharts-inner { transform: none; }
  .apexcharts-inner > :not(.apexcharts-plot-series):not(defs), .plot foreignObject { display: none; }
  text { fill: currentColor; font-size: ${FONT_SIZE}px; }
  .x { text-anchor: middle; }
  .y { text-anchor: end; }
  .title { text-anchor: middle; font-size: 12px; }
  .grid { stroke: var(--hg-grid-line, currentColor); }
  .axis { stroke: var(--hg-axis-line, currentColor); }
  .marker { stroke-dasharray: 3 2; }
  .marker-label { paint-order: stroke; stroke: var(--hg-surface, transparent); stroke-width: 3px; stroke-linejoin: round; }
  line { stroke-width: 1; shape-rendering: crispEdges; }
  .cursor { fill: var(--hg-cursor, transparent); }
  path.area { stroke: none; fill: var(--colour); fill-opacity: var(--hg-fill-opacity, 0.42); }
  path.line { fill: none; stroke: var(--colour); stroke-width: 1px; }
  .outlined path.area { fill: none; }
  .apexcharts-series.gone { display: none; }
  @media (forced-colors: active) { :host { forced-color-adjust: none; } }
`);

let library: Promise<Library> | undefined;
const loadLibrary = () => (library ??= import('apexcharts').then((module) => module.default));

/* Drawing: the charts that wait, a few of them a frame. */

const waiting = new Set<StepChart>();
let frame = 0;

function enqueue(chart: StepChart) {
  waiting.add(chart);
  if (!frame) {
    frame = requestAnimationFrame(drawSome);
  }
}

async function drawSome() {
  const ApexCharts = await loadLibrary();
  const start = performance.now();
  for (const chart of waiting) {
    waiting.delete(chart);
    chart.draw(ApexCharts);
    if (performance.now() - start > FRAME_BUDGET) {
      break;
    }
  }
  frame = waiting.size ? requestAnimationFrame(drawSome) : 0;
}

/* Charts draw from one screen away. A scroll margin counts in scrolling parts of the page too; a root margin does not. */
const viewObserver = new IntersectionObserver(
  (entries) => entries.forEach((entry) => (entry.target as StepChart).near(entry.isIntersecting)),
  'scrollMargin' in IntersectionObserver.prototype ? { scrollMargin: '100% 0px' } : { rootMargin: '100% 0px' },
);
const sizeObserver = new ResizeObserver((entries) => entries.forEach((entry) => (entry.target as StepChart).resized()));

/* Width of a text in the font of the axes. */
let pencil: CanvasRenderingContext2D | null = null;
function textWidth(text: string, family: string) {
  pencil ??= document.createElement('canvas').getContext('2d');
  if (!pencil) {
    return text.length * FONT_SIZE * 0.6;
  }
  pencil.font = `${FONT_SIZE}px ${family}`;
  return pencil.measureText(text).width;
}

function svg(name: string, attributes: Record<string, string | number>, text = '') {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, String(value));
  }
  node.textContent = text;
  return node;
}

/** The middle of a device pixel, where a line of one pixel is sharp. */
const sharp = (value: number) => Math.floor(value) + 0.5;

/**
 * Histograms of a few classes over each other. Property `spec` holds all that is shown, as written by the server;
 * property `hiddenSeries` the names of classes not to show. Events: `step-chart-drawn` after each drawing,
 * `step-chart-bin` with `detail.bin` when a bin is clicked or chosen with Enter. Colours follow the style sheet
 * without drawing again.
 */
class StepChart extends HTMLElement {
  #spec?: Spec;
  #text = '';
  #hidden: string[] = [];
  #chart?: Chart;
  #plot: Plot = { left: 0, top: 0, width: 0, height: 0 };
  #near = false;
  #stale = true;
  #drawnWidth = 0;
  #drawnHeight = 0;
  #lastDrawn = 0;
  #resizeTimer = 0;
  #bin = -1;
  readonly #back = svg('svg', { class: 'axes', 'aria-hidden': 'true' });
  readonly #place = document.createElement('div');
  readonly #front = svg('svg', { class: 'axes', 'aria-hidden': 'true' });
  readonly #cursor = svg('rect', { class: 'cursor', width: 0, height: 0 });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    // The library puts its own style sheet, 14 kB of tooltips and toolbars, where it finds none of this name
    const none = document.createElement('style');
    none.id = 'apexcharts-css';
    this.#place.className = 'plot';
    root.append(none, this.#back, this.#place, this.#front);
    this.addEventListener('pointermove', (event) => this.#point(event));
    this.addEventListener('pointerdown', (event) => this.#point(event));
    this.addEventListener('pointerleave', (event) => {
      // A finger leaves when it is lifted; what it asked for stays until something else is touched
      if (event.pointerType !== 'touch') {
        this.leave();
      }
    });
    this.addEventListener('pointercancel', () => this.leave());
    this.addEventListener('click', (event) => this.#choose(this.#binAt(event)));
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('blur', () => this.leave());
  }

  get spec(): string {
    return this.#text;
  }

  set spec(text: string) {
    if (text === this.#text) {
      return;
    }
    this.#text = text ?? '';
    this.#spec = text ? JSON.parse(text) : undefined;
    this.setAttribute('aria-label', this.#spec?.description ?? '');
    this.removeAttribute('data-drawn');
    this.leave();
    this.#change();
  }

  get hiddenSeries(): string[] {
    return this.#hidden;
  }

  set hiddenSeries(names: string[]) {
    this.#hidden = names ?? [];
    this.#paint();
  }

  connectedCallback() {
    // Properties set before the element was defined lie in front of its own
    for (const name of ['spec', 'hiddenSeries'] as const) {
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
    this.#stale = true;
    viewObserver.observe(this);
    sizeObserver.observe(this);
  }

  disconnectedCallback() {
    viewObserver.unobserve(this);
    sizeObserver.unobserve(this);
    waiting.delete(this);
    window.clearTimeout(this.#resizeTimer);
    this.#resizeTimer = 0;
    this.#near = false;
    this.leave();
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#place.replaceChildren();
    this.removeAttribute('data-drawn');
  }

  near(isNear: boolean) {
    this.#near = isNear;
    if (isNear && this.#stale) {
      enqueue(this);
    } else if (!isNear) {
      waiting.delete(this);
    }
  }

  resized() {
    if (this.clientWidth === this.#drawnWidth && this.clientHeight === this.#drawnHeight) {
      return;
    }
    if (!this.#resizeTimer) {
      const pause = Math.max(0, this.#lastDrawn + RESIZE_PAUSE - performance.now());
      this.#resizeTimer = window.setTimeout(() => {
        this.#resizeTimer = 0;
        this.#change();
      }, pause);
    }
  }

  #change() {
    this.#stale = true;
    if (this.#near) {
      enqueue(this);
    }
  }

  draw(ApexCharts: Library) {
    const spec = this.#spec;
    const width = this.clientWidth;
    const height = this.clientHeight;
    if (!spec || !this.isConnected || width < 60 || height < 50) {
      return;
    }
    this.#stale = false;
    this.#drawnWidth = width;
    this.#drawnHeight = height;
    this.#lastDrawn = performance.now();
    this.#drawAxes(spec, width, height);

    // A new chart each time, in one task: the library's own update merges old options into new ones
    this.#chart?.destroy();
    const { left, top, width: across, height: down } = this.#plot;
    this.#place.style.cssText = `left:${left}px;top:${top}px;width:${across}px;height:${down}px`;
    const div = document.createElement('div');
    this.#place.replaceChildren(div);
    const chart = new ApexCharts(div, options(spec, across, down));
    this.#chart = chart;
    chart.render().then(() => {
      if (this.#chart !== chart) {
        return;
      }
      this.#paint();
      this.setAttribute('data-drawn', '');
      this.dispatchEvent(new CustomEvent('step-chart-drawn', { bubbles: true, composed: true }));
    });
    this.#paint();
  }

  /** Gives each class its colour, and hides those that are not to be seen. */
  #paint() {
    const spec = this.#spec;
    if (!spec) {
      return;
    }
    for (const group of this.#place.querySelectorAll<SVGGElement>('.apexcharts-series')) {
      const series = spec.series[Number(group.getAttribute('data:realIndex'))];
      if (series) {
        group.style.setProperty('--colour', `var(${series.colour})`);
        group.classList.toggle('outlined', !series.filled);
        group.classList.toggle('gone', this.#hidden.includes(series.name));
        // Of the two paths of a class, the one without a stroke is the area
        const area = group.querySelector('path[stroke="none"]');
        const line = group.querySelector('path[fill="none"]');
        area?.classList.add('area');
        line?.classList.add('line');
        if (!line?.classList.contains('lifted')) {
          const corners = line?.getAttribute('d') ?? '';
          const feet = this.#feet(series, spec);
          if (series.base) {
            area?.setAttribute('d', `${corners}${backAlong(feet)} z`);
          }
          line?.setAttribute('d', withoutEmptyBins(corners, feet));
          line?.classList.add('lifted');
        }
      }
    }
  }

  #drawAxes(spec: Spec, width: number, height: number) {
    const family = getComputedStyle(this).fontFamily;
    const { xAxis, yAxis } = spec;
    const labels = [...yAxis.labels, '0'.repeat(LABEL_CHARACTERS)];
    const labelWidth = Math.ceil(Math.max(...labels.map((label) => textWidth(label, family))));
    const left = labelWidth + TICK + LABEL_GAP + (yAxis.title ? TITLE : 0);
    const bottom = BOTTOM + (xAxis.title ? TITLE : 0);
    const plot = { left, top: TOP, width: Math.max(20, width - left - RIGHT), height: Math.max(20, height - TOP - bottom) };
    this.#plot = plot;
    const floor = plot.top + plot.height;
    const end = plot.left + plot.width;

    const back: SVGElement[] = [];
    const front: SVGElement[] = [];
    yAxis.ticks.forEach((tick, index) => {
      const share = (tick - yAxis.low) / (yAxis.high - yAxis.low);
      if (share < -1e-9 || share > 1 + 1e-9) {
        return;
      }
      const y = floor - share * plot.height;
      if (share > 1e-9) {
        back.push(svg('line', { class: 'grid', x1: plot.left, x2: end, y1: sharp(y), y2: sharp(y) }));
      }
      back.push(svg('text', { class: 'y', x: plot.left - TICK - LABEL_GAP, y: y + FONT_SIZE * 0.36 }, yAxis.labels[index]));
    });

    const ticks = xAxis.ticks
      .map((tick, index) => ({ tick, label: xAxis.labels[index], x: this.#across(tick) }))
      .filter(({ x }) => x >= plot.left - 0.01 && x <= end + 0.01);
    const every = thinning(ticks, family);
    const zero = Math.max(0, ticks.findIndex(({ tick }) => tick === 0));
    ticks.forEach(({ label, x }, index) => {
      front.push(svg('line', { class: 'axis', x1: sharp(x), x2: sharp(x), y1: floor, y2: floor + TICK }));
      if ((index - zero) % every === 0) {
        front.push(svg('text', { class: 'x', x, y: floor + TICK + LABEL_GAP + FONT_SIZE * 0.8 }, label));
      }
    });
    const ground = plot.top + this.#groundLine();
    front.push(svg('line', { class: 'axis', x1: plot.left, x2: end, y1: sharp(floor), y2: sharp(floor) }));
    if (ground < floor - 0.5) {
      front.push(svg('line', { class: 'axis', x1: plot.left, x2: end, y1: sharp(ground), y2: sharp(ground) }));
    }
    if (xAxis.title) {
      front.push(svg('text', { class: 'title', x: plot.left + plot.width / 2, y: height - 4 }, xAxis.title));
    }
    if (yAxis.title) {
      const y = plot.top + plot.height / 2;
      back.push(svg('text', { class: 'title', transform: `translate(10 ${y}) rotate(-90)` }, yAxis.title));
    }

    spec.markers.forEach(({ at, label, colour }, index) => {
      const x = this.#across(at);
      if (x >= plot.left && x <= end) {
        const style = `stroke:var(${colour})`;
        front.push(svg('line', { class: 'marker', x1: sharp(x), x2: sharp(x), y1: plot.top, y2: floor, style }));
        const toLeft = x + LABEL_GAP + textWidth(label, family) > end;
        front.push(
          svg(
            'text',
            {
              class: 'marker-label',
              x: toLeft ? x - LABEL_GAP : x + LABEL_GAP,
              y: plot.top + FONT_SIZE + index * (FONT_SIZE + 2),
              'text-anchor': toLeft ? 'end' : 'start',
            },
            label,
          ),
        );
      }
    });
    this.#back.replaceChildren(...back);
    this.#front.replaceChildren(this.#cursor, ...front);
  }

  /** Where each corner of a class stands, in pixels of the plot. */
  #feet({ base }: Series, { x, xAxis, yAxis }: Spec): [number, number][] {
    const { width, height } = this.#plot;
    const ground = this.#groundLine();
    return x.map((value, index) => [
      ((value - xAxis.low) / (xAxis.high - xAxis.low)) * width,
      base ? (1 - (base[index] - yAxis.low) / (yAxis.high - yAxis.low)) * height : ground,
    ]);
  }

  /** Pixels from the top of the plot to where steps of height nothing lie. */
  #groundLine() {
    const { ground, yAxis } = this.#spec!;
    const { low, high } = yAxis;
    return this.#plot.height * (1 - (Math.max(low, Math.min(ground, high)) - low) / (high - low));
  }

  #across(value: number) {
    const { low, high } = this.#spec!.xAxis;
    return this.#plot.left + ((value - low) / (high - low)) * this.#plot.width;
  }

  /* Reading off: by pointer and by key. */

  #binAt(event: MouseEvent) {
    const spec = this.#spec;
    if (!spec || !this.hasAttribute('data-drawn')) {
      return -1;
    }
    const box = this.getBoundingClientRect();
    const { left, top, width, height } = this.#plot;
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    if (x < left || x > left + width || y < top || y > top + height) {
      return -1;
    }
    const value = spec.xAxis.low + ((x - left) / width) * (spec.xAxis.high - spec.xAxis.low);
    const bins = spec.x.length / 2 - 1;
    if (value < spec.x[0] || value > spec.x[2 * bins]) {
      return -1;
    }
    let low = 0;
    let high = bins - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (spec.x[2 * middle] <= value) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  #point(event: PointerEvent) {
    const bin = this.#binAt(event);
    if (bin < 0) {
      this.leave();
    } else {
      this.#show(bin, event.clientX, event.clientY, false);
    }
  }

  #key(event: KeyboardEvent) {
    const spec = this.#spec;
    if (!spec || !this.hasAttribute('data-drawn') || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const last = spec.x.length / 2 - 2;
    const moves: Record<string, number> = {
      ArrowRight: Math.min(last, this.#bin + 1),
      ArrowLeft: this.#bin < 0 ? last : Math.max(0, this.#bin - 1),
      Home: 0,
      End: last,
    };
    if (event.key in moves) {
      const bin = moves[event.key];
      const box = this.getBoundingClientRect();
      const middle = this.#across((spec.x[2 * bin] + spec.x[2 * bin + 2]) / 2);
      const { left, top, width } = this.#plot;
      const x = Math.min(left + width, Math.max(left, middle));
      this.#show(bin, box.left + x, box.top + top, true);
    } else if (event.key === 'Escape' && this.#bin >= 0) {
      this.leave();
    } else if (event.key === 'Enter' && this.#bin >= 0) {
      this.#choose(this.#bin);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #show(bin: number, x: number, y: number, aloud: boolean) {
    const spec = this.#spec!;
    this.#bin = bin;
    const { left, top, width, height } = this.#plot;
    const from = Math.max(left, this.#across(spec.x[2 * bin]));
    const to = Math.min(left + width, this.#across(spec.x[2 * bin + 2]));
    for (const [key, value] of Object.entries({ x: from, y: top, width: Math.max(1, to - from), height })) {
      this.#cursor.setAttribute(key, String(value));
    }
    const rows: TooltipRow[] = spec.series
      .filter(({ name }) => !this.#hidden.includes(name))
      .map(({ name, colour, counts, values }) => ({ name, colour, count: counts[bin], height: values?.[bin] }));
    const low = edge(spec.x[2 * bin], spec.digits);
    const high = edge(spec.x[2 * bin + 2], spec.digits);
    const last = bin === spec.x.length / 2 - 2;
    showTooltip(this, { low, high, last, heightName: spec.heightName, rows }, x, y, aloud);
  }

  /** Ends reading off. */
  leave() {
    this.#bin = -1;
    this.#cursor.setAttribute('width', '0');
    if (isTooltipOf(this)) {
      hideTooltip();
    }
  }

  #choose(bin: number) {
    if (bin >= 0) {
      this.dispatchEvent(new CustomEvent('step-chart-bin', { detail: { bin }, bubbles: true, composed: true }));
    }
  }
}

/** The lower outline of stacked steps, from the last corner to the first. */
function backAlong(feet: [number, number][]) {
  return feet
    .map(([x, y]) => ` L ${x} ${y}`)
    .reverse()
    .join('');
}

/** Lifts the pen over empty bins: a line of the class along the axis would look like samples. */
function withoutEmptyBins(path: string, feet: [number, number][]) {
  let index = 0;
  let wasDown = false;
  return path.replace(/[ML] (\S+) ([^\sLMz]+)/g, (corner, x: string, y: string) => {
    const foot = feet[Math.min(index++, feet.length - 1)];
    const down = Math.abs(Number(y) - foot[1]) < 0.001;
    const lift = down && wasDown;
    wasDown = down;
    return lift ? `M ${x} ${y}` : corner;
  });
}

/** Every how many labels there is room for. */
function thinning(ticks: { label: string; x: number }[], family: string) {
  if (ticks.length < 2) {
    return 1;
  }
  const widest = Math.max(...ticks.map(({ label }) => textWidth(label, family)));
  const nearest = Math.min(...ticks.slice(1).map(({ x }, index) => x - ticks[index].x));
  return Math.max(1, Math.ceil((widest + LABEL_SPACE) / Math.max(1, nearest)));
}

function edge(value: number, digits: number) {
  const size = Math.abs(value);
  if (size >= 1e7 || digits > 8) {
    return String(value);
  }
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

function options(spec: Spec, width: number, height: number) {
  return {
    chart: {
      type: 'area',
      width,
      // The library keeps one pixel of the height to itself
      height: height + 1,
      // Leaves out axes, grid, legend and padding, so that the plot is the whole picture; axes are drawn here
      sparkline: { enabled: true },
      animations: { enabled: false },
      toolbar: { show: false },
      zoom: { enabled: false },
      selection: { enabled: false },
      redrawOnParentResize: false,
      redrawOnWindowResize: false,
      parentHeightOffset: 0,
      background: 'transparent',
    },
    series: spec.series.map(({ name, y }) => ({ name, data: spec.x.map((x, index) => [x, y[index]]) })),
    // The style sheet gives the colours
    colors: spec.series.map(() => 'currentColor'),
    xaxis: {
      type: 'numeric',
      min: spec.xAxis.low,
      max: spec.xAxis.high,
      crosshairs: { show: false },
      tooltip: { enabled: false },
    },
    yaxis: { show: false, min: spec.yAxis.low, max: spec.yAxis.high, forceNiceScale: false, crosshairs: { show: false } },
    stroke: { curve: 'straight', width: 1, lineCap: 'butt' },
    fill: { type: 'solid', opacity: 1 },
    markers: { size: 0, hover: { size: 0 } },
    dataLabels: { enabled: false },
    legend: { show: false },
    grid: { show: false, padding: { left: 0, right: 0, top: 0, bottom: 0 } },
    tooltip: { enabled: false },
    states: { hover: { filter: { type: 'none' } }, active: { filter: { type: 'none' } } },
  } as ConstructorParameters<Library>[1];
}

customElements.define('step-chart', StepChart);
