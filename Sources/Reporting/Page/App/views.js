// The other views: time, comparison, exploring, lenses, audit, indicators.

/** A box that adds countries to a list by any of their names.
 * @type {(label: string, choose: (place: number) => void) => any} */
const searchBox = (label, choose) => {
  const id = `s${label.length}`;
  const list = el('ul', { class: 'found', hidden: true, id, role: 'listbox' });
  const input = el('input', { type: 'search', autocomplete: 'off', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': id, 'aria-label': label, placeholder: label });
  let at = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    at = -1;
  };
  /** @type {(place: number) => void} */
  const take = (place) => {
    input.value = '';
    close();
    choose(place);
  };
  const search = () => {
    const found = find(input.value).slice(0, 8);
    list.replaceChildren(...found.map((place, one) => el('li', { role: 'option', id: `${id}-${one}`, 'aria-selected': 'false', 'data-place': place, onpointerdown: (/** @type {Event} */ event) => { event.preventDefault(); take(place); } }, isolated(countries[place].name))));
    if (found.length === 0 && input.value) list.replaceChildren(el('li', {}, 'No country is called so.'));
    list.hidden = !input.value;
    input.setAttribute('aria-expanded', String(!list.hidden));
    at = -1;
  };
  input.addEventListener('input', search);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const options = [...list.querySelectorAll('[role=option]')];
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && options.length) {
      event.preventDefault();
      take(Number(/** @type {HTMLElement} */ (options[Math.max(at, 0)]).dataset.place));
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' || options.length === 0) return;
    event.preventDefault();
    at = (at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length;
    options.forEach((option, one) => option.setAttribute('aria-selected', String(one === at)));
    input.setAttribute('aria-activedescendant', `${id}-${at}`);
  });
  return el('div', { class: 'search' }, input, list);
};

/** The countries chosen, each with a button that takes it away, and a box for more.
 * @type {(most: number) => any} */
const chosen = (most) => el('div', { class: 'chosen' }, state.countries.map((code, at) => el('span', { class: `chip l${at % 4}` }, isolated(countries[placeOf(code)].name),
  el('button', { type: 'button', 'aria-label': `Take ${countries[placeOf(code)].name} away`, onclick: () => go({ countries: state.countries.filter((one) => one !== code) }) }, '×'))),
state.countries.length < most ? searchBox('Add a country', (place) => go({ countries: [...new Set([...state.countries, countries[place].code])].slice(0, most) })) : null);

/** @type {() => number[]} */
const chosenPlaces = () => state.countries.map(placeOf).filter((place) => place >= 0);

const timeView = () => {
  if (!data.history || data.history.years.length < 2) return el('section', {}, el('h2', {}, 'Time'), el('p', {}, 'The figures score one year alone.'));
  const { years, coverage } = data.history;
  const places = chosenPlaces();
  const measure = hasPast(state.measure) ? state.measure : '';
  /** @type {(place: number) => number[]} */
  const values = (place) => years.map((year) => measured(measure, year)[place]);
  const world = years.map((year) => median([...measured(measure, year)]));
  const lines = [...places.map((place) => ({ name: countries[place].name, values: values(place), hollow: coverage.map((row) => row[place] < 65) })), { name: 'Median, all', values: world, isMuted: true }];
  const known = [...years.keys()].filter((at) => lines[0].values[at] === lines[0].values[at]);
  const [from, to] = [known[0] ?? 0, known[known.length - 1] ?? 0];
  const change = known.length > 1 ? lines[0].values[to] - lines[0].values[from] : NaN;
  const title = `${places.length ? lines[0].name : 'The median country'}: ${change === change ? `${signed(change)} points` : 'no comparison'} in ${measureTitle(measure).toLowerCase()} from ${years[from]} to ${years[to]}`;
  return el('section', { 'aria-labelledby': 'time-h' }, el('h2', { id: 'time-h' }, 'Time'), el('form', { class: 'filters', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
    measureChoice('Measure', measure, (name) => go({ measure: hasPast(name) ? name : '' })), chosen(4)),
  chart(title, 'time', lineChart(lines, years, title), ['Year', ...lines.map((line) => line.name)], years.map((year, at) => [String(year), ...lines.map((line) => line.values[at])]),
    'Hollow: figures of the country’s own carry less than 65 % of the weight of that year. A change may be one of coverage: hsi score --panel fixed scores years by the same figures.'));
};

const compareView = () => {
  const places = chosenPlaces();
  const section = el('section', { 'aria-labelledby': 'compare-h' }, el('h2', { id: 'compare-h' }, 'Compare countries'), chosen(4));
  if (places.length < 2) {
    section.append(el('p', {}, 'Choose two to four countries.'));
    return section;
  }
  const [a, b] = places;
  const ranks = places.map((place) => countries[place].interval);
  const apart = ranks[0].length && ranks[1].length ? ranks[0][1] < ranks[1][0] || ranks[1][1] < ranks[0][0] : null;
  const ahead = own.index[a] >= own.index[b] ? [a, b] : [b, a];
  const gap = Math.abs(own.index[a] - own.index[b]);
  if (gap === gap) {
    section.append(el('p', { class: 'finding' }, isolated(countries[ahead[0]].name), ` is ${fixed(gap)} points ahead of `, isolated(countries[ahead[1]].name),
      apart === null ? '.' : apart ? ', and their rank intervals do not overlap.' : ', but their rank intervals overlap: which of the two is ahead depends on judgements.'));
  }
  const rows = dimensions.map((node) => [nodeTitle(node), ...places.map((place) => own.scores[node][place])]);
  const picture = svg('svg', { viewBox: `0 0 640 ${dimensions.length * 30 + 24}`, class: 'dots', role: 'img', 'aria-label': 'Scores of dimensions' });
  dimensions.forEach((node, at) => {
    const y = at * 30 + 18;
    picture.append(svg('text', { x: 0, y: y + 4 }, nodeTitle(node)), svg('line', { class: 'guide', x1: 150, x2: 630, y1: y, y2: y }));
    places.forEach((place, one) => {
      const value = own.scores[node][place];
      if (value === value) picture.append(svg('circle', { class: `dot d${one}`, cx: 150 + value * 4.8, cy: y, r: 7 }, svg('title', {}, `${countries[place].name}: ${fixed(value)}`)));
    });
  });
  for (const mark of [0, 50, 100]) picture.append(svg('text', { x: 150 + mark * 4.8, y: dimensions.length * 30 + 20, 'text-anchor': 'middle' }, String(mark)));
  const widest = [...dimensions].sort((one, other) => Math.abs(own.scores[other][a] - own.scores[other][b]) - Math.abs(own.scores[one][a] - own.scores[one][b]) || one - other)[0];
  section.append(chart(`${countries[a].name} and ${countries[b].name} differ most in ${nodeTitle(widest).toLowerCase()}`, 'compare', picture, ['Dimension', ...places.map((place) => countries[place].name)], rows));
  const parts = partsOfGap(a, b);
  if (parts) {
    section.append(el('h3', {}, 'Points that sum to the difference'), el('table', { class: 'plain' },
      el('thead', {}, el('tr', {}, ['Dimension', `Points of ${countries[a].name} above ${countries[b].name}`].map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, parts.map(({ node, points }) => el('tr', {}, el('th', { scope: 'row' }, nodeTitle(node)), el('td', { class: 'num' }, signed(points, 2)))),
        el('tr', {}, el('th', { scope: 'row' }, 'Together'), el('td', { class: 'num' }, signed(parts.reduce((sum, { points }) => sum + points, 0), 2))))),
    el('p', { class: 'note' }, 'Shapley values: what each dimension brings on average over all orders in which one country’s scores can replace the other’s.'));
  }
  return section;
};

/** Shapley values of the dimensions in the difference of two scores: Difference of hsi explain A B.
 * @type {(a: number, b: number) => { node: number, points: number }[] | null} */
const partsOfGap = (a, b) => {
  const nodes = childrenOf(0).filter((node) => own.shares[node] > 0 && own.scores[node][a] === own.scores[node][a] && own.scores[node][b] === own.scores[node][b]);
  if (!canReweigh || nodes.length !== dimensions.length || nodes.length > 12) return null;
  const values = new Float64Array(2 ** nodes.length);
  for (let set = 0; set < values.length; set += 1) {
    /** @type {Float64Array[]} */
    const scores = [];
    nodes.forEach((node, at) => { scores[node] = Float64Array.of(own.scores[node][set >> at & 1 ? a : b]); });
    values[set] = joined(data.nodes[0].method, nodes, scores, own.shares, 0, 0);
  }
  /** @type {(count: number) => number} */
  const factorial = (count) => count < 2 ? 1 : count * factorial(count - 1);
  const n = nodes.length;
  return nodes.map((node, at) => {
    let points = 0;
    for (let set = 0; set < values.length; set += 1) {
      if (set >> at & 1) continue;
      let size = 0;
      for (let bit = 0; bit < n; bit += 1) size += set >> bit & 1;
      points += factorial(size) * factorial(n - size - 1) / factorial(n) * (values[set | 1 << at] - values[set]);
    }
    return { node, points };
  });
};

/** @type {(one: number[], other: number[]) => number} Pearson's correlation over what both have. */
const correlation = (one, other) => {
  const both = [...one.keys()].filter((at) => one[at] === one[at] && other[at] === other[at]);
  const mean = (/** @type {number[]} */ values) => both.reduce((sum, at) => sum + values[at], 0) / both.length;
  const [x, y] = [mean(one), mean(other)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const at of both) {
    xy += (one[at] - x) * (other[at] - y);
    xx += (one[at] - x) ** 2;
    yy += (other[at] - y) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : NaN;
};

const exploreView = () => {
  const x = state.x || (dimensions[0] !== undefined ? data.nodes[dimensions[0]].name : '');
  const [across, up] = [[...measured(x)], [...measured(state.y)]];
  const r = correlation(across, up);
  const picture = svg('svg', { viewBox: '0 0 560 460', class: 'scatter', role: 'img', 'aria-label': `${measureTitle(state.y)} against ${measureTitle(x)}` });
  for (const mark of [0, 25, 50, 75, 100]) {
    const at = 40 + mark * 5;
    picture.append(svg('line', { class: 'guide', x1: at, x2: at, y1: 10, y2: 420 }), svg('line', { class: 'guide', x1: 40, x2: 540, y1: 420 - mark * 4.1, y2: 420 - mark * 4.1 }),
      svg('text', { x: at, y: 436, 'text-anchor': 'middle' }, String(mark)), svg('text', { x: 34, y: 424 - mark * 4.1, 'text-anchor': 'end' }, String(mark)));
  }
  picture.append(svg('text', { x: 290, y: 454, 'text-anchor': 'middle' }, measureTitle(x)));
  const marked = new Set(chosenPlaces());
  countries.forEach((country, place) => {
    if (across[place] !== across[place] || up[place] !== up[place]) return;
    const [cx, cy] = [40 + across[place] * 5, 420 - up[place] * 4.1];
    picture.append(svg('circle', { class: marked.has(place) ? 'dot d1' : 'dot', cx, cy, r: marked.has(place) ? 6 : 4 }, svg('title', {}, `${country.name}: ${fixed(across[place])}, ${fixed(up[place])}`)));
    if (marked.has(place)) picture.append(svg('text', { x: cx + 9, y: cy + 4 }, country.name));
  });
  const strength = Math.abs(r) >= 0.8 ? 'go closely together' : Math.abs(r) >= 0.5 ? 'go together in part' : 'have little in common';
  return el('section', { 'aria-labelledby': 'explore-h' }, el('h2', { id: 'explore-h' }, 'Explore'), el('form', { class: 'filters', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
    measureChoice('Across', x, (name) => go({ x: name })), measureChoice('Up', state.y, (name) => go({ y: name })), chosen(8)),
  chart(`${measureTitle(x)} and ${measureTitle(state.y).toLowerCase()} ${r < -0.5 ? 'go against each other' : strength} (r = ${fixed(r, 2)})`, 'scatter', picture, ['Country', measureTitle(x), measureTitle(state.y)],
    countries.map((country, place) => [country.name, across[place], up[place]]).filter((row) => row[1] === row[1] && row[2] === row[2])));
};

const lensesView = () => {
  const lenses = data.history ? data.history.lenses : [];
  if (lenses.length === 0) return el('section', {}, el('h2', {}, 'Lenses'), el('p', {}, 'There are no other lenses beside this one.'));
  const other = lenses.find((lens) => lens.name === state.lens) ?? lenses[0];
  const theirs = measured(`lens:${other.name}`);
  const both = [...countries.keys()].filter((place) => own.index[place] === own.index[place] && theirs[place] === theirs[place]);
  const only = (/** @type {Float64Array} */ scores) => ranked(Float64Array.from(scores, (value, place) => both.includes(place) ? value : NaN));
  const [here, there] = [only(own.index), only(theirs)];
  const moved = [...both].sort((one, two) => Math.abs(here[two] - there[two]) - Math.abs(here[one] - there[one]) || one - two);
  const rho = correlation(both.map((place) => here[place]), both.map((place) => there[place]));
  const marked = new Set([...chosenPlaces(), ...moved.slice(0, 6)]);
  const picture = svg('svg', { viewBox: '0 0 560 520', class: 'slope', role: 'img', 'aria-label': `Ranks under ${data.title} and ${other.title}` });
  const y = (/** @type {number} */ rank) => 24 + (rank - 1) / Math.max(both.length - 1, 1) * 480;
  for (const place of both) if (!marked.has(place)) picture.append(svg('line', { class: 'faint', x1: 170, x2: 390, y1: y(here[place]), y2: y(there[place]) }));
  for (const place of both) {
    if (!marked.has(place)) continue;
    picture.append(svg('line', { class: 'line l0', x1: 170, x2: 390, y1: y(here[place]), y2: y(there[place]) }),
      svg('text', { x: 162, y: y(here[place]) + 4, 'text-anchor': 'end' }, `${countries[place].name} ${here[place]}`), svg('text', { x: 398, y: y(there[place]) + 4 }, `${there[place]}`));
  }
  const choice = el('select', { onchange: () => go({ lens: choice.value }) }, lenses.map((lens) => el('option', { value: lens.name, selected: lens === other }, lens.title)));
  return el('section', { 'aria-labelledby': 'lens-h' }, el('h2', { id: 'lens-h' }, 'Lenses: what other schools of security make of the same figures'),
    el('form', { class: 'filters', onsubmit: (/** @type {Event} */ event) => event.preventDefault() }, el('label', {}, 'Beside', choice), chosen(6)),
    chart(`${countries[moved[0]]?.name ?? 'Nobody'} moves furthest, from ${here[moved[0]]} to ${there[moved[0]]}; ranks correlate by ${fixed(rho, 2)}`, 'lenses', picture, ['Country', data.title, other.title, 'Places'],
      moved.map((place) => [countries[place].name, here[place], there[place], here[place] - there[place]]), `Ranks among the ${both.length} countries that both lenses rank.`));
};

const intervalPicture = () => {
  const places = [...countries.keys()].filter((place) => own.ranks[place] && countries[place].interval.length).sort((one, other) => own.ranks[one] - own.ranks[other] || one - other);
  if (places.length === 0) return null;
  const widths = places.map((place) => countries[place].interval[1] - countries[place].interval[0] + 1);
  const picture = svg('svg', { viewBox: `0 0 640 ${places.length * 4 + 20}`, class: 'intervals', role: 'img', 'aria-label': 'Rank intervals of all countries' });
  places.forEach((place, at) => {
    const [low, high] = countries[place].interval;
    const x = (/** @type {number} */ rank) => 10 + (rank - 1) / places.length * 620;
    picture.append(svg('line', { class: 'bar', x1: x(low), x2: x(high + 1), y1: at * 4 + 6, y2: at * 4 + 6 }, svg('title', {}, `${countries[place].name}: ${low}–${high}`)),
      svg('circle', { class: 'dot', cx: x(own.ranks[place] + 0.5), cy: at * 4 + 6, r: 1.6 }));
  });
  return chart(`Half of the countries can be placed to within ${median(widths)} ranks, in nine of ten combinations of all judgements`, 'intervals', picture, ['Country', 'Rank', 'From', 'To'],
    places.map((place) => [countries[place].name, own.ranks[place], ...countries[place].interval.slice(0, 2)]), 'A line a country, the most secure first; the dot is its rank under this lens.');
};

const correlationGrid = () => {
  const columns = dimensions.map((node) => [...own.scores[node]].map((value, place) => own.ranks[place] ? value : NaN));
  const rows = dimensions.map((node, one) => [nodeTitle(node), ...columns.map((other) => correlation(columns[one], other))]);
  const pairs = dimensions.flatMap((_, one) => dimensions.slice(one + 1).map((_node, at) => ({ one, other: one + 1 + at })));
  const closest = [...pairs].sort((p, q) => Number(rows[q.one][q.other + 1]) - Number(rows[p.one][p.other + 1]))[0];
  if (!closest) return null;
  const size = 44;
  const picture = svg('svg', { viewBox: `0 0 ${130 + size * dimensions.length} ${size * dimensions.length + 20}`, class: 'heat', role: 'img', 'aria-label': 'Correlations between dimensions' });
  rows.forEach((row, at) => {
    picture.append(svg('text', { x: 122, y: at * size + 26, 'text-anchor': 'end' }, row[0]));
    row.slice(1).forEach((value, one) => {
      const cell = svg('rect', { class: Number(value) >= 0 ? 'pos' : 'neg', x: 130 + one * size, y: at * size, width: size - 2, height: size - 2, '--o': String(Math.abs(Number(value))) });
      picture.append(cell, svg('text', { x: 130 + one * size + size / 2, y: at * size + 26, 'text-anchor': 'middle' }, fixed(Number(value), 2)));
    });
  });
  return chart(`${rows[closest.one][0]} and ${String(rows[closest.other][0]).toLowerCase()} go together most (r = ${fixed(Number(rows[closest.one][closest.other + 1]), 2)})`, 'correlations', picture, ['Dimension', ...dimensions.map(nodeTitle)], rows);
};

const auditView = () => el('section', { 'aria-labelledby': 'pictures-h' }, el('h2', { id: 'pictures-h' }, 'Ranks and dimensions at a glance'), intervalPicture(), correlationGrid());

const indicatorView = () => {
  const leaf = data.indicators.findIndex((one) => one.id === state.measure);
  if (leaf < 0) return el('section');
  const own = data.indicators[leaf];
  const scores = scoresOf(data.cells[leaf]);
  const places = [...countries.keys()].filter((place) => 'oc'.includes(data.cells[leaf].kinds[place])).sort((one, other) => scores[other] - scores[one] || one - other);
  const bins = new Array(10).fill(0);
  for (const place of places) bins[Math.min(9, Math.floor(scores[place] / 10))] += 1;
  const most = Math.max(...bins, 1);
  const picture = svg('svg', { viewBox: '0 0 400 160', class: 'bars', role: 'img', 'aria-label': 'Countries by score' });
  bins.forEach((count, at) => picture.append(svg('rect', { class: step(at * 10 + 5), x: at * 40, width: 38, y: 130 - count / most * 120, height: count / most * 120 }, svg('title', {}, `${at * 10} to ${at * 10 + 10}: ${count}`)),
    svg('text', { x: at * 40 + 19, y: 150, 'text-anchor': 'middle' }, String(at * 10))));
  /** @type {[string, string][]} */
  const facts = [['Unit', own.unit], ['Goalposts', `${own.worst} (worst) and ${own.best} (best)${own.scale ? `; ${own.scale}` : ''}`], ['Threat', own.threat], ['Producer', own.producer], ['Source', own.source], ['Licence', own.licence], ['Reference', own.reference], ['File', data.cells[leaf].file]];
  return el('section', { class: 'indicator', 'aria-labelledby': 'ind-h2' }, el('h2', { id: 'ind-h2' }, own.name), el('dl', { class: 'lines' }, facts.filter(([, text]) => text).map(([name, text]) => [el('dt', {}, name), el('dd', {}, text)])),
    el('p', {}, link({ view: 'index', measure: own.id }, 'Show it on the map')),
    chart(`${places.length} of ${countries.length} countries have a figure; the median score is ${fixed(median(places.map((place) => scores[place])), 0)}`, own.id, picture, ['Country', `Value, ${own.unit}`, 'Year', 'Score'],
      own.open ? places.map((place) => [countries[place].name, data.cells[leaf].values[place], String(data.cells[leaf].years[place]), scores[place]]) : [], own.open ? '' : 'The terms of these figures do not allow every reuse: they are not offered as a table.'));
};
