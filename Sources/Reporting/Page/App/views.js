// Views of chosen countries and indicators: search, time, comparison, an indicator.

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
  return el('section', { 'aria-labelledby': 'time-h' }, el('h2', { id: 'time-h' }, 'Time'), choices(
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
  const ahead = own.index[a] >= own.index[b] ? [a, b] : [b, a];
  const gap = Math.abs(own.index[a] - own.index[b]);
  if (gap === gap) {
    section.append(el('p', { class: 'finding' }, isolated(countries[ahead[0]].name), ` is ${fixed(gap, 2)} points ahead of `, isolated(countries[ahead[1]].name), `. ${weightsVerdict(ahead[0], ahead[1])}${intervalsVerdict(ranks[0], ranks[1])}`));
  }
  const rows = dimensions.map((node) => [nodeTitle(node), ...places.map((place) => own.scores[node][place])]);
  const picture = dimensionDots(places, 'Scores of dimensions');
  const widest = [...dimensions].sort((one, other) => Math.abs(own.scores[other][a] - own.scores[other][b]) - Math.abs(own.scores[one][a] - own.scores[one][b]) || one - other)[0];
  section.append(chart(`${countries[a].name} and ${countries[b].name} differ most in ${nodeTitle(widest).toLowerCase()}`, 'compare', picture, ['Dimension', ...places.map((place) => countries[place].name)], rows));
  section.append(indicatorGaps(a, b));
  const parts = partsOfGap(a, b);
  if (parts) {
    section.append(el('h3', {}, 'Points that sum to the difference'), el('table', { class: 'plain' },
      headOf(['Dimension', `Points of ${countries[a].name} above ${countries[b].name}`]),
      el('tbody', {}, parts.map(({ node, points }) => el('tr', {}, el('th', { scope: 'row' }, nodeTitle(node)), el('td', { class: 'num' }, signed(points, 2)))),
        el('tr', {}, el('th', { scope: 'row' }, 'Together'), el('td', { class: 'num' }, signed(parts.reduce((sum, { points }) => sum + points, 0), 2))))),
    el('p', { class: 'note' }, 'What each dimension brings when one country’s scores replace the other’s one by one, on average over all orders (Shapley values).'));
  }
  return section;
};

/** Whether weights alone turn two countries round: of a mean of terms the difference is a sum over dimensions, least in the
 * corner of the box where each weight that speaks for the leader is smallest. Exact; empty for other methods.
 * @type {(ahead: number, behind: number) => string} */
const weightsVerdict = (ahead, behind) => {
  const rule = means[data.nodes[0].method];
  if (!canReweigh || !rule) return '';
  let least = 0;
  for (const node of dimensions) {
    const [one, other] = [own.scores[node][ahead], own.scores[node][behind]];
    if (one !== one || other !== other) return '';
    const up = rule.inward(2) > rule.inward(1) ? 1 : -1;
    const gap = up * (rule.inward(rule.taken(one)) - rule.inward(rule.taken(other)));
    least += own.shares[node] * gap * (gap > 0 ? 1 - auditedBox : 1 + auditedBox);
  }
  return least > 0
    ? 'No weights of dimensions within a quarter above or below the lens’s turn the two round. '
    : 'Weights of dimensions within a quarter above or below the lens’s can turn the two round. ';
};

/** @type {(one: number[], other: number[]) => string} */
const intervalsVerdict = (one, other) => {
  if (!one.length || !other.length) return '';
  const overlap = one[0] <= other[1] && other[0] <= one[1];
  return `Over all judgements together their rank intervals are ${one[0]}–${one[1]} and ${other[0]}–${other[1]}${overlap ? '; they overlap, which does not say that the two change places' : ' and do not overlap'}.`;
};

/** The indicators in which two countries differ most, by points of the index as their weights have it.
 * @type {(a: number, b: number) => any} */
const indicatorGaps = (a, b) => {
  const gaps = leaves.map((node) => ({ node, gap: (leafScores[node]?.[a] ?? NaN) - (leafScores[node]?.[b] ?? NaN) }))
    .filter(({ gap }) => gap === gap).sort((one, other) => Math.abs(other.gap * own.parts[other.node]) - Math.abs(one.gap * own.parts[one.node]) || one.node - other.node).slice(0, 5);
  return el('div', {}, el('h3', {}, 'Indicators that part them most, by score and weight'), el('ol', {}, gaps.map(({ node, gap }) =>
    el('li', {}, indicatorLink(node), `: ${fixed(leafScores[node]?.[a])} and ${fixed(leafScores[node]?.[b])} points (${signed(gap)})`))));
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
