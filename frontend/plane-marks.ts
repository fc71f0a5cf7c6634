import type { Shape } from './chart-shapes';
import { type Cells, greatest, type PlanePlot, type Points } from './plane-spec';

/** Shades of cells, each standing for as large a ratio of counts. */
const LEVELS = 12;
const FAINTEST = 0.16;
export const CELL_COLOUR = '--hg-class-1';

/** Diameters of dots by how many there are. */
const SIZES: [atMost: number, size: number][] = [
  [300, 6],
  [1500, 4.5],
  [Infinity, 3.2],
];
const DOT_OPACITY = 0.75;

export function shapesOf(plot: PlanePlot): Shape[] {
  const { points, cells } = plot.spec;
  return points ? dots(points) : cells ? shades(cells, plot) : [];
}

function dots({ x, y, kindOf, kinds }: Points): Shape[] {
  const size = SIZES.find(([atMost]) => x.length <= atMost)![1];
  return kinds
    .map(({ colour }, kind): Shape => {
      const places = x.flatMap((at, index): [number, number][] => (kindOf[index] === kind ? [[at, y[index]]] : []));
      return { kind: 'dots', colour, opacity: DOT_OPACITY, size, places };
    })
    .filter(({ places }) => places.length);
}

function shades({ x, y, counts }: Cells, plot: PlanePlot): Shape[] {
  const most = greatest(counts);
  const columns = x.length - 1;
  const cell: [number, number] = [plot.across(x[1]) - plot.across(x[0]), plot.down(y[0]) - plot.down(y[1])];
  const levels = Array.from({ length: LEVELS }, (): [number, number][] => []);
  counts.forEach((count, index) => {
    if (count > 0) {
      levels[levelOf(count, most)].push([x[index % columns], y[Math.floor(index / columns) + 1]]);
    }
  });
  return levels
    .map((places, level): Shape => ({ kind: 'cells', colour: CELL_COLOUR, opacity: shadeOf(level), cell, places }))
    .filter(({ places }) => places.length);
}

function levelOf(count: number, most: number) {
  return most <= 1 ? LEVELS - 1 : Math.round((Math.log(count) / Math.log(most)) * (LEVELS - 1));
}

function shadeOf(level: number) {
  return FAINTEST + ((1 - FAINTEST) * level) / (LEVELS - 1);
}

/** The shades from the least to the greatest count. */
export const allShades = Array.from({ length: LEVELS }, (_, level) => shadeOf(level));
