import { type Look, svg, textWidth } from './chart-svg';

/** One thing that a chart draws, and what it is called. */
export interface Entry {
  name: string;
  colour: string;
  opacity?: number;
  form: 'dot' | 'line' | 'box';
}

/** Height of a line of a legend against the size of its letters. */
export const LINE = 1.5;
/** Share of the width of a chart that is the plot's, whatever its labels need. */
const WIDTH = 0.78;

/** Height of a legend above a plot; a compact chart has none, and one thing alone needs none. */
export function entriesHeight(entries: Entry[], width: number, look: Look) {
  return look.compact || entries.length < 2 ? 0 : (placed(entries, width, look).at(-1)!.row + 1) * look.font * LINE;
}

/** The entries beside each other, in as many lines as they need, ending above `bottom`. */
export function drawEntries(entries: Entry[], left: number, bottom: number, width: number, look: Look): SVGElement[] {
  const { font } = look;
  const height = entriesHeight(entries, width, look);
  if (!height) {
    return [];
  }
  return placed(entries, width, look).flatMap(({ entry, x, row }) => {
    const y = bottom - height + font * 0.6 + row * font * LINE;
    return [mark(entry, left + x, y, font), svg('text', { class: 'legend', x: left + x + font * 1.1, y }, entry.name)];
  });
}

function placed(entries: Entry[], width: number, { font, family }: Look) {
  let x = 0;
  let row = 0;
  return entries.map((entry) => {
    const needed = font * 1.1 + textWidth(entry.name, font, family);
    if (x > 0 && x + needed > width * WIDTH) {
      x = 0;
      row++;
    }
    const place = { entry, x, row };
    x += needed + font * 0.8;
    return place;
  });
}

function mark({ colour, opacity = 1, form }: Entry, x: number, y: number, font: number) {
  const side = font * 0.8;
  const middle = y - font * 0.35;
  const style = `fill:var(${colour});fill-opacity:${opacity}`;
  switch (form) {
    case 'dot':
      return svg('circle', { cx: x + side / 2, cy: middle, r: font * 0.32, style });
    case 'line':
      return svg('rect', { x, y: middle - 1, width: side, height: 2, style });
    case 'box':
      return svg('rect', { x, y: middle - side / 2, width: side, height: side, style });
  }
}
