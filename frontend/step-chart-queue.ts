import type { Library } from './step-chart-paths';

/* When charts are drawn: those near the view, a few of them a frame. */

export interface Drawn extends HTMLElement {
  draw(ApexCharts: Library): void;
  near(isNear: boolean): void;
  resized(): void;
}

/** Time a frame may spend on drawing: half of the 16 ms between two frames. */
const FRAME_BUDGET = 8;

let library: Promise<Library> | undefined;
const loadLibrary = () => (library ??= import('apexcharts').then((module) => module.default));

const waiting = new Set<Drawn>();
let frame = 0;

export function enqueue(chart: Drawn) {
  waiting.add(chart);
  if (!frame) {
    frame = requestAnimationFrame(drawSome);
  }
}

export function dequeue(chart: Drawn) {
  waiting.delete(chart);
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
  (entries) => entries.forEach((entry) => (entry.target as Drawn).near(entry.isIntersecting)),
  'scrollMargin' in IntersectionObserver.prototype ? { scrollMargin: '100% 0px' } : { rootMargin: '100% 0px' },
);

/* A probe is as wide as the style sheet says that texts are large, so its size tells when that changes. */
const probes = new WeakMap<Element, Drawn>();
const sizeObserver = new ResizeObserver((entries) =>
  entries.forEach(({ target }) => (probes.get(target) ?? (target as Drawn)).resized()),
);

export function observe(chart: Drawn, probe: Element) {
  probes.set(probe, chart);
  viewObserver.observe(chart);
  sizeObserver.observe(chart);
  sizeObserver.observe(probe);
}

export function unobserve(chart: Drawn, probe: Element) {
  viewObserver.unobserve(chart);
  sizeObserver.unobserve(chart);
  sizeObserver.unobserve(probe);
  waiting.delete(chart);
}
