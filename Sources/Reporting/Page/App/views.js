// Views of chosen countries: search, time, comparison.

/** The name by which a text finds a country, where that is not the one shown.
 * @type {(place: number, text: string) => any} */
const otherName = (place, text) => {
  const wanted = fold(text);
  if (fold(nameOf(place)).includes(wanted)) return null;
  const { code, name, names, aliases } = countries[place];
  const all = [code, name, ...names ?? [], ...aliases.split('|')].filter((one) => fold(one).includes(wanted));
  const found = all.find((one) => fold(one) === wanted) ?? all.find((one) => fold(one).startsWith(wanted)) ?? all[0];
  return found ? el('small', {}, ' ', isolated(found)) : null;
};

/** A box that adds countries to a list by any of their names.
 * @type {(id: string, label: string, choose: (place: number) => void) => any} */
const searchBox = (id, label, choose) => {
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
    // The keyboard of a phone would hide what was asked for; to a list more is added.
    if (id === 'find' && isNarrow()) input.blur();
    choose(place);
  };
  const search = () => {
    const found = find(input.value).slice(0, 8);
    list.replaceChildren(...found.map((place, one) => el('li', { role: 'option', id: `${id}-${one}`, 'aria-selected': 'false', 'data-place': place, onpointerdown: (/** @type {Event} */ event) => { event.preventDefault(); take(place); } }, isolated(nameOf(place)), otherName(place, input.value))));
    if (found.length === 0 && input.value) list.replaceChildren(el('li', {}, say('No country is called so.')));
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
const chosen = (most) => el('div', { class: 'chosen' }, state.countries.map((code, at) => el('span', { class: `chip l${at % 4}` }, isolated(nameOf(placeOf(code))),
  el('button', { type: 'button', 'aria-label': say('Take {name} away', { name: nameOf(placeOf(code)) }), onclick: () => go({ countries: state.countries.filter((one) => one !== code) }) }, '×'))),
state.countries.length < most ? searchBox('add', say('Add a country'), (place) => go({ countries: [...new Set([...state.countries, countries[place].code])].slice(0, most) })) : null);

/** @type {() => number[]} */
const chosenPlaces = () => state.countries.map(placeOf).filter((place) => place >= 0);

const timeView = () => {
  if (!data.history || data.history.years.length < 2) return el('section', {}, el('h2', {}, say('Time')), el('p', {}, say('The figures score one year alone.')));
  const { years, coverage } = data.history;
  const places = chosenPlaces();
  const measure = hasPast(state.measure) ? state.measure : '';
  /** @type {(place: number) => number[]} */
  const values = (place) => years.map((year) => measured(measure, year)[place]);
  const world = years.map((year) => median([...measured(measure, year)]));
  const lines = [...places.map((place) => ({ name: nameOf(place), values: values(place), hollow: coverage.map((row) => row[place] < 65) })), ...regionLine(places[0] ?? -1, measure), { name: say('Median, all'), values: world, isMuted: true }];
  const known = [...years.keys()].filter((at) => lines[0].values[at] === lines[0].values[at]);
  const [from, to] = [known[0] ?? 0, known[known.length - 1] ?? 0];
  const change = known.length > 1 ? lines[0].values[to] - lines[0].values[from] : NaN;
  const said = { name: lines[0].name, change: signed(change), measure: lower(measureTitle(measure)), from: years[from], to: years[to] };
  const isKnown = change === change;
  const title = places.length
    ? isKnown && measure === '' ? courseTitle(places[0], lines[0].values)
      : isKnown ? say('{name}: {change} points in {measure} from {from} to {to}', said) : say('{name}: no comparison in {measure} from {from} to {to}', said)
    : isKnown && measure === '' ? say('The median country: {change} points in {measure} from {from} to {to}, while median coverage went from {before} to {now}', {
      ...said, before: percent(median(coverage[from]) / 100), now: percent(median(coverage[to]) / 100),
    }) : isKnown ? say('The median country: {change} points in {measure} from {from} to {to}', said)
      : say('The median country: no comparison in {measure} from {from} to {to}', said);
  return el('section', { 'aria-labelledby': 'time-h' }, el('h2', { id: 'time-h' }, say('Time')), choices(
    measureChoice(say('Measure'), measure, (name) => go({ measure: hasPast(name) ? name : '' })), chosen(4)),
  chart(title, 'time', lineChart(lines, years, title), [say('Year'), ...lines.map((line) => line.name)], years.map((year, at) => [String(year), ...lines.map((line) => line.values[at])]),
    say('Hollow: figures of the country’s own carry less than 65 % of the weight of that year. A change may be one of coverage: hsi score --panel fixed scores years by the same figures.')),
  brokenAt(), measure === '' ? places.map((place, at) => el('p', {}, [at ? fixedChange(place) : '', longChange(place, values(place))].filter(Boolean).join(' '))) : null);
};

/** The median of a country's region over the years; none for no country.
 * @type {(place: number, measure: string) => { name: string, values: number[], isMuted: boolean }[]} */
const regionLine = (place, measure) => {
  const region = countries[place]?.region;
  if (!region || !data.history) return [];
  const values = mediansOf(ofRegion(region), data.history.years.map((year) => measured(measure, year)));
  return [{ name: say('Median, {group}', { group: called(region) }), values, isMuted: true }];
};

/** From so many points of coverage in one year on a line is said to break. */
const breakOfCoverage = 3;

/** In which year figures begin or end for most countries, so that all lines break there without any country changing.
 * @type {() => any} */
const brokenAt = () => {
  const { years, coverage } = /** @type {PageHistory} */ (data.history);
  const medians = coverage.map((row) => median(row.filter((_, place) => own.ranks[place])));
  const steps = medians.map((value, at) => at ? value - medians[at - 1] : 0);
  const at = steps.indexOf(Math.max(...steps));
  return steps[at] < breakOfCoverage ? null : el('p', {},
    say('From {from} to {to} the median coverage of the ranked countries rises from {before} to {now}: where lines break there, figures that begin are part of it.',
      { from: years[at - 1], to: years[at], before: percent(medians[at - 1] / 100), now: percent(medians[at] / 100) }));
};

/** What of a country's change the figures alone make that both years have; the rest is coverage.
 * @type {(place: number) => string} */
const fixedChange = (place) => {
  const changes = data.history?.changes;
  const [all, common] = [changes?.all[place] ?? NaN, changes?.common[place] ?? NaN];
  if (!changes || all !== all || common !== common) return '';
  const said = { name: nameOf(place), year: changes.year, all: signed(all), common: signed(common), rest: signed(Number(all.toFixed(1)) - Number(common.toFixed(1))) };
  return Math.abs(all - common) < 0.05 ? say('Since {year}, {name} changed by {all} points, and as much by the figures that both years have.', said)
    : say('Since {year}, {name} changed by {all} points: {common} by the figures that both years have, {rest} by figures that came or went.', said);
};

const compareView = () => {
  const places = chosenPlaces();
  const section = el('section', { 'aria-labelledby': 'compare-h' }, el('h2', { id: 'compare-h' }, say('Compare countries')), chosen(4));
  if (places.length < 2) {
    section.append(el('p', {}, say('Choose two to four countries.')));
    return section;
  }
  const [a, b] = places;
  for (const place of places) if (!own.ranks[place]) section.append(el('p', { class: 'why' }, withheld(place, own.parts, own.scores, own.shares)));
  if (places.length > 2) section.append(el('p', { class: 'note' }, say('Words and points are of the first two; the picture shows all.')));
  const ranks = places.map((place) => countries[place].interval);
  const ahead = own.index[a] >= own.index[b] ? [a, b] : [b, a];
  const gap = Math.abs(own.index[a] - own.index[b]);
  if (gap === gap) {
    section.append(el('p', { class: 'finding' }, sayWith('{name} is {points} points ahead of {other}.',
      { name: isolated(nameOf(ahead[0])), points: fixed(gap, 2), other: isolated(nameOf(ahead[1])) }),
    [withoutWidest(ahead[0], ahead[1]), weightsVerdict(ahead[0], ahead[1]), intervalsVerdict(ranks[0], ranks[1])].filter(Boolean).map((verdict) => ` ${verdict}`)));
  }
  const rows = dimensions.map((node) => [nodeTitle(node), ...places.map((place) => own.scores[node][place])]);
  const picture = dimensionDots(places, say('Scores of dimensions'));
  const widest = [...dimensions].sort((one, other) => Math.abs(own.scores[other][a] - own.scores[other][b]) - Math.abs(own.scores[one][a] - own.scores[one][b]) || one - other)[0];
  const title = say('{name} and {other} differ most in the {dimension} dimension', { name: nameOf(a), other: nameOf(b), dimension: lower(nodeTitle(widest)) });
  section.append(chart(title, 'compare', picture, [say('Dimension'), ...places.map((place) => nameOf(place))], rows));
  section.append(indicatorGaps(a, b));
  const parts = partsOfGap(a, b);
  if (parts) {
    const shown = roundedParts(parts.map(({ points }) => points), 2);
    section.append(el('h3', {}, say('Points that sum to the difference')), framed(say('Points that sum to the difference'), el('table', { class: 'plain' },
      headOf([say('Dimension'), [say('Points of {name} above {other}', { name: nameOf(a), other: nameOf(b) })]]),
      el('tbody', {}, parts.map(({ node }, at) => el('tr', {}, el('th', { scope: 'row' }, nodeTitle(node)), el('td', { class: 'num' }, signed(shown[at], 2)))),
        el('tr', {}, el('th', { scope: 'row' }, say('Together')), el('td', { class: 'num' }, signed(parts.reduce((sum, { points }) => sum + points, 0), 2)))))),
    el('p', { class: 'note' }, say('What each dimension brings when one country’s scores replace the other’s one by one, on average over all orders (Shapley values).')));
  }
  return section;
};

/** Scores that lie closer than this are said to be level. */
const levelGap = 0.5;

/** What becomes of two countries without the dimension that speaks most for the first, the others keeping their relative weights.
 * @type {(ahead: number, behind: number) => string} */
const withoutWidest = (ahead, behind) => {
  const most = [...partsOfGap(ahead, behind) ?? []].sort((one, other) => other.points - one.points || one.node - other.node)[0];
  if (!most || dimensions.length < 3) return '';
  const weights = Float64Array.from(ownWeights, (weight, node) => node === most.node ? 0 : weight);
  const index = joinedNodes(normalised(weights), data.nodes[0].method, countries.length, (node) => leafScores[node])[0];
  const [one, other] = [index[ahead], index[behind]];
  const said = { dimension: lower(nodeTitle(most.node)), first: fixed(one), second: fixed(other), name: nameOf(one > other ? ahead : behind), points: fixed(Math.abs(one - other)) };
  return one !== one || other !== other ? ''
    : Math.abs(one - other) < levelGap ? say('Without the {dimension} dimension the two are level ({first} and {second}).', said)
      : say('Without the {dimension} dimension {name} would be {points} points ahead ({first} and {second}).', said);
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
    ? say('No weights of dimensions within a quarter above or below the lens’s put {other} ahead.', { other: nameOf(behind) })
    : say('Weights of dimensions within a quarter above or below the lens’s can put {other} ahead.', { other: nameOf(behind) });
};

/** @type {(one: number[], other: number[]) => string} */
const intervalsVerdict = (one, other) => {
  if (!one.length || !other.length) return '';
  const overlap = one[0] <= other[1] && other[0] <= one[1];
  const [first, second] = [`${one[0]}–${one[1]}`, `${other[0]}–${other[1]}`];
  return overlap
    ? say('Over all judgements together their rank intervals, {first} and {second}, overlap: these leave open which of the two is ahead.', { first, second })
    : say('Over all judgements together their rank intervals are {first} and {second} and do not overlap.', { first, second });
};

/** The indicators in which two countries differ most, by points of the index as their weights have it.
 * @type {(a: number, b: number) => any} */
const indicatorGaps = (a, b) => {
  const gaps = leaves.filter((node) => [a, b].every((place) => 'oc'.includes(cellsOf(node).kinds[place])))
    .map((node) => ({ node, gap: (leafScores[node]?.[a] ?? NaN) - (leafScores[node]?.[b] ?? NaN) }))
    .filter(({ gap }) => gap === gap).sort((one, other) => Math.abs(other.gap * own.parts[other.node]) - Math.abs(one.gap * own.parts[one.node]) || one.node - other.node).slice(0, 5);
  return el('div', {}, el('h3', {}, say('Indicators that part them most, by score and weight')), el('ol', {}, gaps.map(({ node, gap }) =>
    el('li', {}, sayWith('{indicator}: {one} and {other} points ({gap})',
      { indicator: indicatorLink(node), one: fixed(leafScores[node]?.[a]), other: fixed(leafScores[node]?.[b]), gap: signed(gap) })))));
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
  return dimensions.map((node) => {
    const at = nodes.indexOf(node);
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
