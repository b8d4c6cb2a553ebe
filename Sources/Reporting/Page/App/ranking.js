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
  const cell = column.draw ? column.draw(place, value) : el('td', { class: column.isScore ? step(value) : '' }, fixed(value, column.decimals ?? 1));
  if (column.kind) cell.classList.add(`k-${column.kind}`);
  cell.dataset.label = column.title;
  return cell;
};

/** @typedef {{ title: string, value: (place: number) => any, draw?: (place: number, value: any) => any, decimals?: number, isScore?: boolean, isDown?: boolean, isText?: boolean, isPicture?: boolean, kind?: string }} Column
 * `kind` names its place on a card, which a row becomes on a narrow screen. */

/** @type {(result: Result) => Column[]} */
const columnsOf = (result) => {
  const scores = measured('', state.year, result);
  const ranks = state.year ? ranked(scores) : result.ranks;
  const isOwn = result === own && !state.year;
  const count = Math.max(...ranks);
  /** @type {Column[]} */
  const columns = [
    { title: say('Rank'), kind: 'rank', value: (place) => ranks[place] || NaN, decimals: 0 },
    { title: say('Country'), kind: 'name', value: (place) => nameOf(place), isText: true, draw: (place) => el('th', { scope: 'row' }, countryLink(place)) },
    { title: say('Score'), kind: 'score', value: (place) => scores[place], isDown: true, draw: (_, value) => el('td', { class: 'main' }, fixed(value)) },
  ];
  if (isOwn && countries.some((one) => one.interval.length)) {
    columns.splice(1, 0, {
      title: say('Interval (tier)'), kind: 'interval', value: (place) => countries[place].interval[0] ?? NaN,
      draw: (place) => {
        const [low, high, tier] = countries[place].interval;
        if (!low) return el('td', {}, '–');
        return el('td', { class: 'interval', '--a': `${(low - 1) / count * 100}%`, '--b': `${high / count * 100}%` }, `${low}–${high} (${tier})`);
      },
    });
  }
  if (!isOwn && !state.year) {
    const [from, to] = amongBoth(result);
    columns.splice(1, 0, { title: say('Places moved'), isDown: true, value: (place) => from[place] ? from[place] - to[place] : NaN, draw: (_, value) => el('td', { class: value > 0 ? 'up' : value < 0 ? 'down' : '' }, value === value ? signed(value, 0) : '–') });
  }
  if (state.since && data.history) {
    const before = measured('', state.since);
    const { year, all } = data.history.changes ?? { year: 0, all: [] };
    const isExact = isOwn && year === state.since;
    columns.push({ title: say('Since {year}', { year: state.since }), isDown: true, value: (place) => isExact ? all[place] ?? NaN : scores[place] - before[place], draw: (_, value) => el('td', {}, value === value ? signed(value) : '–') });
  }
  for (const node of dimensions) {
    const own = measured(data.nodes[node].name, state.year, result);
    columns.push({ title: nodeTitle(node), value: (place) => own[place], isScore: true, decimals: 0, isDown: true, kind: 'part' });
  }
  if (data.history && data.history.years.length > 2) {
    columns.push({ title: `${data.history.years[0]}–${data.history.years[data.history.years.length - 1]}`, value: () => 0, isText: true, isPicture: true, kind: 'course', draw: (place) => el('td', { class: 'spark' }, sparkline(course(place))) });
  }
  columns.push({ title: say('Coverage'), isDown: true, value: (place) => coverageOf(place), draw: (_, value) => el('td', {}, percent(value)) });
  if (!state.year) columns.push({ title: say('Reliability'), isText: true, value: (place) => countries[place].reliability, draw: (_, value) => el('td', {}, called(value)) });
  return columns;
};

/** The share of weight with figures of the country's own, in the year that is shown.
 * @type {(place: number) => number} */
const coverageOf = (place) => state.year && data.history ? data.history.coverage[data.history.years.indexOf(state.year)][place] / 100 : current().coverage[place];

/** Whether the filters let a country through.
 * @type {(place: number, found: Set<number> | null) => boolean} */
const passes = (place, found) => (!found || found.has(place))
  && coverageOf(place) >= Number(state.coverage || 0) / 100
  && (!state.region || countries[place].region === state.region || countries[place].subregion === state.region)
  && (!state.income || countries[place].income === state.income);

/** @type {(label: string, key: 'region' | 'income', values: string[], change: (to: Partial<State>) => void) => any} */
const filterChoice = (label, key, values, change) => values.length < 2 ? null : stateChoice(label, key, say('all'), values, called, change);

/** A choice that the state holds, as a select box; of each value it shows a text.
 * @type {(label: string, key: 'region' | 'income' | 'coverage' | 'since', none: string, values: (string | number)[], text: (value: any) => string, change: (to: Partial<State>) => void) => any} */
const stateChoice = (label, key, none, values, text, change) => {
  const isNumber = typeof state[key] === 'number';
  const select = el('select', { onchange: () => change({ [key]: isNumber ? Number(select.value) : select.value }) }, el('option', { value: '' }, none),
    values.map((value) => el('option', { value, selected: state[key] === value }, text(value))));
  return el('label', {}, label, select);
};

/** A choice of the least coverage.
 * @type {(change: (to: Partial<State>) => void) => any} */
const coverageChoice = (change) => {
  const steps = ['70', '80', '90', '95'].filter((least) => own.coverage.some((value, place) => own.ranks[place] && value < Number(least) / 100));
  return steps.length === 0 ? null : stateChoice(say('Coverage'), 'coverage', say('any'), steps, (least) => say('{least} % or more', { least }), change);
};

/** @type {(key: 'region' | 'income') => string[]} */
const groups = (key) => [...new Set(countries.map((one) => one[key]))].filter(Boolean).sort();

/** The ranking as it stands, and of what state. */
const lastRanking = { said: '', view: /** @type {any} */ (null) };

const rankingState = () => address({ measure: '', countries: [], x: '', y: '', lens: '' }) + isNarrow();

/** The ranking anew only where something changed that it shows: the map's measure is not. One that stands stays until the
 * new one is made. */
const rankingView = () => {
  const said = rankingState();
  const { said: before, view } = lastRanking;
  if (before === said && view.isConnected) return view;
  lastRanking.said = said;
  const anew = () => {
    if (lastRanking.said === said) lastRanking.view = madeRanking();
    return lastRanking.view;
  };
  if (!view) return anew();
  if (!view.isConnected) return deferred(anew);
  later(() => { if (lastRanking.said === said && view.isConnected) view.replaceWith(anew()); });
  return view;
};

/** How wide a column is whose head is this, in rem: its longest word fits. Widths are set, so that rows that come later move nothing.
 * @type {(title: string) => number} */
const widthOf = (title) => Math.max(2.2, Math.max(...title.split(/[\s-]/).map((word) => word.length)) * 0.37 + 0.8);

const madeRanking = () => {
  const result = current();
  const columns = columnsOf(result);
  const scores = measured('', state.year, result);
  const inside = [...countries.keys()].filter((place) => scores[place] === scores[place]);
  const body = el('tbody');
  const more = moreButton();
  const count = el('output', { 'aria-live': 'polite' });
  const head = el('tr');
  /** @type {Map<number, any>} */
  const rows = new Map();
  const rowOf = (/** @type {number} */ place) => {
    const row = rows.get(place) ?? el('tr', { id: `r-${countries[place].code}` }, columns.map((one) => cellOf(one, place)));
    rows.set(place, row);
    return row;
  };
  const fillRows = () => {
    const found = state.text.trim() ? new Set(find(state.text)) : null;
    const column = columns[order.column] ?? columns[0];
    const shown = inside.filter((place) => passes(place, found)).sort((one, other) => {
      const [a, b] = [column.value(one), column.value(other)];
      if (typeof a === 'string') return (order.isDown ? -1 : 1) * a.localeCompare(b, state.language);
      if (a !== a || b !== b) return Number(a !== a) - Number(b !== b);
      return (order.isDown ? b - a : a - b) || one - other;
    });
    fillTable(body, shown.length, (at) => rowOf(shown[at]), more);
    count.textContent = shown.length
      ? say('{shown} of {count} countries', { shown: shown.length, count: inside.length })
      : say('None of {count} countries fits: clear the text or choose "all".', { count: inside.length });
    [...head.children].forEach((/** @type {any} */ cell, at) => {
      if (at === order.column) cell.setAttribute('aria-sort', order.isDown ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    });
  };
  columns.forEach((column, at) => head.append(el('th', { scope: 'col', class: `${column.isText ? 'text' : ''} k-${column.kind ?? ''}`, '--w': `${widthOf(column.title)}rem` }, el('button', {
    type: 'button',
    onclick: () => {
      Object.assign(order, { column: at, isDown: order.column === at ? !order.isDown : !!column.isDown });
      fillRows();
    },
  }, column.title))));
  /** @type {(to: Partial<State>) => void} */
  const filterBy = (to) => {
    Object.assign(state, to);
    history.replaceState(null, '', address());
    lastRanking.said = rankingState();
    fillRows();
  };
  const filter = el('input', { type: 'search', value: state.text, autocomplete: 'off', oninput: () => filterBy({ text: filter.value }) });
  const sorting = el('select', { onchange: () => {
    const at = Number(sorting.value);
    Object.assign(order, { column: at, isDown: !!columns[at].isDown });
    fillRows();
  } }, columns.map((column, at) => column.isPicture ? null : el('option', { value: at, selected: at === order.column }, column.title)));
  fillRows();
  return el('section', { id: 'ranking', 'aria-labelledby': 'rank-h' }, el('h2', { id: 'rank-h' }, say('Ranking, {year}', { year: state.year || data.year })),
    filtering(
      el('label', {}, say('Name'), filter), el('label', { class: 'phone' }, say('Sorted by'), sorting),
      filterChoice(say('Region'), 'region', groups('region'), filterBy), filterChoice(say('Income group'), 'income', groups('income'), filterBy), coverageChoice(filterBy),
      data.history && !state.year ? stateChoice(say('Change since'), 'since', say('none'), data.history.years.filter((year) => year !== data.year), String, (to) => go(to, false)) : null, count,
      el('button', { type: 'button', onclick: () => saveRanking(columns, inside) }, say('Save as CSV'))),
    framed(say('Table of ranks'), el('table', { id: 'rank' },
      el('caption', {}, el('span', { class: 'stay' }, say('Index and dimensions, scores from 0 to 100'))), el('thead', {}, head), body), true), more, explained('interval', 'tier', 'coverage', 'reliability'));
};

/** The filters above the ranking, which a phone shows when asked, or when one of them is set.
 * @type {(...children: any[]) => any} */
const filtering = (...children) => isNarrow()
  ? el('details', { open: !!(state.text || state.region || state.income || state.coverage || state.since) },
    el('summary', {}, say('Filter, sort and save')), choices(...children))
  : choices(...children);

/** @type {(columns: Column[], places: number[]) => void} */
const saveRanking = (columns, places) => {
  const kept = columns.filter((column) => !column.isPicture);
  save('ranking.csv', 'text/csv', csvOf(['iso3', ...kept.map((column) => column.title)],
    places.map((place) => [countries[place].code, ...kept.map((column) => column.value(place))])));
};
