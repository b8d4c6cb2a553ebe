// What the page knows: the data that Swift wrote into it, by PageData.

document.documentElement.classList.add('js');

/** @type {PageData} */
const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById('data')).textContent || '');
const countries = data.countries;

/** Rows of tenths of points, which stand as changes since the last year with a score, made scores again: PageHistory.changes.
 * @type {(rows: (number | null)[][]) => void} */
const summed = (rows) => {
  /** @type {number[]} */
  const last = [];
  for (const row of rows) row.forEach((change, place) => { if (change !== null) row[place] = last[place] = (last[place] ?? 0) + change; });
};
if (data.history) {
  const { index, dimensions: parts } = data.history;
  summed(index);
  parts[0]?.forEach((_, at) => summed(parts.map((rows) => rows[at])));
}

const dimensions = data.dimensions.map((name) => data.nodes.findIndex((node) => node.parent === 0 && node.name === name)).filter((node) => node > 0);
const leaves = data.nodes.map((_, place) => place).filter((place) => data.nodes[place].leaf !== null);

/** The place of a country by its code; -1 for none.
 * @type {(code: string) => number} */
const placeOf = (code) => {
  const wanted = code.toUpperCase();
  return countries.findIndex((country) => country.code.toUpperCase() === wanted);
};

/** What a country is called in the reader's language; empty for no country.
 * @type {(place: number) => string} */
const nameOf = (place) => countries[place]?.names?.[data.languages.indexOf(state.language) - 1] || countries[place]?.name || '';

const children = data.nodes.map((_, node) => data.nodes.map((_own, place) => place).filter((place) => data.nodes[place].parent === node));

/** @type {(node: number) => number[]} */
const childrenOf = (node) => children[node];

/** The indicator of a leaf.
 * @type {(leaf: number) => IndicatorLine} */
const indicatorOf = (leaf) => data.indicators[/** @type {number} */ (data.nodes[leaf].leaf)];

/** The figures of a leaf.
 * @type {(leaf: number) => Cells} */
const cellsOf = (leaf) => data.cells[/** @type {number} */ (data.nodes[leaf].leaf)];

/** The dimension above a node.
 * @type {(node: number) => number} */
const dimensionOf = (node) => {
  let place = node;
  while (data.nodes[place].parent > 0) place = data.nodes[place].parent;
  return place;
};

/** A name as a title: mother-and-child becomes Mother and child.
 * @type {(name: string) => string} */
const titled = (name) => {
  const text = name.slice(name.lastIndexOf('/') + 1).replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** @type {(node: number) => string} */
const nodeTitle = (node) => {
  const { leaf, name } = data.nodes[node];
  return leaf === null ? called(titled(name)) : data.indicators[leaf].name;
};

/** Accents and case are dropped, so that "cote" finds Côte d'Ivoire.
 * @type {(value: string) => string} */
const fold = (value) => value.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().trim();

/** What a country is searched by, each name after a bar: its code, its name and every other name, in any language; and
 * the same in words, each after a space. Made when first asked for.
 * @type {{ names: string, words: string }[]} */
const searched = [];
const namesSearched = () => {
  if (searched.length === 0) for (const country of countries) {
    const names = [country.code, country.name, ...country.names ?? [], ...country.aliases.split('|')].map(fold).filter(Boolean);
    searched.push({ names: `|${names.join('|')}|`, words: ` ${names.join(' ').replace(/[^\p{L}\p{N}]+/gu, ' ')}` });
  }
  return searched;
};

/** The countries that a text finds: those called so first, then those whose name begins so, then the others.
 * @type {(text: string) => number[]} */
const find = (text) => {
  const wanted = fold(text).replaceAll('|', '');
  if (!wanted) return [];
  const closeness = namesSearched().map(({ names, words }) => names.includes(`|${wanted}|`) ? 0 : names.includes(`|${wanted}`) ? 1
    : words.includes(` ${wanted}`) ? 2 : wanted.length > 2 && names.includes(wanted) ? 3 : 9);
  return [...closeness.keys()].filter((place) => closeness[place] < 9)
    .sort((one, other) => closeness[one] - closeness[other] || one - other);
};
