/* One tooltip for all charts of the page, and one place where it is read out. */

export interface TooltipRow {
  name: string;
  colour: string;
  count: number;
  height?: number;
}

export interface TooltipContent {
  low: string;
  high: string;
  /** Whether the bin is the last one, which holds its upper edge. */
  last: boolean;
  /** What a height is called; empty where it is the count. */
  heightName: string;
  rows: TooltipRow[];
}

/** A chart, which ends reading off when what it points at has moved away. */
export interface TooltipOwner extends Element {
  leave(): void;
}

/** Distance from the pointer and from the edges of the window, in pixels. */
const AWAY = 14;
const MARGIN = 4;
const THIN_SPACE = '\u202f';
const MINUS = '\u2212';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: contents; }
  .tip {
    position: fixed; inset: 0 auto auto 0; margin: 0; padding: 6px 9px; border: 1px solid var(--hg-axis-line, currentColor);
    border-radius: 6px; background: var(--hg-tooltip, Canvas); color: var(--hg-axis-text, CanvasText);
    box-shadow: 0 2px 8px var(--hg-tooltip-shadow, transparent); pointer-events: none; width: max-content; max-width: none;
    font-size: 12px; line-height: 1.4; font-variant-numeric: tabular-nums; white-space: nowrap; overflow: visible;
  }
  .tip:not(:popover-open) { display: none; }
  .range { font-weight: 600; }
  table { border-collapse: collapse; width: 100%; }
  td, th { padding: 0; font-weight: inherit; }
  td:not(:first-child), th:not(:first-child) { padding-left: 12px; text-align: right; }
  th { font-size: 11px; opacity: 0.75; text-align: left; }
  .mark { display: inline-block; width: 9px; height: 9px; margin-right: 6px; border-radius: 2px; }
  .aloud { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`);

let host: HTMLElement | undefined;
let tip: HTMLElement;
let aloudPlace: HTMLElement;
let owner: TooltipOwner | undefined;

function make() {
  host = document.createElement('step-chart-tooltip');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  tip = element('div', 'tip');
  // The top layer: over dialogs too
  tip.popover = 'manual';
  // What it says is read out by the place below
  tip.setAttribute('aria-hidden', 'true');
  aloudPlace = element('div', 'aloud');
  aloudPlace.setAttribute('aria-live', 'polite');
  root.append(tip, aloudPlace);
  window.addEventListener('scroll', () => owner?.leave(), { capture: true, passive: true });
}

function element(name: string, className = '', text = '') {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text;
  return node;
}

/** Thousands apart from five digits on. */
function whole(count: number) {
  const digits = String(count);
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
}

function measured(value: number) {
  return value === 0 ? '0' : value.toPrecision(4);
}

function fill({ low, high, last, heightName, rows }: TooltipContent) {
  const table = element('table');
  if (heightName) {
    const head = element('tr');
    head.append(element('th'), element('th', '', 'count'), element('th', '', heightName));
    table.append(head);
  }
  for (const { name, colour, count, height } of rows) {
    const row = element('tr');
    row.className = 'row';
    const label = element('td');
    const mark = element('span', 'mark');
    mark.style.background = `var(${colour})`;
    label.append(mark, name);
    row.append(label, element('td', 'count', whole(count)));
    if (height !== undefined) {
      row.append(element('td', 'height', measured(height)));
    }
    table.append(row);
  }
  tip.replaceChildren(element('div', 'range', `[${low}, ${high}${last ? ']' : ')'}`), table);
}

function sentence({ low, high, heightName, rows }: TooltipContent) {
  const minus = (text: string) => text.replace('-', MINUS);
  const classes = rows.map(
    ({ name, count, height }) => `${name} ${count}${height === undefined ? '' : `, ${heightName} ${measured(height)}`}`,
  );
  return `${minus(low)} to ${minus(high)}: ${classes.join('; ')}`;
}

/** Shows the tooltip beside a point of the window, and reads it out where the keyboard asked for it. */
export function showTooltip(chart: TooltipOwner, content: TooltipContent, x: number, y: number, aloud: boolean) {
  if (!host) {
    make();
  }
  if (!host!.isConnected) {
    document.body.append(host!);
  }
  owner = chart;
  fill(content);
  if (!tip.matches(':popover-open')) {
    tip.showPopover();
  }
  const { offsetWidth: width, offsetHeight: height } = tip;
  const right = x + AWAY + width + MARGIN <= window.innerWidth;
  const below = y + AWAY + height + MARGIN <= window.innerHeight;
  const left = right ? x + AWAY : Math.max(MARGIN, x - AWAY - width);
  const top = below ? y + AWAY : Math.max(MARGIN, y - AWAY - height);
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  aloudPlace.textContent = aloud ? sentence(content) : '';
}

export function hideTooltip() {
  owner = undefined;
  if (tip.matches(':popover-open')) {
    tip.hidePopover();
  }
  aloudPlace.textContent = '';
}

export function isTooltipOf(chart: Element) {
  return owner === chart;
}
