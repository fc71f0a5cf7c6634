/* Small tools for what is drawn beside the steps. */

const FONT = 11;
const TITLE_FONT = 12;
const COMPACT_FONT = 9;
/** Charts narrower than this are compact without being told, times their scale. */
const COMPACT_WIDTH = 200;

/** How large and in which font a chart writes. */
export interface Look {
  family: string;
  /** Size of labels in pixels. */
  font: number;
  titleFont: number;
  compact: boolean;
  titles: boolean;
  heights: boolean;
}

/**
 * The style sheet says by `--hg-chart-scale` how much larger texts are, by `--hg-chart-compact: 1` that little room is
 * left, and by `--hg-chart-titles: none` and `--hg-chart-heights: none` that titles and the labels of heights stand
 * elsewhere.
 */
export function lookOf(element: HTMLElement): Look {
  const style = getComputedStyle(element);
  const scale = parseFloat(style.getPropertyValue('--hg-chart-scale')) || 1;
  const compact =
    parseFloat(style.getPropertyValue('--hg-chart-compact')) > 0 || element.clientWidth < COMPACT_WIDTH * scale;
  return {
    family: style.fontFamily,
    font: (compact ? COMPACT_FONT : FONT) * scale,
    titleFont: (compact ? COMPACT_FONT : TITLE_FONT) * scale,
    compact,
    titles: style.getPropertyValue('--hg-chart-titles') !== 'none',
    heights: style.getPropertyValue('--hg-chart-heights') !== 'none',
  };
}

let pencil: CanvasRenderingContext2D | null = null;

export function textWidth(text: string, size: number, family: string) {
  pencil ??= document.createElement('canvas').getContext('2d');
  if (!pencil) {
    return text.length * size * 0.6;
  }
  pencil.font = `${size}px ${family}`;
  return pencil.measureText(text).width;
}

export function svg(name: string, attributes: Record<string, string | number> = {}, text = '') {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, String(value));
  }
  node.textContent = text;
  return node;
}

export function line(kind: string, from: [number, number], to: [number, number]) {
  return svg('line', { class: kind, x1: from[0], y1: from[1], x2: to[0], y2: to[1] });
}

/** The middle of a device pixel, where a line of one pixel is sharp. */
export const sharp = (value: number) => Math.floor(value) + 0.5;
