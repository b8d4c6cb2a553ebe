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
const framed = (label, table, isFrame = false) => {
  const frame = el('div', { class: isFrame ? 'scroll frame' : 'scroll', tabindex: 0, role: 'region', 'aria-label': label, onscroll: () => fade(frame) }, table);
  later(() => sized.observe(frame));
  return frame;
};

/** Fades the edges behind which a table goes on, so that a reader sees that there is more; one that is wider than its frame
 * keeps its first columns in sight. What is read is read before anything is set, which would lay the page out again.
 * @type {(frame: any) => void} */
const fade = (frame) => {
  const [wider, right, below] = [frame.scrollWidth - frame.clientWidth, Math.abs(frame.scrollLeft), frame.scrollHeight - frame.clientHeight - frame.scrollTop];
  frame.classList.toggle('over', wider > 2);
  frame.classList.toggle('more-x', wider - right > 2);
  frame.classList.toggle('more-y', below > 2);
};
const sized = new ResizeObserver((entries) => entries.forEach(({ target }) => fade(target)));

/** What is left to do of tables that are being filled, by body.
 * @type {Map<any, (all?: boolean) => void>} */
const unfinished = new Map();
addEventListener('beforeprint', () => unfinished.forEach((go) => go(true)));

/** So many rows a phone shows before it is asked for all. */
const mostOnPhone = 20;

/** Puts rows into a table: what a window shows at once, the rest as the browser has time, in pieces that a slow processor
 * lays out between two movements of a hand.
 * On a phone, where no table scrolls within the page, the rest comes once `more` is pressed, or with a print.
 * @type {(body: any, count: number, row: (at: number) => any, more?: any) => void} */
const fillTable = (body, count, row, more = null) => {
  const isShort = more && isNarrow() && !body.isWhole && count > mostOnPhone;
  const [first, piece] = [isShort ? mostOnPhone : 15, 12];
  const rows = (/** @type {number} */ from, /** @type {number} */ to) => Array.from({ length: Math.min(to, count) - from }, (_, at) => row(from + at));
  body.replaceChildren(...rows(0, Math.min(first, count)));
  let done = Math.min(first, count);
  const go = (isAll = false) => {
    if (unfinished.get(body) !== go) return;
    const to = isAll ? count : Math.min(done + piece, count);
    body.append(...rows(done, to));
    done = to;
    if (done < count) later(go);
    else unfinished.delete(body);
  };
  if (more) {
    more.hidden = !isShort;
    more.textContent = say('Show all {count}', { count });
    more.onclick = () => {
      body.isWhole = true;
      more.hidden = true;
      go();
      body.rows[first]?.querySelector('a')?.focus();
    };
  }
  if (done === count) return void unfinished.delete(body);
  unfinished.set(body, go);
  if (!isShort) later(go);
};

/** A button for the rest of a table.
 * @type {() => any} */
const moreButton = () => el('button', { type: 'button', class: 'rest', hidden: true });

/** Work for when nothing else is to be done, or after a fifth of a second all the same.
 * @type {(work: () => void) => void} */
const later = (work) => {
  if ('requestIdleCallback' in window) requestIdleCallback(() => work(), { timeout: 200 });
  else setTimeout(work);
};

/** A part of a view that is made once the rest stands.
 * @type {(make: () => any) => any} */
const deferred = (make) => {
  const place = el('div', { class: 'pending' });
  later(() => place.replaceWith(...[make()].flat().filter(Boolean)));
  return place;
};

/** The head of a table, of one row; a text in a list of its own stands over numbers.
 * @type {(texts: (string | [string])[]) => any} */
const headOf = (texts) => el('thead', {}, el('tr', {}, texts.map((text) => el('th', { scope: 'col', class: typeof text === 'string' ? null : 'num' }, text))));

/** Whether the window is a phone's: pictures are then drawn for its width, with names above what they name.
 * @type {() => boolean} */
const isNarrow = () => phone.matches;
const phone = matchMedia('(max-width:40rem)');

/** Choices above a picture or a table; they act as they change.
 * @type {(...children: any[]) => any} */
const choices = (...children) => el('form', { class: 'filters', onsubmit: (/** @type {Event} */ event) => event.preventDefault() }, ...children);

/** A text that is translated where it is shown, by `say`.
 * @type {(text: string) => string} */
const term = (text) => text;

/** A text of the interface in the reader's language; in English where it has no translation. `{name}` stands for a value.
 * @type {(text: string, values?: Record<string, string | number>) => string} */
const say = (text, values = {}) => spoken(text).replace(/\{(\w+)\}/g, (whole, name) => Object.hasOwn(values, name) ? bounded(String(values[name])) : whole);

/** The same as pieces of an element, whose values may be elements.
 * @type {(text: string, values: Record<string, any>) => any[]} */
const sayWith = (text, values) => spoken(text).split(/\{(\w+)\}/).map((part, at) =>
  at % 2 === 0 ? part : typeof values[part] === 'object' ? values[part] : bounded(String(values[part])));

/** The texts of the interface by their English. */
const texts = new Map(data.texts.map((row) => [row[0], row]));

/** @type {(text: string) => string} */
const spoken = (text) => {
  const known = called(text);
  return known === text ? inOwnUnits(text) : known;
};

/** What data calls a region, an income group or a dimension, in the reader's language where it is known; never a template.
 * @type {(text: string) => string} */
const called = (text) => texts.get(text)?.[data.languages.indexOf(state.language)] || text;

/** An index of districts speaks of districts.
 * @type {(text: string) => string} */
const inOwnUnits = (text) => {
  const { unit, units } = data.published;
  return text.replace(/\b([Cc])ountr(y|ies)\b/g, (_, first, end) => {
    const word = end === 'y' ? unit : units;
    return first === 'C' ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
};

/** A name within a sentence; an acronym keeps its capitals.
 * @type {(text: string) => string} */
const lower = (text) => /^\p{Lu}(?![\p{Lu}\p{N}])/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A value whose direction is its own where the text around it runs from right to left.
 * @type {(value: string) => string} */
const bounded = (value) => document.dir === 'rtl' ? `\u2068${value}\u2069` : value;

/** A name from data, kept apart from the direction of the text around it.
 * @type {(name: string) => HTMLElement} */
const isolated = (name) => el('bdi', {}, name);

/** A number for people; a dash where there is none.
 * @type {(value: number | null | undefined, decimals?: number) => string} */
const fixed = (value, decimals = 1) =>
  value === null || value === undefined || value !== value ? '–'
    : value.toFixed(decimals).replace(/^-(?=[0.]*$)/, '').replace('-', '−').replace('.', ['fr', 'es', 'ru'].includes(state.language) ? ',' : '.');

/** A goalpost as NumberFormat writes it: a true minus, thousands apart by a thin space.
 * @type {(value: number) => string} */
const goalpost = (value) => {
  const size = Math.abs(value);
  return (value < 0 ? '−' : '') + (size < 1000 ? String(size) : String(Math.round(size)).replace(/\B(?=(\d{3})+$)/g, '\u202f'));
};

/** Parts rounded so that they add up to their rounded sum: what is left over goes to those that lost most.
 * @type {(values: number[], decimals: number) => number[]} */
const roundedParts = (values, decimals) => {
  const unit = 10 ** decimals;
  const low = values.map((value) => Math.floor(value * unit + 1e-9));
  const left = Math.round(values.reduce((sum, value) => sum + value, 0) * unit) - low.reduce((sum, value) => sum + value, 0);
  const order = [...values.keys()].sort((one, other) => (values[other] * unit - low[other]) - (values[one] * unit - low[one]) || one - other);
  order.slice(0, Math.max(left, 0)).forEach((at) => { low[at] += 1; });
  return low.map((value) => value / unit);
};

/** @type {(part: number) => string} */
const percent = (part) => `${fixed(100 * part, Math.abs(part * 100 - Math.round(part * 100)) < 0.05 ? 0 : 1)}\u00a0%`;

/** The same of parts that stand beside each other, all with as many decimals.
 * @type {(parts: number[]) => (part: number) => string} */
const percents = (parts) => {
  const decimals = parts.every((part) => part !== part || Math.abs(part * 100 - Math.round(part * 100)) < 0.05) ? 0 : 1;
  return (part) => `${fixed(100 * part, decimals)}\u00a0%`;
};

/** A difference with its sign.
 * @type {(value: number, decimals?: number) => string} */
const signed = (value, decimals = 1) => (Number(value.toFixed(decimals)) > 0 ? '+' : '') + fixed(value, decimals);

/** The step of colour of a score: PublishedIndex.step and shade.
 * @type {(score: number) => string} */
const step = (score) => score === score && score !== null
  ? `s${data.published.shades[data.published.bands.filter((bound) => score >= bound).length]}` : 'n';
