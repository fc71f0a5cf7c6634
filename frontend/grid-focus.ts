import { placeOf, type Place } from './grid-drag';

const CHART = 'step-chart';
const ROW = '.hg-row';
const PANEL = '.hg-panel';
const TOOLS = 'button, a';

type Step = (rows: HTMLElement[][], row: number, column: number) => HTMLElement | undefined;

const inRow = (rows: HTMLElement[][], row: number, column: number) => {
  const charts = rows[row] ?? [];
  return charts[Math.min(column, charts.length - 1)];
};

const STEPS: Record<string, Step> = {
  ArrowLeft: (rows, row, column) => rows[row][column - 1],
  ArrowRight: (rows, row, column) => rows[row][column + 1],
  ArrowUp: (rows, row, column) => inRow(rows, row - 1, column),
  ArrowDown: (rows, row, column) => inRow(rows, row + 1, column),
  Home: (rows, row) => rows[row][0],
  End: (rows, row) => rows[row].at(-1),
};

/**
 * The keyboard in a grid of charts. Only one chart, and the buttons of its panel, are in the order of the Tab key; from
 * it the arrow keys go to the others. Enter opens a panel, a question mark asks for the list of keys.
 */
export class GridFocus {
  readonly #observer = new MutationObserver(() => this.#tidy());
  #current?: HTMLElement;

  constructor(
    readonly grid: HTMLElement,
    readonly onOpen: (place: Place) => void,
    readonly onHelp: () => void,
  ) {
    grid.addEventListener('keydown', (event) => this.#key(event));
    grid.addEventListener('focusin', (event) => this.#enter(event.target as HTMLElement));
  }

  connect() {
    this.#observer.observe(this.grid, { childList: true, subtree: true });
    this.#tidy();
  }

  disconnect() {
    this.#observer.disconnect();
  }

  #rows() {
    return [...this.grid.querySelectorAll<HTMLElement>(ROW)]
      .map((row) => [...row.querySelectorAll<HTMLElement>(CHART)])
      .filter((charts) => charts.length);
  }

  #key(event: KeyboardEvent) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const target = event.target as HTMLElement;
    if (event.key === '?') {
      event.preventDefault();
      this.onHelp();
    } else if (target.localName === CHART && !event.shiftKey) {
      this.#move(event, target);
    }
  }

  #move(event: KeyboardEvent, chart: HTMLElement) {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.onOpen(placeOf(this.grid, chart));
      return;
    }
    const step = STEPS[event.key];
    if (step) {
      const rows = this.#rows();
      const row = rows.findIndex((charts) => charts.includes(chart));
      event.preventDefault();
      step(rows, row, rows[row].indexOf(chart))?.focus();
    }
  }

  #enter(target: HTMLElement) {
    const chart = target.closest(PANEL)?.querySelector<HTMLElement>(CHART);
    if (chart && chart !== this.#current) {
      this.#current = chart;
      this.#tidy();
    }
  }

  /** The chart last used stays in the order of the Tab key, or the first one where that is gone. */
  #tidy() {
    const charts = this.#rows().flat();
    if (!this.#current || !charts.includes(this.#current)) {
      this.#current = charts[0];
    }
    for (const chart of charts) {
      const tabIndex = chart === this.#current ? 0 : -1;
      chart.tabIndex = tabIndex;
      chart.closest(PANEL)?.querySelectorAll<HTMLElement>(TOOLS).forEach((tool) => (tool.tabIndex = tabIndex));
    }
  }
}
