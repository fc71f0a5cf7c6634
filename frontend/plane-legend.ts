import { drawEntries, entriesHeight, type Entry, LINE } from './chart-legend';
import { type Look, svg, textWidth } from './chart-svg';
import { whole } from './chart-tooltip';
import { allShades, CELL_COLOUR } from './plane-marks';
import { greatest, type PlanePlot, type PlaneSpec } from './plane-spec';

/** Width of the strip of shades, in pixels, and the space beside it. */
const STRIP = 120;
const GAP = 6;

/** Height of the legend above the plot. */
export function legendHeight(spec: PlaneSpec, width: number, look: Look) {
  if (spec.cells) {
    return look.compact || !greatest(spec.grid.counts) ? 0 : look.font * LINE;
  }
  return entriesHeight(kindsOf(spec), width, look);
}

/** The kinds of points there are, or what shades of cells stand for, above the plot. */
export function drawLegend(plot: PlanePlot, width: number, look: Look): SVGElement[] {
  return plot.spec.cells ? drawShades(plot, look) : drawEntries(kindsOf(plot.spec), plot.left, plot.top, width, look);
}

function kindsOf({ points }: PlaneSpec): Entry[] {
  return (points?.kinds ?? []).map(({ name, colour }) => ({ name, colour, form: 'dot' }));
}

/** A strip of shades from one to the greatest count; in words where there is no room for it. */
function drawShades({ spec, left, top, right }: PlanePlot, look: Look) {
  const most = greatest(spec.grid.counts);
  if (look.compact || !most) {
    return [];
  }
  const { font, family } = look;
  const y = top - font * (LINE - 0.6);
  const one = `${spec.unit} per cell: 1`;
  const last = whole(most);
  const from = left + textWidth(one, font, family) + GAP;
  const width = Math.min(STRIP, right - from - textWidth(last, font, family) - GAP);
  if (most === 1 || width < font * 2) {
    return [svg('text', { class: 'legend', x: left, y }, most === 1 ? one : `${one} to ${last}`)];
  }
  const step = width / allShades.length;
  const shades = allShades.map((opacity, index) => {
    const style = `fill:var(${CELL_COLOUR});fill-opacity:${opacity}`;
    return svg('rect', { class: 'shade', x: from + index * step, y: y - font * 0.85, width: step, height: font, style });
  });
  const end = svg('text', { class: 'legend', x: from + width + GAP, y }, last);
  return [svg('text', { class: 'legend', x: left, y }, one), ...shades, end];
}
