import { drawMarkers, type Taken } from './chart-markers';
import type { Plot } from './chart-plot';
import { line, type Look, sharp, svg, textWidth } from './chart-svg';

/** A line that marks are held against. */
export type ReferenceLine = { along: 'x' | 'y'; at: number; label: string } | { along: 'diagonal' };

const COLOUR = '--hg-marker';
const GAP = 4;

export function drawLines(lines: ReferenceLine[], plot: Plot, look: Look): SVGElement[] {
  const upright = lines.flatMap((one) => (one.along === 'x' ? [{ at: one.at, label: one.label, colour: COLOUR }] : []));
  const taken: Taken[] = [];
  return [
    ...lines.flatMap((one) => (one.along === 'y' ? level(one.at, one.label, plot, look, taken) : [])),
    ...lines.flatMap((one) => (one.along === 'diagonal' ? diagonal(plot) : [])),
    ...drawMarkers(upright, plot, look, taken),
  ];
}

/** A level line with its label at its right end, on the first side of it where it touches no other label. */
function level(at: number, label: string, plot: Plot, look: Look, taken: Taken[]) {
  const { low, high } = plot.spec.yAxis;
  if (at < low || at > high) {
    return [];
  }
  const y = plot.down(at);
  const drawn = coloured(line('marker', [plot.left, sharp(y)], [plot.right, sharp(y)]), 'stroke');
  const right = plot.right - 2;
  const left = right - textWidth(label, look.font, look.family);
  const place = [y - GAP, y + look.font + 1]
    .map((bottom): Taken => ({ left, right, top: bottom - look.font, bottom }))
    .find((one) => isFree(one, plot, taken));
  if (!label || look.compact || !place) {
    return [drawn];
  }
  taken.push(place);
  const attributes = { class: 'marker-label', x: right, y: place.bottom, 'text-anchor': 'end' };
  return [drawn, coloured(svg('text', attributes, label), 'fill')];
}

function isFree({ left, right, top, bottom }: Taken, plot: Plot, taken: Taken[]) {
  return (
    left >= plot.left &&
    top >= plot.top &&
    bottom <= plot.floor &&
    taken.every((one) => left > one.right || right < one.left || top > one.bottom || bottom < one.top)
  );
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
