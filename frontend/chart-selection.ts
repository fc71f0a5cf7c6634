import { Drag, type DragPoint } from './chart-drag';
import { hideTooltip, say, showTooltip, type TooltipContent, type TooltipOwner } from './chart-tooltip';

/** What is being selected, and what it is in words. */
export interface Draft<T> {
  part: T;
  content: TooltipContent;
  words: string;
}

/** Selecting a part of a chart, by dragging or by key: begun, extended, ended or given up. */
export abstract class ChartSelection<T> {
  readonly #drag: Drag;
  #selected?: T;
  /** Not yet told to anyone. */
  #draft?: Draft<T>;
  #start?: DragPoint;
  /** Where selecting by key started, as an index of a bin or a cell; -1 for none. */
  #anchor = -1;

  constructor(
    protected readonly chart: TooltipOwner,
    private readonly listener: { begin(): void; select(part?: T): void },
  ) {
    chart.addEventListener('pointerdown', () => this.cancel());
    this.#drag = new Drag(chart, {
      mayBegin: (x, y) => this.mayBegin(x, y),
      begin: (start) => this.#beginDrag(start),
      move: (point) => this.#extendDrag(point),
      end: (done) => this.#end(done),
    });
  }

  protected abstract mayBegin(x: number, y: number): boolean;

  /** What lies between two points; nothing where nothing is drawn. */
  protected abstract between(start: DragPoint, end: DragPoint): Draft<T> | undefined;

  /** From one bin or cell to another, both included, and where in the window the second is. */
  protected abstract across(anchor: number, index: number): (Draft<T> & { at: [number, number] }) | undefined;

  /** Whether it may be selected. */
  protected abstract accepts(part: T): boolean;

  /** Draws a part where it belongs in the plot as it is now, or nothing. */
  protected abstract drawPart(part?: T): void;

  set enabled(enabled: boolean) {
    this.#drag.enabled = enabled;
    if (!enabled) {
      this.cancel();
    }
  }

  /** Whether something is being selected, by pointer or by key. */
  get isActive() {
    return this.#drag.isActive || this.isByKey;
  }

  get isByKey() {
    return this.#anchor >= 0;
  }

  get selected(): T | undefined {
    return this.#selected;
  }

  set selected(part: T | undefined) {
    this.#selected = part;
    this.draw();
  }

  /** Starts selecting at a bin or a cell. */
  start(index: number) {
    this.#anchor = index;
    this.extend(index);
  }

  /** Selects from where it started to this one, both included. */
  extend(index: number) {
    const draft = this.across(this.#anchor, index);
    if (draft) {
      this.#draft = draft;
      this.draw();
      showTooltip(this.chart, draft.content, ...draft.at);
      say(`Selecting ${draft.words}`);
    }
  }

  /** Ends selecting by key, and tells what is selected. */
  finish() {
    this.#anchor = -1;
    this.#end(true);
  }

  /** Gives up what is being selected; what was selected before stays. */
  cancel() {
    this.#anchor = -1;
    this.#drag.cancel();
    this.#end(false);
  }

  clear() {
    this.selected = undefined;
    say('Selection cleared');
    this.listener.select();
  }

  draw() {
    this.drawPart(this.#draft?.part ?? this.#selected);
  }

  #beginDrag(start: DragPoint) {
    this.#anchor = -1;
    this.#start = start;
    this.listener.begin();
    this.#extendDrag(start);
  }

  #extendDrag(point: DragPoint) {
    const draft = this.#start && this.between(this.#start, point);
    if (draft) {
      this.#draft = draft;
      this.draw();
      showTooltip(this.chart, draft.content, point.clientX, point.clientY);
    }
  }

  #end(done: boolean) {
    const draft = this.#draft;
    if (draft) {
      this.#draft = undefined;
      hideTooltip(this.chart);
      if (done && this.accepts(draft.part)) {
        this.#selected = draft.part;
        say(`Selected ${draft.words}`);
        this.listener.select(draft.part);
      } else {
        say('Selection cancelled');
      }
      this.draw();
    }
  }
}

/** The edges nearest to two values, or those around where it is less than half a step. */
export function snapped(edges: number[], low: number, high: number): [number, number] {
  const nearest = (value: number) =>
    edges.reduce((best, edge) => (Math.abs(edge - value) < Math.abs(best - value) ? edge : best), edges[0]);
  const [from, to] = [nearest(low), nearest(high)];
  if (from < to) {
    return [from, to];
  }
  const middle = low + (high - low) / 2;
  const right = Math.max(1, edges.findIndex((edge, index) => edge > middle || index === edges.length - 1));
  return [edges[right - 1], edges[right]];
}
