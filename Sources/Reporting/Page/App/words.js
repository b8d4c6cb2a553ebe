// Text and elements. Nothing that comes from data ever becomes markup.

/** An element with attributes and children; texts become text nodes.
 * @type {(tag: string, attributes?: Record<string, any>, ...children: any[]) => any} */
const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

/** The same of SVG.
 * @type {(tag: string, attributes?: Record<string, any>, ...children: any[]) => any} */
const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

/** @type {(element: any, attributes: Record<string, any>, children: any[]) => any} */
const fill = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name.startsWith('--')) element.style.setProperty(name, value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(9).filter((/** @type {any} */ child) => child !== null && child !== undefined && child !== ''));
  return element;
};

/** A table that scrolls by itself where it is wider than the page; in a frame also where it is longer.
 * @type {(label: string, table: any, isFrame?: boolean) => any} */
const framed = (label, table, isFrame = false) =>
  el('div', { class: isFrame ? 'scroll frame' : 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, table);

/** The head of a table, of one row.
 * @type {(texts: string[]) => any} */
const headOf = (texts) => el('thead', {}, el('tr', {}, texts.map((text) => el('th', { scope: 'col' }, text))));

/** Choices above a picture or a table; they act as they change.
 * @type {(...children: any[]) => any} */
const choices = (...children) => el('form', { class: 'filters', onsubmit: (/** @type {Event} */ event) => event.preventDefault() }, ...children);

/** A name from data, kept apart from the direction of the text around it.
 * @type {(name: string) => HTMLElement} */
const isolated = (name) => el('bdi', {}, name);

/** A number for people; a dash where there is none.
 * @type {(value: number | null | undefined, decimals?: number) => string} */
const fixed = (value, decimals = 1) =>
  value === null || value === undefined || value !== value ? '–' : value.toFixed(decimals).replace('-', '−');

/** @type {(part: number) => string} */
const percent = (part) => `${fixed(100 * part, Math.abs(part * 100 - Math.round(part * 100)) < 0.05 ? 0 : 1)} %`;

/** A difference with its sign.
 * @type {(value: number, decimals?: number) => string} */
const signed = (value, decimals = 1) => (value > 0 ? '+' : '') + fixed(value, decimals);

/** The step of colour of a score, as ScoreStep has it.
 * @type {(score: number) => string} */
const step = (score) => score === score && score !== null ? `s${[40, 50, 60, 70, 80, 90].filter((bound) => score >= bound).length}` : 'n';
