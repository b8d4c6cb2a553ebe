// What can be shown of countries: the index, a dimension, an indicator, another lens, another year.

/** The choices, by group. A measure's name stands in addresses; groups, the index and dimensions are translated where they are shown.
 * @type {{ name: string, title: string, group: string }[]} */
const measures = [
  { name: '', title: term('Index'), group: term('Index') },
  ...dimensions.map((node) => ({ name: data.nodes[node].name, title: titled(data.nodes[node].name), group: term('Dimensions') })),
  ...data.indicators.map((own) => ({ name: own.id, title: own.name, group: term('Indicators') })),
  ...(data.history ? data.history.lenses : []).map((lens) => ({ name: `lens:${lens.name}`, title: lens.title, group: term('Other lenses') })),
];

/** Scores that stand as tenths of points.
 * @type {(row: (number | null)[]) => Float64Array} */
const tenths = (row) => Float64Array.from(row, (value) => value === null ? NaN : value / 10);

/** The scores of a measure, 0-100, NaN where there is none.
 * @type {(name: string, year?: number, result?: Result) => Float64Array} */
const measured = (name, year = 0, result = own) => {
  const past = data.history;
  if (past && name.startsWith('lens:')) {
    const lens = past.lenses.find((one) => `lens:${one.name}` === name);
    return lens ? Float64Array.from(lens.index, (value) => value === null ? NaN : value / 1000) : new Float64Array(countries.length).fill(NaN);
  }
  const node = data.nodes.findIndex((one) => one.parent === 0 && one.name === name);
  if (past && year && year !== data.year) {
    const at = past.years.indexOf(year);
    if (at >= 0 && name === '') return tenths(past.index[at]);
    if (at >= 0 && node > 0) return tenths(past.dimensions[at][dimensions.indexOf(node)]);
  }
  if (name === '') return result.index;
  if (node > 0) return result.scores[node];
  const leaf = data.indicators.findIndex((one) => one.id === name);
  return leaf >= 0 ? scoresOf(data.cells[leaf]) : result.index;
};

/** @type {(name: string) => string} */
const measureTitle = (name) => {
  const title = measures.find((one) => one.name === name)?.title;
  if (title === undefined) return say('Index');
  return hasPast(name) ? say(title) : title;
};

/** Whether a measure has scores of earlier years.
 * @type {(name: string) => boolean} */
const hasPast = (name) => name === '' || data.nodes.some((one) => one.parent === 0 && one.name === name);

/** A choice of measures, as a select box.
 * @type {(label: string, value: string, change: (name: string) => void) => any} */
const measureChoice = (label, value, change) => {
  const groups = [...new Set(measures.map((one) => one.group))];
  const box = el('select', { onchange: () => change(box.value) }, groups.map((group) =>
    el('optgroup', { label: say(group) }, measures.filter((one) => one.group === group).map((one) =>
      el('option', { value: one.name, selected: one.name === value }, measureTitle(one.name))))));
  return el('label', {}, label, box);
};

/** @type {(values: number[]) => number} */
const median = (values) => {
  const sorted = values.filter((value) => value === value).sort((one, other) => one - other);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Countries to compare with one: those of its income group, else of its region.
 * @type {(place: number) => number[]} */
const peersOf = (place) => {
  const key = countries[place].income ? 'income' : 'region';
  return [...countries.keys()].filter((other) => other !== place && countries[other][key] === countries[place][key]);
};

/** @type {(region: string) => number[]} */
const ofRegion = (region) => [...countries.keys()].filter((place) => countries[place].region === region);

/** The medians of some countries, a row of scores at a time.
 * @type {(members: number[], rows: Float64Array[]) => number[]} */
const mediansOf = (members, rows) => rows.map((row) => median(members.map((member) => row[member])));
