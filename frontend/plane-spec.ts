/* What a plane shows, as the server writes it, and how its cells are found. */

import type { ReferenceLine } from './chart-lines';
import type { Described, Plot } from './chart-plot';

export interface Kind {
  name: string;
  colour: string;
}

export interface Points {
  x: number[];
  y: number[];
  /** For each point the index of its kind. */
  kindOf: number[];
  kinds: Kind[];
  /** For each point what it is called; empty where they have no names. */
  names: string[];
}

/** Counts between edges, row by row from the lowest. */
export interface Cells {
  x: number[];
  y: number[];
  counts: number[];
}

interface SentPlane extends Described {
  unit: string;
  xDigits: number;
  yDigits: number;
  points?: Points;
  cells?: Cells;
  lines: ReferenceLine[];
}

export interface PlaneSpec extends SentPlane {
  /** What is walked through by key: the cells, or cells made of the points. */
  grid: Cells;
}

export type PlanePlot = Plot<PlaneSpec>;

export interface Part {
  fromX: number;
  toX: number;
  fromY: number;
  toY: number;
}

/** Cells along each axis that points are counted in for the keyboard. */
const STEPS = 20;

export function readPlane(text: string): PlaneSpec {
  const spec = JSON.parse(text) as SentPlane;
  return { ...spec, grid: spec.cells ?? counted(spec) };
}

function counted({ xAxis, yAxis, points }: SentPlane): Cells {
  const edges = ({ low, high }: { low: number; high: number }) =>
    Array.from({ length: STEPS + 1 }, (_, step) => low + ((high - low) * step) / STEPS);
  const grid = { x: edges(xAxis), y: edges(yAxis), counts: new Array<number>(STEPS * STEPS).fill(0) };
  points?.x.forEach((x, index) => {
    const cell = cellAt(grid, x, points.y[index]);
    if (cell >= 0) {
      grid.counts[cell]++;
    }
  });
  return grid;
}

export const columns = ({ x }: Cells) => x.length - 1;
export const rows = ({ y }: Cells) => y.length - 1;

/** The cell that holds a place, -1 where none does. */
export function cellAt(cells: Cells, x: number, y: number) {
  const column = stepAt(cells.x, x);
  const row = stepAt(cells.y, y);
  return column < 0 || row < 0 ? -1 : row * columns(cells) + column;
}

export function partOf(cells: Cells, cell: number): Part {
  const column = cell % columns(cells);
  const row = Math.floor(cell / columns(cells));
  return { fromX: cells.x[column], toX: cells.x[column + 1], fromY: cells.y[row], toY: cells.y[row + 1] };
}

/** The smallest part that holds two others. */
export function around(one: Part, other: Part): Part {
  return {
    fromX: Math.min(one.fromX, other.fromX),
    toX: Math.max(one.toX, other.toX),
    fromY: Math.min(one.fromY, other.fromY),
    toY: Math.max(one.toY, other.toY),
  };
}

/** Closed on the left and open on the right, the last step closed on both sides. */
function stepAt(edges: number[], value: number) {
  const last = edges.length - 2;
  if (value < edges[0] || value > edges[last + 1]) {
    return -1;
  }
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle] <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

export const greatest = (counts: number[]) => counts.reduce((most, count) => Math.max(most, count), 0);

export function fullest({ counts }: Cells) {
  return counts.reduce((best, count, cell) => (count > counts[best] ? cell : best), 0);
}

/** How many points lie in a part: exact over cells only where it runs along their edges. */
export function countIn({ points, grid }: PlaneSpec, { fromX, toX, fromY, toY }: Part) {
  const holds = (x: number, y: number) => x >= fromX && x <= toX && y >= fromY && y <= toY;
  if (points) {
    return points.x.filter((x, index) => holds(x, points.y[index])).length;
  }
  return grid.counts.reduce((sum, count, cell) => {
    const part = partOf(grid, cell);
    return holds((part.fromX + part.toX) / 2, (part.fromY + part.toY) / 2) ? sum + count : sum;
  }, 0);
}
