import type { Plot } from './chart-plot';
import { line, type Look, sharp, svg, textWidth } from './chart-svg';

/** A hairline at a value of the horizontal axis; its colour is the name of a variable of the style sheet. */
export interface Marker {
  at: number;
  label: string;
  colour: string;
}

const GAP = 3;
/** Height of a line of labels against the size of its letters. */
const LINE = 1.35;
/** Share of the plot, from its top, that labels may cover. */
const COVERED = 0.8;

interface Place {
  left: number;
  right: number;
  row: number;
  toLeft: boolean;
}

/** What labels of hairlines do not cover, in pixels of the chart. */
export interface Taken {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Hairlines with their labels. A label stands beside its line, on the first row where it touches no other label, and
 * better not another line either. One that finds no place is left to the tooltip; so are all of a compact chart.
 */
export function drawMarkers(markers: Marker[], plot: Plot, look: Look, others: Taken[] = []): SVGElement[] {
  const shown = markers
    .map((marker) => ({ ...marker, x: plot.across(marker.at) }))
    .filter(({ x }) => x >= plot.left && x <= plot.right)
    .sort((one, other) => one.x - other.x);
  const lines = shown.map(({ x, colour }) => {
    const drawn = line('marker', [sharp(x), plot.top], [sharp(x), plot.floor]);
    drawn.setAttribute('style', `stroke:var(${colour})`);
    return drawn;
  });
  if (look.compact) {
    return lines;
  }
  const taken = others.flatMap((other) => rowsOf(other, plot, look));
  const labels: SVGElement[] = [];
  for (const { x, label, colour } of shown) {
    const lines = shown.map((other) => other.x).filter((other) => other !== x);
    const place = placeFor(x, textWidth(label, look.font, look.family), plot, look, taken, lines);
    if (place) {
      taken.push(place);
      labels.push(
        svg(
          'text',
          {
            class: 'marker-label',
            x: place.toLeft ? place.right : place.left,
            y: plot.top + look.font + place.row * look.font * LINE,
            'text-anchor': place.toLeft ? 'end' : 'start',
            style: `fill:var(${colour})`,
          },
          label,
        ),
      );
    }
  }
  return [...lines, ...labels];
}

/** The places of labels that something else covers. */
function rowsOf({ left, right, top, bottom }: Taken, plot: Plot, { font }: Look) {
  const first = Math.floor((top - plot.top) / (font * LINE));
  const last = Math.floor((bottom - plot.top) / (font * LINE));
  return Array.from({ length: last - first + 1 }, (_, step): Place => ({ left, right, row: first + step, toLeft: false }));
}

function placeFor(x: number, width: number, plot: Plot, look: Look, taken: Place[], lines: number[]) {
  const rows = Math.floor((plot.height * COVERED) / (look.font * LINE));
  const places: Place[] = [];
  for (let row = 0; row < rows; row++) {
    places.push({ left: x + GAP, right: x + GAP + width, row, toLeft: false });
    places.push({ left: x - GAP - width, right: x - GAP, row, toLeft: true });
  }
  const free = places.filter(
    ({ left, right, row }) =>
      left >= plot.left &&
      right <= plot.right &&
      taken.every((other) => other.row !== row || left > other.right + GAP || right < other.left - GAP),
  );
  const crossesNone = free.find(({ left, right }) => lines.every((other) => other < left - 1 || other > right + 1));
  return crossesNone ?? free[0];
}
