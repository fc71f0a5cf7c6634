/** Elements in which the same keys undo what was typed. */
const TYPING =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable]:not([contenteditable="false"])';

/**
 * While it is on the page: Ctrl+Z or Cmd+Z is the event `edit-undo`, the same with Shift and Ctrl+Y are `edit-redo`.
 * Not while somebody types in a field.
 */
class EditKeys extends HTMLElement {
  readonly #listen = (event: KeyboardEvent) => this.#key(event);

  connectedCallback() {
    document.addEventListener('keydown', this.#listen);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#listen);
  }

  #key(event: KeyboardEvent) {
    const held = (event.ctrlKey || event.metaKey) && !event.altKey;
    const inField = event.composedPath().some((node) => node instanceof Element && node.matches(TYPING));
    if (!held || inField || event.defaultPrevented) {
      return;
    }
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' ? !event.shiftKey && !event.metaKey : key === 'z' && event.shiftKey;
    const isUndo = key === 'z' && !event.shiftKey;
    if (isUndo || isRedo) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent(isUndo ? 'edit-undo' : 'edit-redo'));
    }
  }
}

customElements.define('edit-keys', EditKeys);
