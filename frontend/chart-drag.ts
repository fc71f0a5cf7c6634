/* Dragging across a chart: at once with mouse and pen, after a long press with a finger, so that a finger scrolls. */

export interface DragPoint {
  /** Pixels from the left and the top of the element. */
  x: number;
  y: number;
  clientX: number;
  clientY: number;
  /** Whether Alt asks for exactly this place. */
  free: boolean;
}

export interface DragPlan {
  mayBegin(x: number, y: number): boolean;
  begin(start: DragPoint): void;
  move(point: DragPoint): void;
  /** `done` is false where the drag was given up. */
  end(done: boolean): void;
}

/** Pixels a pointer moves before it drags; a finger that moves further while it presses does not mean to drag. */
const THRESHOLD = 4;
const UNSTEADY = 10;
const LONG_PRESS = 450;

export class Drag {
  #pointer = -1;
  #start?: PointerEvent;
  #last?: DragPoint;
  #active = false;
  #press = 0;
  /** The click that follows a drag is no click. */
  #dragged = false;
  #enabled = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly plan: DragPlan,
  ) {
    element.addEventListener('pointerdown', (event) => this.#down(event));
    element.addEventListener('pointermove', (event) => this.#move(event));
    element.addEventListener('pointerup', (event) => event.pointerId === this.#pointer && this.#finish(true));
    element.addEventListener('pointercancel', () => this.cancel());
    element.addEventListener('lostpointercapture', () => this.cancel());
    element.addEventListener('click', (event) => this.#dragged && event.stopImmediatePropagation());
    // A long press that selects opens no menu around the chart
    element.addEventListener('touchstart', (event) => this.#start && event.stopPropagation(), { passive: true });
    element.addEventListener('contextmenu', (event) => {
      if (this.#active) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
  }

  get isActive() {
    return this.#active;
  }

  set enabled(enabled: boolean) {
    if (enabled !== this.#enabled) {
      this.#enabled = enabled;
      this.cancel();
      // Only where needed: a page scrolls less smoothly over what may prevent it
      if (enabled) {
        this.element.addEventListener('touchmove', this.#keepFromScrolling, { passive: false });
      } else {
        this.element.removeEventListener('touchmove', this.#keepFromScrolling);
      }
    }
  }

  cancel() {
    this.#finish(false);
  }

  #down(event: PointerEvent) {
    this.cancel();
    this.#dragged = false;
    const { x, y } = this.#pointAt(event);
    if (this.#enabled && event.isPrimary && event.button === 0 && this.plan.mayBegin(x, y)) {
      this.#pointer = event.pointerId;
      this.#start = event;
      if (event.pointerType === 'touch') {
        this.#press = window.setTimeout(() => this.#begin(event), LONG_PRESS);
      }
    }
  }

  #move(event: PointerEvent) {
    if (event.pointerId !== this.#pointer || !this.#start) {
      return;
    }
    const moved = Math.hypot(event.clientX - this.#start.clientX, event.clientY - this.#start.clientY);
    if (!this.#active && event.pointerType === 'touch') {
      if (moved > UNSTEADY) {
        this.cancel();
      }
      return;
    }
    if (!this.#active && moved >= THRESHOLD) {
      this.#begin(event);
    }
    if (this.#active) {
      this.#last = this.#pointAt(event);
      this.plan.move(this.#last);
    }
  }

  #begin(event: PointerEvent) {
    this.#active = true;
    this.#dragged = true;
    this.element.setPointerCapture(event.pointerId);
    window.addEventListener('keydown', this.#key, { capture: true });
    window.addEventListener('keyup', this.#key, { capture: true });
    this.#last = this.#pointAt(this.#start!);
    this.plan.begin(this.#last);
  }

  #finish(done: boolean) {
    const wasActive = this.#active;
    window.clearTimeout(this.#press);
    window.removeEventListener('keydown', this.#key, { capture: true });
    window.removeEventListener('keyup', this.#key, { capture: true });
    this.#pointer = -1;
    this.#start = undefined;
    this.#active = false;
    if (wasActive) {
      this.plan.end(done);
    }
  }

  #pointAt({ clientX, clientY, altKey }: PointerEvent): DragPoint {
    const box = this.element.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top, clientX, clientY, free: altKey };
  }

  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.type === 'keydown') {
      this.cancel();
    } else if (event.key === 'Alt' && this.#last) {
      this.#last = { ...this.#last, free: event.type === 'keydown' };
      this.plan.move(this.#last);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #keepFromScrolling = (event: TouchEvent) => {
    if (this.#active) {
      event.preventDefault();
    }
  };
}
