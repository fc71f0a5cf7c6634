/** A row, or one of its panels; gaps count before which of them something would stand. */
export interface Place {
  row: number;
  column: number;
}

/** What a handle moves. Rows have no column. */
interface Source extends Place {
  element: HTMLElement;
  isRow: boolean;
}

interface Line {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Target extends Place {
  line: Line;
}

const ROW = '.hg-row';
const PANEL = '.hg-panel';
const PANELS = '.hg-panels';
const BODY = '.hg-row-body';

/** Pixels a pointer moves before it drags: less is a click. */
const STILL = 4;
/** Near this edge of what scrolls, in pixels, it scrolls while something is dragged. */
const SCROLL_EDGE = 56;
const SCROLL_STEP = 14;
const LINE = 3;

const rowsOf = (grid: HTMLElement) => [...grid.querySelectorAll<HTMLElement>(ROW)];
const panelsOf = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>(PANEL)];

/** The row and the panel that an element lies in; -1 where it lies in none. */
export function placeOf(grid: HTMLElement, element: Element): Place {
  const row = element.closest<HTMLElement>(ROW);
  const panel = element.closest<HTMLElement>(PANEL);
  return {
    row: row ? rowsOf(grid).indexOf(row) : -1,
    column: row && panel ? panelsOf(row).indexOf(panel) : -1,
  };
}

/**
 * Drags a row or a panel by its handle, from one pointer press to its release. A line shows where it would go; Escape
 * and a press that is taken away leave it where it is.
 */
export class GridDrag {
  readonly #source: Source;
  readonly #line = document.createElement('div');
  readonly #name = document.createElement('div');
  readonly #end = new AbortController();
  #isMoving = false;
  #x: number;
  #y: number;
  #frame = 0;
  #target?: Target;

  constructor(
    readonly grid: HTMLElement,
    readonly handle: HTMLElement,
    start: PointerEvent,
    readonly onDrop: (from: Place, to: Place) => void,
  ) {
    const place = placeOf(grid, handle);
    const isRow = place.column < 0;
    this.#source = { ...place, isRow, element: handle.closest<HTMLElement>(isRow ? ROW : PANEL)! };
    this.#x = start.clientX;
    this.#y = start.clientY;
    this.#line.className = 'hg-drop-line';
    this.#name.className = 'hg-drag-name';
    this.#name.textContent = handle.title.split(':')[0];
    const { signal } = this.#end;
    handle.setPointerCapture(start.pointerId);
    handle.addEventListener('pointermove', (event) => this.#move(event), { signal });
    handle.addEventListener('pointerup', () => this.#drop(), { signal });
    handle.addEventListener('lostpointercapture', () => this.#stop(), { signal });
    document.addEventListener('keydown', (event) => this.#key(event), { signal, capture: true });
  }

  #move(event: PointerEvent) {
    const distance = Math.hypot(event.clientX - this.#x, event.clientY - this.#y);
    if (!this.#isMoving && distance < STILL) {
      return;
    }
    this.#x = event.clientX;
    this.#y = event.clientY;
    if (!this.#isMoving) {
      this.#isMoving = true;
      this.#source.element.toggleAttribute('data-dragged', true);
      document.body.append(this.#line, this.#name);
      this.#frame = requestAnimationFrame(() => this.#scroll());
    }
    this.#show();
  }

  #show() {
    this.#target = this.#source.isRow ? this.#gapOfRows() : this.#gapOfPanels();
    this.#name.style.translate = `${this.#x + 12}px ${this.#y + 12}px`;
    const line = this.#target?.line;
    this.#line.hidden = !line;
    if (line) {
      this.#line.style.translate = `${line.left}px ${line.top}px`;
      this.#line.style.width = `${line.width}px`;
      this.#line.style.height = `${line.height}px`;
    }
  }

  #gapOfRows(): Target | undefined {
    const boxes = rowsOf(this.grid).map((row) => row.getBoundingClientRect());
    const after = boxes.filter((box) => this.#y > box.top + box.height / 2).length;
    const above = boxes[after - 1];
    const below = boxes[after];
    const edge = above && below ? (above.bottom + below.top) / 2 : below ? below.top : above.bottom;
    const { left, width } = (below ?? above)!;
    return { row: after, column: -1, line: { left, top: edge - LINE / 2, width, height: LINE } };
  }

  #gapOfPanels(): Target | undefined {
    const rows = rowsOf(this.grid);
    const row = nearest(rows, (box) => distance(this.#y, box.top, box.bottom));
    const panels = row ? panelsOf(row) : [];
    if (!row) {
      return undefined;
    }
    if (!panels.length) {
      const { left, top, height } = row.querySelector(BODY)!.getBoundingClientRect();
      return { row: rows.indexOf(row), column: 0, line: { left, top, width: LINE, height } };
    }
    // Where a row breaks into lines, the line under the pointer comes first
    const panel = nearest(
      panels,
      (box) => 10_000 * distance(this.#y, box.top, box.bottom) + distance(this.#x, box.left, box.right),
    )!;
    const box = panel.getBoundingClientRect();
    const isAfter = this.#x > box.left + box.width / 2;
    const gap = parseFloat(getComputedStyle(row.querySelector(PANELS)!).columnGap) || 0;
    const edge = isAfter ? box.right + gap / 2 : box.left - gap / 2;
    return {
      row: rows.indexOf(row),
      column: panels.indexOf(panel) + Number(isAfter),
      line: { left: edge - LINE / 2, top: box.top, width: LINE, height: box.height },
    };
  }

  /** Scrolls whatever scrolls around the pointer while it is near an edge. */
  #scroll() {
    for (let part: Element | null = this.grid; part; part = part.parentElement) {
      const isPage = part === document.documentElement;
      const box = isPage ? new DOMRect(0, 0, innerWidth, innerHeight) : part.getBoundingClientRect();
      if (isPage || /auto|scroll/.test(getComputedStyle(part).overflow)) {
        part.scrollBy(stepAt(this.#x, box.left, box.right), stepAt(this.#y, box.top, box.bottom));
      }
    }
    this.#show();
    this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  #key(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#stop();
    }
  }

  #drop() {
    const { row, column } = this.#source;
    const target = this.#target;
    const staysBy = (from: number, gap: number) => gap === from || gap === from + 1;
    this.#stop();
    if (target && !(this.#source.isRow ? staysBy(row, target.row) : target.row === row && staysBy(column, target.column))) {
      this.onDrop({ row, column }, { row: target.row, column: target.column });
    }
  }

  #stop() {
    this.#end.abort();
    cancelAnimationFrame(this.#frame);
    this.#target = undefined;
    this.#source.element.removeAttribute('data-dragged');
    this.#line.remove();
    this.#name.remove();
  }
}

const distance = (at: number, from: number, to: number) => Math.max(0, from - at, at - to);

function stepAt(at: number, from: number, to: number) {
  if (at < from + SCROLL_EDGE) {
    return -SCROLL_STEP;
  }
  return at > to - SCROLL_EDGE ? SCROLL_STEP : 0;
}

function nearest(elements: HTMLElement[], far: (box: DOMRect) => number) {
  let best: HTMLElement | undefined;
  let least = Infinity;
  for (const element of elements) {
    const value = far(element.getBoundingClientRect());
    if (value < least) {
      least = value;
      best = element;
    }
  }
  return best;
}
