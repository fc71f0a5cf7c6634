import { drawMarkers } from './chart-markers';
import type { Plot } from './chart-plot';
import { line, type Look, sharp, svg, textWidth } from './chart-svg';

/** A line that marks are held against. */
export type ReferenceLine = { along: 'x' | 'y'; at: number; label: string } | { along: 'diagonal' };

const COLOUR = '--hg-marker';
const GAP = 4;

export function drawLines(lines: ReferenceLine[], plot: Plot, look: Look): SVGElement[] {
  const upright = lines.flatMap((one) => (one.along === 'x' ? [{ at: one.at, label: one.label, colour: COLOUR }] : []));
  return [
    ...lines.flatMap((one) => (one.along === 'y' ? level(one.at, one.label, plot, look) : [])),
    ...lines.flatMap((one) => (one.along === 'diagonal' ? diagonal(plot) : [])),
    ...drawMarkers(upright, plot, look),
  ];
}

/** A level line with its label at its right end, above it where there is room. */
function level(at: number, label: string, plot: Plot, look: Look) {
  const { low, high } = plot.spec.yAxis;
  if (at < low || at > high) {
    return [];
  }
  const y = plot.down(at);
  const drawn = coloured(line('marker', [plot.left, sharp(y)], [plot.right, sharp(y)]), 'stroke');
  if (!label || look.compact || textWidth(label, look.font, look.family) > plot.width) {
    return [drawn];
  }
  const above = y - GAP - look.font >= plot.top;
  const place = { class: 'marker-label', x: plot.right - 2, y: above ? y - GAP : y + look.font + 1, 'text-anchor': 'end' };
  return [drawn, coloured(svg('text', place, label), 'fill')];
}

/** Where both axes have the same value. */
function diagonal(plot: Plot) {
  const { xAxis, yAxis } = plot.spec;
  const from = Math.max(xAxis.low, yAxis.low);
  const to = Math.min(xAxis.high, yAxis.high);
  const drawn = line('marker slanted', [plot.across(from), plot.down(from)], [plot.across(to), plot.down(to)]);
  return from < to ? [coloured(drawn, 'stroke')] : [];
}

function coloured(element: SVGElement, what: 'stroke' | 'fill') {
  element.setAttribute('style', `${what}:var(${COLOUR})`);
  return element;
}
