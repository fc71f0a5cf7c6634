/* One tooltip for all charts of the page, and one place where it is read out. */

import { spoken as readOut } from './chart-numbers';

export interface TooltipRow {
  name: string;
  /** Left out where the row belongs to no colour. */
  colour?: string;
  /** What stands in place of a count, such as a value. */
  text?: string;
  /** The bin that was counted, where it is not that of all classes. */
  range?: string;
  /** Left out where the class has no bin there, or where only a part of one is meant. */
  count?: number;
  height?: number;
}

export interface TooltipContent {
  heading: string;
  /** The heading as it is read out. */
  spoken: string;
  /** What a height is called; empty where it is the count. */
  heightName: string;
  rows: TooltipRow[];
  markers: { label: string; colour: string }[];
}

/** A chart, which ends reading off when what it points at has moved away. */
export interface TooltipOwner extends HTMLElement {
  leave(): void;
}

/** Distance from the pointer and from the edges of the window, in pixels. */
const AWAY = 14;
const MARGIN = 4;
const THIN_SPACE = '\u202f';
const NOTHING = '\u2013';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: contents; }
  .tip {
    position: fixed; inset: 0 auto auto 0; margin: 0; padding: 6px 9px; border: 1px solid var(--hg-axis-line, currentColor);
    border-radius: 6px; background: var(--hg-tooltip, Canvas); color: var(--hg-axis-text, CanvasText);
    box-shadow: 0 2px 8px var(--hg-tooltip-shadow, transparent); pointer-events: none; width: max-content; max-width: none;
    font-size: calc(12px * var(--hg-chart-scale, 1)); line-height: 1.4; font-variant-numeric: tabular-nums;
    white-space: nowrap; overflow: visible;
  }
  .tip:not(:popover-open) { display: none; }
  .range { font-weight: 600; }
  table { border-collapse: collapse; width: 100%; }
  td, th { padding: 0; font-weight: inherit; }
  td:not(:first-child), th:not(:first-child) { padding-left: 12px; text-align: right; }
  th { font-size: 0.92em; opacity: 0.75; text-align: left; }
  .mark { display: inline-block; width: 9px; height: 9px; margin-right: 6px; border-radius: 2px; }
  .mark.line { width: 0; height: 1em; margin: 0 10px -2px 4px; border-radius: 0; border-left: 1px dashed; }
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

function ensure() {
  if (!host) {
    make();
  }
  if (!host!.isConnected) {
    document.body.append(host!);
  }
}

function element(name: string, className = '', text = '') {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text;
  return node;
}

/** Thousands apart from five digits on. */
export function whole(count: number) {
  const digits = String(count);
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
}

function measured(value: number) {
  return value === 0 ? '0' : value.toPrecision(4);
}

function labelled(label: string, mark: HTMLElement) {
  const cell = element('td');
  cell.append(mark, label);
  return cell;
}

function fill({ heading, heightName, rows, markers }: TooltipContent) {
  const table = element('table');
  const ranges = rows.some(({ range }) => range !== undefined);
  if (heightName) {
    const head = element('tr');
    head.append(...[...(ranges ? ['', ''] : ['']), 'count', heightName].map((text) => element('th', '', text)));
    table.append(head);
  }
  for (const { name, colour, text, range, count, height } of rows) {
    const row = element('tr', 'row');
    const mark = element('span', colour ? 'mark' : '');
    mark.style.background = colour ? `var(${colour})` : '';
    row.append(labelled(name, mark));
    if (ranges) {
      row.append(element('td', 'own', range));
    }
    row.append(element('td', 'count', text ?? (count === undefined ? NOTHING : whole(count))));
    if (heightName) {
      row.append(element('td', 'height', height === undefined ? NOTHING : measured(height)));
    }
    table.append(row);
  }
  for (const { label, colour } of markers) {
    const row = element('tr', 'row');
    const mark = element('span', 'mark line');
    mark.style.borderColor = `var(${colour})`;
    row.append(labelled(label, mark));
    table.append(row);
  }
  tip.replaceChildren(element('div', 'range', heading), table);
}

/** All that the tooltip says, as it is read out. */
export function sentence({ spoken, heightName, rows, markers }: TooltipContent) {
  const classes = rows.map(({ name, text, range, count, height }) =>
    [
      text === undefined ? `${name}${range ? ` ${range}` : ''} ${count ?? 'no bin'}` : `${name} ${readOut(text)}`.trim(),
      ...(height === undefined ? [] : [`${heightName} ${measured(height)}`]),
    ].join(', '),
  );
  const parts = [...classes, ...markers.map(({ label }) => label)].join('; ');
  return parts ? `${spoken}: ${parts}` : spoken;
}

/** Shows the tooltip beside a point of the window. */
export function showTooltip(chart: TooltipOwner, content: TooltipContent, x: number, y: number) {
  ensure();
  owner = chart;
  fill(content);
  host!.style.setProperty('--hg-chart-scale', getComputedStyle(chart).getPropertyValue('--hg-chart-scale') || '1');
  if (!tip.matches(':popover-open')) {
    tip.showPopover();
  }
  const { offsetWidth: width, offsetHeight: height } = tip;
  const right = x + AWAY + width + MARGIN <= window.innerWidth;
  const below = y + AWAY + height + MARGIN <= window.innerHeight;
  const left = right ? x + AWAY : Math.max(MARGIN, x - AWAY - width);
  const top = below ? y + AWAY : Math.max(MARGIN, y - AWAY - height);
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

export function hideTooltip(chart: Element) {
  if (owner === chart) {
    owner = undefined;
    if (tip.matches(':popover-open')) {
      tip.hidePopover();
    }
    say('');
  }
}

/** Has screen readers read a sentence. */
export function say(words: string) {
  ensure();
  aloudPlace.textContent = words;
}
