import type { Plot } from './step-chart-plot';
import type { Curve, Series, Spec } from './step-chart-spec';
import { svg } from './step-chart-svg';

/* Not `import type`: the build would take the library into the first bundle, which the log-in page loads too. */
export type Library = typeof import('apexcharts');
export type Chart = InstanceType<Library>;

/** Has the library draw the outlines of all classes into `place`, and nothing else. */
export function drawSteps(ApexCharts: Library, place: HTMLElement, { spec, left, top, width, height }: Plot) {
  place.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  const div = document.createElement('div');
  place.replaceChildren(div);
  return new ApexCharts(div, options(spec, width, height));
}

/** Gives each class its colour, and hides those that are not to be seen. */
export function paintSteps(place: HTMLElement, plot: Plot, hidden: string[]) {
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
export function drawCurves(series: Series[], plot: Plot): SVGElement {
  const curves = svg('svg', { class: 'curves', width: plot.width, height: plot.height });
  for (const { curve, colour } of series) {
    if (curve) {
      curves.append(svg('path', { class: 'curve', d: curvePath(curve, plot), style: `--colour:var(${colour})` }));
    }
  }
  return curves;
}

function shape(group: SVGGElement, series: Series, plot: Plot) {
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
function feetOf({ x, base }: Series, plot: Plot): [number, number][] {
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

function curvePath({ x: [from, to], y }: Curve, plot: Plot) {
  const step = (to - from) / (y.length - 1);
  const points = y.map((height, index) => {
    const across = plot.across(from + index * step) - plot.left;
    return `${across.toFixed(2)} ${(plot.down(height) - plot.top).toFixed(2)}`;
  });
  return `M ${points.join(' L ')}`;
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
    series: spec.series.map(({ name, x, y }) => ({ name, data: x.map((at, index) => [at, y[index]]) })),
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
