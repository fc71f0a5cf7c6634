import { type BandPlot, type BandSpec, contentOf, legendOf, shapesOf } from './band-spec';
import type { Axes } from './chart-axes';
import { ChartElement } from './chart-element';
import { drawEntries, entriesHeight } from './chart-legend';
import type { Library } from './chart-library';
import { drawLines } from './chart-lines';
import { drawShapes, paintShapes, type Shape } from './chart-shapes';
import { type Look, svg } from './chart-svg';
import { hideTooltip, say, sentence, showTooltip } from './chart-tooltip';
import { actionOf, type KeyAction } from './step-chart-keys';

/**
 * How a score lies in each of a row of layers.
 *
 * Its property `spec` holds all that is shown, as written by the server.
 *
 * Events: `band-chart-drawn` after each drawing, `band-chart-layer` with `detail.layer` when a layer is clicked or
 * chosen with Enter.
 */
class BandChart extends ChartElement<BandSpec> {
  #shapes: Shape[] = [];
  /** The layer that is read, -1 for none. */
  #layer = -1;
  readonly #cursor = svg('g');

  constructor() {
    super(['spec']);
    this.listen();
  }

  protected read(text: string) {
    return JSON.parse(text) as BandSpec;
  }

  protected override head(spec: BandSpec, width: number, look: Look) {
    return entriesHeight(legendOf(spec), width, look);
  }

  protected layers({ plot, back, front }: Axes<BandSpec>) {
    const legend = drawEntries(legendOf(plot.spec), plot.left, plot.top, this.clientWidth, this.look!);
    this.back.replaceChildren(...back, ...legend);
    this.front.replaceChildren(this.#cursor, ...front, ...drawLines(plot.spec.lines, plot, this.look!));
  }

  protected marks(ApexCharts: Library, plot: BandPlot) {
    this.#shapes = shapesOf(plot.spec);
    return drawShapes(ApexCharts, this.place, plot, this.#shapes);
  }

  protected dress() {}

  protected finish() {
    paintShapes(this.place, this.#shapes);
  }

  protected point(event: PointerEvent) {
    const layer = this.#layerUnder(event);
    if (layer < 0) {
      this.leave();
    } else {
      this.#show(layer, event.clientX, event.clientY);
    }
  }

  protected away() {
    this.leave();
  }

  protected clicked(event: MouseEvent) {
    this.#choose(this.#layerUnder(event));
  }

  protected key(event: KeyboardEvent) {
    const action = actionOf(event, {
      inGrid: false,
      isShown: this.#layer >= 0,
      isRead: this.#layer >= 0,
      isSelectable: false,
      isSelecting: false,
    });
    if (this.drawn && action) {
      this.#do(action, this.drawn.spec.labels.length - 1);
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #do(action: KeyAction, last: number) {
    const layer = this.#layer;
    switch (action) {
      case 'next':
        return this.#readLayer(Math.min(last, layer + 1));
      case 'previous':
        return this.#readLayer(layer < 0 ? last : Math.max(0, layer - 1));
      case 'first':
        return this.#readLayer(0);
      case 'last':
        return this.#readLayer(last);
      case 'choose':
        return this.#choose(layer);
      default:
        return this.leave();
    }
  }

  leave() {
    this.#layer = -1;
    this.#cursor.replaceChildren();
    hideTooltip(this);
  }

  protected quit() {
    this.leave();
  }

  #layerUnder(event: MouseEvent) {
    const plot = this.drawn;
    const box = this.getBoundingClientRect();
    const x = event.clientX - box.left;
    if (!plot?.holds(x, event.clientY - box.top)) {
      return -1;
    }
    return Math.max(0, Math.min(plot.spec.labels.length - 1, Math.round(plot.valueAt(x))));
  }

  #show(layer: number, x: number, y: number) {
    const plot = this.drawn!;
    const content = contentOf(plot.spec, layer);
    const left = plot.across(layer - 0.5);
    const width = plot.across(layer + 0.5) - left;
    this.#layer = layer;
    this.#cursor.replaceChildren(svg('rect', { class: 'cursor', x: left, y: plot.top, width, height: plot.height }));
    showTooltip(this, content, x, y);
    return content;
  }

  /** Reads a layer beside its middle, and aloud. */
  #readLayer(layer: number) {
    const plot = this.drawn!;
    const box = this.getBoundingClientRect();
    say(sentence(this.#show(layer, box.left + plot.across(layer), box.top + plot.top)));
  }

  #choose(layer: number) {
    if (layer >= 0) {
      this.tell('band-chart-layer', { layer });
    }
  }
}

customElements.define('band-chart', BandChart);
