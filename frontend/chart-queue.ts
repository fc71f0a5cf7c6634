import type { Library } from './chart-library';
import { lookOf } from './chart-svg';
import { lazily } from './lazy-import';

/* When charts are drawn: those near the view, a few of them a frame, and again when their size changes. */

export interface Drawable extends HTMLElement {
  /** Whether there was something to draw, and room for it. */
  draw(ApexCharts: Library): boolean;

  /** Says that it cannot be drawn yet. */
  wait(): void;
}

/** Time a frame may spend on drawing: half of the 16 ms between two frames. */
const FRAME_BUDGET = 8;
/** Shortest time between two drawings of one chart while its size changes. */
const RESIZE_PAUSE = 100;

/** Pauses before the library is asked for once more, each twice the last, up to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 20_000;

const loadLibrary = lazily(() => import('apexcharts').then((module) => module.default));

const waiting = new Set<Schedule>();
let frame = 0;
let pause = FIRST_PAUSE;

/** Draws as soon as the server is reached again; until then the charts say that they wait. */
function drawLater() {
  waiting.forEach((schedule) => schedule.wait());
  window.setTimeout(drawSome, pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}

async function drawSome() {
  const ApexCharts = await loadLibrary().catch(() => undefined);
  if (!ApexCharts) {
    drawLater();
    return;
  }
  const start = performance.now();
  for (const schedule of waiting) {
    waiting.delete(schedule);
    schedule.draw(ApexCharts);
    if (performance.now() - start > FRAME_BUDGET) {
      break;
    }
  }
  frame = waiting.size ? requestAnimationFrame(drawSome) : 0;
}

const schedules = new WeakMap<Element, Schedule>();

/* Charts draw from one screen away. A scroll margin counts in scrolling parts of the page too; a root margin does not. */
const viewObserver = new IntersectionObserver(
  (entries) => entries.forEach(({ target, isIntersecting }) => schedules.get(target)?.near(isIntersecting)),
  'scrollMargin' in IntersectionObserver.prototype ? { scrollMargin: '100% 0px' } : { rootMargin: '100% 0px' },
);
const sizeObserver = new ResizeObserver((entries) =>
  entries.forEach(({ target }) => schedules.get(target)?.resized()),
);

/** When one chart is drawn. */
export class Schedule {
  #near = false;
  #stale = true;
  #drawnSize = '';
  #lastDrawn = 0;
  #timer = 0;

  /** @param probe is as large as the style sheet says that texts are, so its size tells when that changes */
  constructor(
    private readonly chart: Drawable,
    private readonly probe: Element,
  ) {
    schedules.set(chart, this);
    schedules.set(probe, this);
  }

  start() {
    this.#stale = true;
    viewObserver.observe(this.chart);
    sizeObserver.observe(this.chart);
    sizeObserver.observe(this.probe);
  }

  stop() {
    viewObserver.unobserve(this.chart);
    sizeObserver.unobserve(this.chart);
    sizeObserver.unobserve(this.probe);
    waiting.delete(this);
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    this.#near = false;
  }

  /** What is drawn is no longer what is to be shown. */
  change() {
    this.#stale = true;
    if (this.#near) {
      waiting.add(this);
      frame ||= requestAnimationFrame(drawSome);
    }
  }

  near(isNear: boolean) {
    this.#near = isNear;
    if (!isNear) {
      waiting.delete(this);
    } else if (this.#stale) {
      this.change();
    }
  }

  resized() {
    if (!this.#timer && sizeOf(this.chart) !== this.#drawnSize) {
      const pause = Math.max(0, this.#lastDrawn + RESIZE_PAUSE - performance.now());
      this.#timer = window.setTimeout(() => {
        this.#timer = 0;
        this.change();
      }, pause);
    }
  }

  wait() {
    this.chart.wait();
  }

  draw(ApexCharts: Library) {
    this.#drawnSize = sizeOf(this.chart);
    this.#lastDrawn = performance.now();
    this.#stale = !this.chart.draw(ApexCharts);
  }
}

/** All that a drawing depends on beside what it shows. */
function sizeOf(chart: HTMLElement) {
  const { font, compact, titles, heights } = lookOf(chart);
  return [chart.clientWidth, chart.clientHeight, font, compact, titles, heights].join(' ');
}
