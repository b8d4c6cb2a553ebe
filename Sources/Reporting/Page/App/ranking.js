// The ranking: one row a country, sorted and filtered within its frame.

/** @type {{ column: number, isDown: boolean }} */
const order = { column: 0, isDown: false };

/** A small line over all years.
 * @type {(values: number[]) => any} */
const sparkline = (values) => {
  const known = values.filter((value) => value === value);
  if (known.length < 2) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const points = values.map((value, at) => /** @type {[number, number]} */ ([at / (values.length - 1) * 70, 15 - (value - low) / (high - low || 1) * 13])).filter((_, at) => values[at] === values[at]);
  return svg('svg', { viewBox: '0 0 70 16', class: 'spark', 'aria-hidden': 'true' }, svg('path', { d: path(points) }));
};

/** The index of one country over all years.
 * @type {(place: number) => number[]} */
const course = (place) => data.history ? data.history.index.map((row) => tenths([row[place]])[0]) : [];

/** @type {(column: Column, place: number) => any} */
const cellOf = (column, place) => {
  const value = column.value(place);
  if (column.draw) return column.draw(place, value);
  return el('td', { class: column.isScore ? step(value) : '' }, fixed(value, column.decimals ?? 1));
};

/** @typedef {{ title: string, value: (place: number) => any, draw?: (place: number, value: any) => any, decimals?: number, isScore?: boolean, isDown?: boolean, isText?: boolean, isPicture?: boolean }} Column */

/** @type {(result: Result) => Column[]} */
const columnsOf = (result) => {
  const scores = measured('', state.year, result);
  const ranks = state.year ? ranked(scores) : result.ranks;
  const isOwn = result === own && !state.year;
  const count = Math.max(...ranks);
  /** @type {Column[]} */
  const columns = [
    { title: 'Rank', value: (place) => ranks[place] || NaN, decimals: 0 },
    { title: 'Country', value: (place) => countries[place].name, isText: true, draw: (place) => el('th', { scope: 'row' }, countryLink(place)) },
    { title: 'Score', value: (place) => scores[place], isDown: true, draw: (_, value) => el('td', { class: 'main' }, fixed(value)) },
  ];
  if (isOwn && countries.some((one) => one.interval.length)) {
    columns.splice(1, 0, {
      title: 'Interval (tier)', value: (place) => countries[place].interval[0] ?? NaN,
      draw: (place) => {
        const [low, high, tier] = countries[place].interval;
        if (!low) return el('td', {}, '–');
        return el('td', { class: 'interval', '--a': `${(low - 1) / count * 100}%`, '--b': `${high / count * 100}%` }, `${low}–${high} (${tier})`);
      },
    });
  }
  if (!isOwn && !state.year) {
    columns.splice(1, 0, { title: 'Places moved', isDown: true, value: (place) => ranks[place] && own.ranks[place] ? own.ranks[place] - ranks[place] : NaN, draw: (_, value) => el('td', { class: value > 0 ? 'up' : value < 0 ? 'down' : '' }, value === value ? signed(value, 0) : '–') });
  }
  if (state.since && data.history) {
    const before = measured('', state.since);
    columns.push({ title: `Since ${state.since}`, isDown: true, value: (place) => scores[place] - before[place], draw: (_, value) => el('td', {}, value === value ? signed(value) : '–') });
  }
  for (const node of dimensions) {
    const own = measured(data.nodes[node].name, state.year, result);
    columns.push({ title: nodeTitle(node), value: (place) => own[place], isScore: true, decimals: 0, isDown: true });
  }
  if (data.history && data.history.years.length > 2) {
    columns.push({ title: `${data.history.years[0]}–${data.history.years[data.history.years.length - 1]}`, value: () => 0, isText: true, isPicture: true, draw: (place) => el('td', { class: 'spark' }, sparkline(course(place))) });
  }
  columns.push({ title: 'Coverage', isDown: true, value: (place) => result.coverage[place], draw: (_, value) => el('td', {}, percent(value)) });
  columns.push({ title: 'Reliability', isText: true, value: (place) => countries[place].reliability, draw: (_, value) => el('td', {}, value) });
  return columns;
};

/** Whether the filters let a country through.
 * @type {(place: number, found: Set<number> | null) => boolean} */
const passes = (place, found) => (!found || found.has(place))
  && own.coverage[place] >= Number(state.coverage || 0) / 100
  && (!state.region || countries[place].region === state.region || countries[place].subregion === state.region)
  && (!state.income || countries[place].income === state.income);

/** @type {(label: string, key: 'region' | 'income', values: string[]) => any} */
const filterChoice = (label, key, values) => values.length < 2 ? null : stateChoice(label, key, 'all', values);

/** A choice that the state holds, as a select box.
 * @type {(label: string, key: 'region' | 'income' | 'coverage' | 'since', none: string, values: (string | number)[], unit?: string) => any} */
const stateChoice = (label, key, none, values, unit = '') => {
  const isNumber = typeof state[key] === 'number';
  const select = el('select', { onchange: () => go({ [key]: isNumber ? Number(select.value) : select.value }, false) }, el('option', { value: '' }, none),
    values.map((value) => el('option', { value, selected: state[key] === value }, `${value}${unit}`)));
  return el('label', {}, label, select);
};

/** A choice of the least coverage. */
const coverageChoice = () => {
  const steps = ['70', '80', '90', '95'].filter((least) => own.coverage.some((value, place) => own.ranks[place] && value < Number(least) / 100));
  return steps.length === 0 ? null : stateChoice('Coverage', 'coverage', 'any', steps, ' % or more');
};

/** @type {(key: 'region' | 'income') => string[]} */
const groups = (key) => [...new Set(countries.map((one) => one[key]))].filter(Boolean).sort();

const rankingView = () => {
  const result = current();
  const columns = columnsOf(result);
  const scores = measured('', state.year, result);
  const found = state.text ? new Set(find(state.text)) : null;
  const inside = [...countries.keys()].filter((place) => scores[place] === scores[place]);
  const body = el('tbody');
  const count = el('output', { 'aria-live': 'polite' });
  const head = el('tr');
  const fillRows = () => {
    const column = columns[order.column] ?? columns[0];
    const shown = inside.filter((place) => passes(place, found)).sort((one, other) => {
      const [a, b] = [column.value(one), column.value(other)];
      if (typeof a === 'string') return (order.isDown ? -1 : 1) * a.localeCompare(b, 'en');
      if (a !== a || b !== b) return Number(a !== a) - Number(b !== b);
      return (order.isDown ? b - a : a - b) || one - other;
    });
    body.replaceChildren(...shown.map((place) => el('tr', { id: `r-${countries[place].code}` }, columns.map((one) => cellOf(one, place)))));
    count.textContent = shown.length ? `${shown.length} of ${inside.length} countries` : `None of ${inside.length} countries fits: clear the text or choose "all".`;
    [...head.children].forEach((/** @type {any} */ cell, at) => {
      if (at === order.column) cell.setAttribute('aria-sort', order.isDown ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    });
  };
  columns.forEach((column, at) => head.append(el('th', { scope: 'col', class: column.isText ? 'text' : '' }, el('button', {
    type: 'button',
    onclick: () => {
      Object.assign(order, { column: at, isDown: order.column === at ? !order.isDown : !!column.isDown });
      fillRows();
    },
  }, column.title))));
  fillRows();
  return el('section', { id: 'ranking', 'aria-labelledby': 'rank-h' }, el('h2', { id: 'rank-h' }, `Ranking, ${state.year || data.year}`),
    choices(
      filterChoice('Region', 'region', groups('region')), filterChoice('Income group', 'income', groups('income')), coverageChoice(),
      data.history && !state.year ? stateChoice('Change since', 'since', 'none', data.history.years.filter((year) => year !== data.year)) : null, count,
      el('button', { type: 'button', onclick: () => saveRanking(columns, inside) }, 'Save as CSV')),
    framed('Table of ranks', el('table', { id: 'rank' },
      el('caption', {}, 'Index and dimensions, scores from 0 to 100'), el('thead', {}, head), body), true));
};

/** @type {(columns: Column[], places: number[]) => void} */
const saveRanking = (columns, places) => {
  const kept = columns.filter((column) => !column.isPicture);
  save('ranking.csv', 'text/csv', csvOf(['iso3', ...kept.map((column) => column.title)],
    places.map((place) => [countries[place].code, ...kept.map((column) => column.value(place))])));
};
