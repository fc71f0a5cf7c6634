/** One axis as the server writes it; ticks stand on the drawn, always linear scale. */
export interface Axis {
  low: number;
  high: number;
  title: string;
  ticks: number[];
  labels: string[];
}

export interface Scales {
  xAxis: Axis;
  yAxis: Axis;
  /** Where steps of height nothing lie, on the drawn scale of the height axis; its low end where left out. */
  ground?: number;
}

/** Scales with what is said of the chart to those who do not see it. */
export interface Described extends Scales {
  description: string;
  /** The numbers in words. */
  summary?: string;
}

/** Pixels beside the plot that still count as its edge for a pointer. */
const NEAR = 6;

/** The place of what is drawn in a chart, in its pixels, and the scales of its axes. */
export class Plot<S extends Scales = Scales> {
  readonly right: number;
  readonly floor: number;
  /** Where steps of height nothing lie. */
  readonly ground: number;

  constructor(
    readonly spec: S,
    readonly left: number,
    readonly top: number,
    readonly width: number,
    readonly height: number,
  ) {
    this.right = left + width;
    this.floor = top + height;
    const { low, high } = spec.yAxis;
    this.ground = this.down(Math.max(low, Math.min(spec.ground ?? low, high)));
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

  clampDown(y: number) {
    return Math.min(this.floor, Math.max(this.top, y));
  }

  valueAt(x: number) {
    const { low, high } = this.spec.xAxis;
    return low + ((this.clamp(x) - this.left) / this.width) * (high - low);
  }

  /** The height, on the drawn scale, at a place; that of the nearest end beside the plot. */
  heightAt(y: number) {
    const { low, high } = this.spec.yAxis;
    return low + ((this.floor - this.clampDown(y)) / this.height) * (high - low);
  }

  holds(x: number, y: number) {
    return x >= this.left && x <= this.right && y >= this.top && y <= this.floor;
  }

  isNear(x: number, y: number) {
    return this.holds(this.clamp(x), y) && Math.abs(this.clamp(x) - x) <= NEAR;
  }
}
