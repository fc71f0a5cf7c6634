import type { Plot } from './chart-plot';
import { type Look, svg, textWidth } from './chart-svg';
import { whole } from './chart-tooltip';
import { allShades, CELL_COLOUR } from './plane-marks';
import type { PlaneSpec } from './plane-spec';

const LINE = 1.5;
/** Share of the width of a chart that is the plot's, whatever its labels need. */
const WIDTH = 0.75;
const SHADE_WIDTH = 120;
const GAP = 6;

interface Entry {
  name: string;
  colour: string;
  x: number;
  row: number;
}

/** Height of the legend above the plot. */
export function legendHeight(spec: PlaneSpec, width: number, look: Look) {
  return look.compact ? 0 : rowsOf(spec, width, look) * look.font * LINE;
}

/** The kinds of points there are, or what shades of cells stand for, above the plot. */
export function drawLegend(plot: Plot<PlaneSpec>, width: number, look: Look): SVGElement[] {
  if (look.compact) {
    return [];
  }
  const { spec } = plot;
  const top = plot.top - rowsOf(spec, width, look) * look.font * LINE - look.font * 0.4;
  return spec.cells ? drawShades(spec, plot, top, look) : drawKinds(spec, plot.left, top, width, look);
}

function rowsOf(spec: PlaneSpec, width: number, look: Look) {
  if (spec.cells) {
    return mostIn(spec) > 0 ? 1 : 0;
  }
  const entries = entriesOf(spec, width, look);
  return entries.length > 1 ? entries[entries.length - 1].row + 1 : 0;
}

function entriesOf({ points }: PlaneSpec, width: number, { font, family }: Look): Entry[] {
  let x = 0;
  let row = 0;
  return (points?.kinds ?? []).map(({ name, colour }) => {
    const needed = font + textWidth(name, font, family);
    if (x > 0 && x + needed > width * WIDTH) {
      x = 0;
      row++;
    }
    const entry = { name, colour, x, row };
    x += needed + font;
    return entry;
  });
}

function drawKinds(spec: PlaneSpec, left: number, top: number, width: number, look: Look) {
  const entries = entriesOf(spec, width, look);
  if (entries.length < 2) {
    return [];
  }
  const { font } = look;
  return entries.flatMap(({ name, colour, x, row }) => {
    const y = top + font + row * font * LINE;
    return [
      svg('circle', { cx: left + x + font * 0.35, cy: y - font * 0.35, r: font * 0.35, style: `fill:var(${colour})` }),
      svg('text', { class: 'legend', x: left + x + font, y }, name),
    ];
  });
}

function mostIn({ grid }: PlaneSpec) {
  return Math.max(...grid.counts);
}

/** A strip from one to the greatest count, with both as its labels and powers of ten between them where there is room. */
function drawShades(spec: PlaneSpec, plot: Plot, top: number, look: Look) {
  const most = mostIn(spec);
  if (most < 1) {
    return [];
  }
  const { font, family } = look;
  const y = top + font;
  const unit = `${spec.unit} per cell`;
  const first = svg('text', { class: 'legend', x: plot.left, y }, `${unit}: 1`);
  const left = plot.left + textWidth(`${unit}: 1`, font, family) + GAP;
  const last = whole(most);
  const width = Math.min(SHADE_WIDTH, plot.right - left - textWidth(last, font, family) - GAP);
  if (most === 1 || width < font) {
    return [svg('text', { class: 'legend', x: plot.left, y }, most === 1 ? `${unit}: 1` : `${unit}: 1 to ${last}`)];
  }
  const step = width / allShades.length;
  const shades = allShades.map((opacity, index) =>
    svg('rect', {
      class: 'shade',
      x: left + index * step,
      y: y - font * 0.85,
      width: step,
      height: font,
      style: `fill:var(${CELL_COLOUR});fill-opacity:${opacity}`,
    }),
  );
  return [first, ...shades, svg('text', { class: 'legend', x: left + width + GAP, y }, last)];
}
