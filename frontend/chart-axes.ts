import { Plot, type Scales } from './chart-plot';
import { line, type Look, sharp, svg, textWidth } from './chart-svg';

const TICK = 4;
/** Fewest characters the height labels get room for, so that panels under each other line up. */
const LABEL_CHARACTERS = 4;
const COMPACT_CHARACTERS = 2;
/** Free space between two labels of an axis, below which some are left out, as a share of their size. */
const SPACE_ACROSS = 0.7;
const SPACE_DOWN = 0.25;
/** A title is written smaller where it does not fit, but not smaller than this share of its size; then it is cut. */
const SMALLEST_TITLE = 0.8;
/** Fewest characters that still say something. */
const SHORTEST_TITLE = 6;
/** Least share of a chart that belongs to the plot; titles give way first, then labels. */
const PLOT_SHARE = 0.45;
const ROUNDING = 0.01;

/** Between a tick and its label. */
const gap = ({ font }: Look) => TICK + Math.round(font * 0.3);

interface Tick {
  at: number;
  label: string;
}

/** What is drawn around the marks: `back` under them, `front` over them. */
export interface Axes<S extends Scales = Scales> {
  plot: Plot<S>;
  back: SVGElement[];
  front: SVGElement[];
}

/** @param head pixels above the plot that belong to something else */
export function drawAxes<S extends Scales>(spec: S, width: number, height: number, look: Look, head = 0): Axes<S> {
  const room = roomAround(spec, width, height, look, head);
  const { left, top, right, bottom } = room;
  const plot = new Plot(spec, left, top, Math.max(1, width - left - right), Math.max(1, height - top - bottom));
  const back: SVGElement[] = [];
  const front: SVGElement[] = [];
  drawHeights(plot, look, room.heightLabels, back);
  drawValues(plot, look, room.valueLabels, width, front);
  front.push(line('axis', [plot.left, sharp(plot.floor)], [plot.right, sharp(plot.floor)]));
  if (plot.ground < plot.floor - 0.5) {
    front.push(line('axis', [plot.left, sharp(plot.ground)], [plot.right, sharp(plot.ground)]));
  }
  if (room.valueTitle) {
    const { text, size, length } = room.valueTitle;
    const x = Math.min(width - length / 2, Math.max(length / 2, plot.left + plot.width / 2));
    front.push(svg('text', { class: 'title', x, y: height - look.titleFont / 3, 'font-size': size }, text));
  }
  if (room.heightTitle) {
    const { text, size, length } = room.heightTitle;
    const y = Math.min(height - length / 2, Math.max(length / 2, plot.top + plot.height / 2));
    const transform = `translate(${look.titleFont * 0.84} ${y}) rotate(-90)`;
    back.push(svg('text', { class: 'title', transform, 'font-size': size }, text));
  }
  return { plot, back, front };
}

interface Title {
  text: string;
  size: number;
  length: number;
}

/** Margins, and which labels and titles there is room for. */
function roomAround({ xAxis, yAxis }: Scales, width: number, height: number, look: Look, head: number) {
  const { font, titleFont, family, compact, titles, heights } = look;
  const titleRoom = titleFont * 1.5;
  const characters = '0'.repeat(compact ? COMPACT_CHARACTERS : LABEL_CHARACTERS);
  const labelWidth = Math.ceil(Math.max(...[...yAxis.labels, characters].map((text) => textWidth(text, font, family))));
  const top = Math.round(font * 0.73 + head);
  const right = Math.round(font * 1.1);
  const edge = Math.ceil(font / 2);

  const labelsLeft = labelWidth + gap(look);
  const heightLabels = heights && width - labelsLeft - right >= PLOT_SHARE * width;
  const heightTitle =
    titles && heightLabels && !compact && width - labelsLeft - titleRoom - right >= PLOT_SHARE * width
      ? fitting(yAxis.title, height, look)
      : undefined;

  const labelsBelow = Math.round(gap(look) + font * 1.37);
  const valueLabels = height - top - labelsBelow >= PLOT_SHARE * height;
  const valueTitle =
    titles && valueLabels && height - top - labelsBelow - titleRoom >= PLOT_SHARE * height
      ? fitting(xAxis.title, width, look)
      : undefined;

  return {
    left: (heightLabels ? labelsLeft : edge) + (heightTitle ? titleRoom : 0),
    top,
    right,
    bottom: (valueLabels ? labelsBelow : edge) + (valueTitle ? titleRoom : 0),
    heightLabels,
    heightTitle,
    valueLabels,
    valueTitle,
  };
}

function fitting(text: string, room: number, { titleFont, family }: Look): Title | undefined {
  const wanted = textWidth(text, titleFont, family);
  if (!text) {
    return undefined;
  }
  if (wanted * SMALLEST_TITLE <= room) {
    const share = Math.min(1, room / wanted);
    return { text, size: titleFont * share, length: wanted * share };
  }
  const size = titleFont * SMALLEST_TITLE;
  for (let length = text.length - 1; length >= SHORTEST_TITLE; length--) {
    const cut = `${text.slice(0, length).trimEnd()}\u2026`;
    if (textWidth(cut, size, family) <= room) {
      return { text: cut, size, length: textWidth(cut, size, family) };
    }
  }
  return undefined;
}

function drawHeights(plot: Plot, look: Look, withLabels: boolean, back: SVGElement[]) {
  const { ticks, labels } = plot.spec.yAxis;
  const shown = ticks
    .map((tick, index) => ({ tick, at: plot.down(tick), label: labels[index] }))
    .filter(({ at }) => at >= plot.top - ROUNDING && at <= plot.floor + ROUNDING);
  for (const { at } of shown) {
    if (at < plot.floor - ROUNDING) {
      back.push(line('grid', [plot.left, sharp(at)], [plot.right, sharp(at)]));
    }
  }
  if (withLabels) {
    const size = look.font * (1 + SPACE_DOWN);
    const x = plot.left - gap(look);
    for (const { at, label } of thinned(shown, () => size)) {
      back.push(svg('text', { class: 'y', x, y: at + look.font * 0.36 }, label));
    }
  }
}

function drawValues(plot: Plot, look: Look, withLabels: boolean, width: number, front: SVGElement[]) {
  const { ticks, labels } = plot.spec.xAxis;
  const length = (label: string) => textWidth(label, look.font, look.family);
  // A label at an end of the axis moves in rather than leave the chart
  const inside = (at: number, label: string) =>
    Math.max(length(label) / 2, Math.min(width - length(label) / 2, at));
  const shown = ticks
    .map((tick, index) => ({ tick, at: plot.across(tick), label: labels[index] }))
    .filter(({ at }) => at >= plot.left - ROUNDING && at <= plot.right + ROUNDING);
  for (const { at } of shown) {
    front.push(line('axis', [sharp(at), plot.floor], [sharp(at), plot.floor + TICK]));
  }
  if (withLabels) {
    const y = plot.floor + gap(look) + look.font * 0.8;
    const placed = shown.map((tick) => ({ ...tick, at: inside(tick.at, tick.label) }));
    const space = look.font * SPACE_ACROSS;
    for (const { at, label } of thinned(placed, (text) => length(text) + space)) {
      front.push(svg('text', { class: 'x', x: at, y }, label));
    }
  }
}

/** Every, every second, every third ... label, counted from zero, until none touches the next. */
function thinned<T extends Tick & { tick: number }>(ticks: T[], size: (label: string) => number) {
  const labelled = ticks.filter(({ label }) => label);
  const zero = Math.max(0, labelled.findIndex(({ tick }) => tick === 0));
  const sizes = labelled.map(({ label }) => size(label));
  for (let every = 1; every < labelled.length; every++) {
    const kept = labelled.map((_, index) => index).filter((index) => (index - zero) % every === 0);
    const apart = (left: number, right: number) =>
      Math.abs(labelled[right].at - labelled[left].at) >= (sizes[left] + sizes[right]) / 2;
    if (kept.every((index, place) => place === 0 || apart(kept[place - 1], index))) {
      return kept.map((index) => labelled[index]);
    }
  }
  return labelled.slice(zero, zero + 1);
}
