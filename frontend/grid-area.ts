import { GridDrag, placeOf } from './grid-drag';
import { GridFocus } from './grid-focus';

const MENU = 'vaadin-contextmenu';

/**
 * The rows and panels of a grid. One listener a kind serves all of them: `.hg-handle` drags its panel or row, which
 * ends in a `grid-move` event with `fromRow`, `fromColumn`, `toRow` and `toColumn`; `.hg-more` and Shift+F10 ask for
 * the menu of their panel or row, as a right click, a long press and the menu key do by themselves. Enter on a chart is a
 * `grid-open` event with `row` and `column`, a question mark a `grid-help` event.
 */
class GridArea extends HTMLElement {
  readonly #focus = new GridFocus(
    this,
    (detail) => this.dispatchEvent(new CustomEvent('grid-open', { detail })),
    () => this.dispatchEvent(new CustomEvent('grid-help')),
  );

  constructor() {
    super();
    this.addEventListener('pointerdown', (event) => this.#press(event));
    this.addEventListener('click', (event) => this.#click(event));
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  connectedCallback() {
    this.#focus.connect();
  }

  disconnectedCallback() {
    this.#focus.disconnect();
  }

  #press(event: PointerEvent) {
    const handle = (event.target as Element).closest<HTMLElement>('.hg-handle');
    if (!handle || event.button !== 0 || !event.isPrimary) {
      return;
    }
    // No text is selected, and a chart below hears of nothing
    event.preventDefault();
    event.stopPropagation();
    new GridDrag(this, handle, event, (from, to) => {
      const detail = { fromRow: from.row, fromColumn: from.column, toRow: to.row, toColumn: to.column };
      this.dispatchEvent(new CustomEvent('grid-move', { detail }));
    });
  }

  #click(event: MouseEvent) {
    const more = (event.target as Element).closest('.hg-more');
    if (more) {
      const { left, bottom } = more.getBoundingClientRect();
      this.#openMenu(more, left, bottom, event);
    }
  }

  #key(event: KeyboardEvent) {
    const target = event.target as Element;
    if (event.key === 'F10' && event.shiftKey && this.#hasMenu(target)) {
      event.preventDefault();
      const { left, top, width, height } = target.getBoundingClientRect();
      this.#openMenu(target, left + width / 2, top + height / 2, event);
    }
  }

  #openMenu(on: Element, x: number, y: number, sourceEvent: Event) {
    const event = new Event(MENU, { bubbles: true, cancelable: true, composed: true });
    on.dispatchEvent(Object.assign(event, { detail: { x, y, sourceEvent } }));
  }

  #hasMenu(element: Element) {
    return !!element.closest('.hg-panel, .hg-row-label, .hg-row-foot');
  }

  /** Asked before the menu opens: elsewhere in the grid the browser's own menu stays. */
  preventContextMenu(event: Event) {
    return !this.#hasMenu(event.target as Element);
  }

  /** Asked before the menu opens: what it is about. */
  getContextMenuBeforeOpenDetail(event: Event) {
    return placeOf(this, event.target as Element);
  }
}

customElements.define('grid-area', GridArea);
