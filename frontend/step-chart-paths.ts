import { drawIn, type Library } from './chart-library';
import { svg } from './chart-svg';
import type { Curve, Series, StepPlot } from './step-chart-spec';

/** Has the library draw the outlines of all classes into `place`, and nothing else. */
export function drawSteps(ApexCharts: Library, place: HTMLElement, plot: StepPlot) {
  const series = plot.spec.series.map(({ name, x, y }) => ({ name, data: x.map((at, index) => [at, y[index]]) }));
  return drawIn(ApexCharts, place, plot, 'area', series);
}

/** Gives each class its colour, and hides those that are not to be seen. */
export function paintSteps(place: HTMLElement, plot: StepPlot, hidden: string[]) {
  for (const group of place.querySelectorAll<SVGGElement>('.apexcharts-series')) {
    const series = plot.spec.series[Number(group.getAttribute('data:realIndex'))];
    if (series) {
      group.style.setProperty('--colour', `var(${series.colour})`);
      group.classList.toggle('outlined', !series.filled);
      group.classList.toggle('gone', hidden.includes(series.name));
      shape(group, series, plot);
    }
  }
}

/** Smooth lines over the steps. */
export function drawCurves(series: Series[], plot: StepPlot): SVGElement {
  const curves = svg('svg', { class: 'curves', width: plot.width, height: plot.height });
  for (const { curve, colour } of series) {
    if (curve) {
      curves.append(svg('path', { class: 'curve', d: curvePath(curve, plot), style: `--colour:var(${colour})` }));
    }
  }
  return curves;
}

function shape(group: SVGGElement, series: Series, plot: StepPlot) {
  // Of the two paths of a class, the one without a stroke is the area
  const area = group.querySelector('path[stroke="none"]');
  const line = group.querySelector('path[fill="none"]');
  area?.classList.add('area');
  line?.classList.add('line');
  if (line && !line.classList.contains('lifted')) {
    const corners = line.getAttribute('d') ?? '';
    const feet = feetOf(series, plot);
    // The library's own area ends at the drawn zero, which on a logarithmic scale is one
    area?.setAttribute('d', `${corners}${backAlong(feet)} z`);
    line.setAttribute('d', withoutEmptyBins(corners, feet));
    line.classList.add('lifted');
  }
}

/** Where each corner of a class stands, in pixels of the plot. */
function feetOf({ x, base }: Series, plot: StepPlot): [number, number][] {
  return x.map((value, index) => [
    plot.across(value) - plot.left,
    (base ? plot.down(base[index]) : plot.ground) - plot.top,
  ]);
}

/** The lower outline, from the last corner to the first. */
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

function curvePath({ x: [from, to], y }: Curve, plot: StepPlot) {
  const step = (to - from) / (y.length - 1);
  const points = y.map((height, index) => {
    const across = plot.across(from + index * step) - plot.left;
    return `${across.toFixed(2)} ${(plot.down(height) - plot.top).toFixed(2)}`;
  });
  return `M ${points.join(' L ')}`;
}
