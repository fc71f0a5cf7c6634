export const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host {
    display: block;
    position: relative;
    box-sizing: border-box;
    width: 100%;
    min-width: 0;
    aspect-ratio: var(--hg-chart-ratio, 1.4);
    contain: layout style;
    color: var(--hg-axis-text, currentColor);
    line-height: 1;
    font-variant-numeric: tabular-nums;
    border-radius: 2px;
    outline: none;
    touch-action: pan-y pinch-zoom;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }
  :host([hidden]) { display: none; }
  :host(:focus-visible) { outline: 2px solid var(--vaadin-focus-ring-color, currentColor); outline-offset: 2px; }
  .probe {
    position: absolute; top: 0; right: 0; visibility: hidden;
    width: calc(10px * var(--hg-chart-scale, 1)); height: calc(1px * var(--hg-chart-compact, 0));
  }
  svg.axes { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; }
  .waiting { position: absolute; inset: 0; display: grid; place-content: center; text-align: center; line-height: 1.3; }
  .plot { position: absolute; pointer-events: none; contain: size layout style; }
  .plot svg { display: block; overflow: hidden; background: none; }
  .plot svg.curves { position: absolute; inset: 0; }
  .apexcharts-inner { transform: none; }
  .apexcharts-inner > :not(.apexcharts-plot-series):not(defs), .plot foreignObject { display: none; }
  text { fill: currentColor; }
  .x { text-anchor: middle; }
  .y { text-anchor: end; }
  .title { text-anchor: middle; }
  .grid { stroke: var(--hg-grid-line, currentColor); }
  .axis { stroke: var(--hg-axis-line, currentColor); }
  .marker { stroke-dasharray: 3 2; }
  .marker-label { paint-order: stroke; stroke: var(--hg-surface, transparent); stroke-width: 3px; stroke-linejoin: round; }
  line { stroke-width: 1; shape-rendering: crispEdges; }
  .cursor { fill: var(--hg-cursor, transparent); }
  .band { fill: var(--hg-selection, Highlight); fill-opacity: var(--hg-selection-opacity, 0.2); }
  .selection-end { stroke: var(--hg-selection, Highlight); }
  path.area { stroke: none; fill: var(--colour); fill-opacity: var(--hg-fill-opacity, 0.42); }
  path.line { fill: none; stroke: var(--colour); stroke-width: 1px; }
  path.curve { fill: none; stroke: var(--colour); stroke-width: 1.5px; stroke-linejoin: round; }
  path.dots { fill: none; stroke: var(--colour); stroke-width: var(--size); stroke-linecap: round; stroke-opacity: var(--opacity); }
  path.cells { stroke: none; fill: var(--colour); fill-opacity: var(--opacity); shape-rendering: crispEdges; }
  path.band { stroke: none; fill: var(--colour); fill-opacity: var(--opacity); }
  .plot path.line { stroke-width: var(--size, 1px); stroke-linejoin: round; }
  .ring { fill: none; stroke: var(--hg-marker, currentColor); stroke-width: 1.5px; }
  .band.framed { stroke: var(--hg-selection, Highlight); }
  .shade { shape-rendering: crispEdges; }
  line.slanted { shape-rendering: auto; }
  .outlined path.area { fill: none; }
  .apexcharts-series.gone { display: none; }
  @media (forced-colors: active) { :host { forced-color-adjust: none; } }
`);
