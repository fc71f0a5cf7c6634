import type { Plot } from './chart-plot';

/* Not `import type`: the build would take the library into the first bundle, which the log-in page loads too. */
export type Library = typeof import('apexcharts');
export type Chart = InstanceType<Library>;

/** Has the library draw lines, or areas, into `place`, and nothing else. */
export function drawIn(
  ApexCharts: Library,
  place: HTMLElement,
  plot: Plot,
  type: 'area' | 'line',
  series: { name: string; data: number[][] }[],
) {
  place.style.cssText = `left:${plot.left}px;top:${plot.top}px;width:${plot.width}px;height:${plot.height}px`;
  const div = document.createElement('div');
  place.replaceChildren(div);
  return new ApexCharts(div, options(plot, type, series));
}

function options({ spec, width, height }: Plot, type: 'area' | 'line', series: { name: string; data: number[][] }[]) {
  return {
    chart: {
      type,
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
    series,
    // The style sheet gives the colours
    colors: series.map(() => 'currentColor'),
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
