import type { Spec } from './step-chart-spec';

/** Pixels beside the plot that still count as its edge for a pointer. */
const NEAR = 6;

/** The place of the steps in a chart, in its pixels, and the scales of its axes. */
export class Plot {
  readonly right: number;
  readonly floor: number;
  /** Where steps of height nothing lie. */
  readonly ground: number;

  constructor(
    readonly spec: Spec,
    readonly left: number,
    readonly top: number,
    readonly width: number,
    readonly height: number,
  ) {
    this.right = left + width;
    this.floor = top + height;
    const { low, high } = spec.yAxis;
    this.ground = this.down(Math.max(low, Math.min(spec.ground, high)));
  }

  /** Where a value of the horizontal axis stands. */
  across(value: number) {
    const { low, high } = this.spec.xAxis;
    return this.left + ((value - low) / (high - low)) * this.width;
  }

  /** Where a height on the drawn scale stands. */
  down(drawn: number) {
    const { low, high } = this.spec.yAxis;
    return this.floor - ((drawn - low) / (high - low)) * this.height;
  }

  /** Keeps a place within the plot. */
  clamp(x: number) {
    return Math.min(this.right, Math.max(this.left, x));
  }

  valueAt(x: number) {
    const { low, high } = this.spec.xAxis;
    return low + ((this.clamp(x) - this.left) / this.width) * (high - low);
  }

  holds(x: number, y: number) {
    return x >= this.left && x <= this.right && y >= this.top && y <= this.floor;
  }

  isNear(x: number, y: number) {
    return this.holds(this.clamp(x), y) && Math.abs(this.clamp(x) - x) <= NEAR;
  }
}
