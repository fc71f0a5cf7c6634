import { drawIn, type Library } from './chart-library';
import type { Plot } from './chart-plot';

/*
 * Marks that the library places and the style sheet paints. It is asked for one line through all places of a shape,
 * whose corners then become dots or cells: its own scatter and heat map make an element of each, which takes ten times
 * as long for some thousands of them.
 */

export interface Shape {
  kind: 'dots' | 'cells' | 'band' | 'line';
  /** Name of the variable of the style sheet that holds the colour. */
  colour: string;
  opacity?: number;
  /** Diameter of a dot, in pixels. */
  size?: number;
  /** Width and height of a cell, in pixels; its place is its upper left corner. */
  cell?: [number, number];
  /** At least one place, in values of the axes. */
  places: [number, number][];
}

export function drawShapes(ApexCharts: Library, place: HTMLElement, plot: Plot, shapes: Shape[]) {
  const series = shapes.map(({ places }, index) => ({
    name: String(index),
    // The library draws no line through one place
    data: places.length === 1 ? [places[0], places[0]] : places,
  }));
  return drawIn(ApexCharts, place, plot, 'line', series);
}

/** Gives each shape its form and colour, once the library has drawn. */
export function paintShapes(place: HTMLElement, shapes: Shape[]) {
  for (const group of place.querySelectorAll<SVGGElement>('.apexcharts-series')) {
    const shape = shapes[Number(group.getAttribute('data:realIndex'))];
    const path = group.querySelector('path');
    if (shape && path) {
      path.setAttribute('d', formed(path.getAttribute('d') ?? '', shape));
      path.setAttribute('class', shape.kind);
      path.style.setProperty('--colour', `var(${shape.colour})`);
      path.style.setProperty('--size', `${shape.size ?? 1}px`);
      path.style.setProperty('--opacity', String(shape.opacity ?? 1));
    }
  }
}

function formed(corners: string, { kind, cell }: Shape) {
  if (kind === 'dots') {
    return corners.replace(/[ML] (\S+) ([^\sLMz]+)/g, 'M $1 $2 h 0');
  }
  if (kind === 'cells' && cell) {
    const [width, height] = cell;
    return corners.replace(/[ML] (\S+) ([^\sLMz]+)/g, `M $1 $2 h ${width} v ${height} h ${-width} z`);
  }
  return kind === 'band' ? `${corners} z` : corners;
}
