// One country: what is to be said of it first, then its course, its parts beside its peers, and every figure.

/** @typedef {{ node: number, gap: number, value: number, peers: number }} Gap */

/** How a country stands beside its peers in each indicator: points above or below their median.
 * @type {(place: number, peers: number[]) => Gap[]} */
const gapsOf = (place, peers) => leaves.map((node) => {
  const scores = leafScores[node] ?? new Float64Array();
  const { kinds } = cellsOf(node);
  const others = median(peers.filter((peer) => 'oc'.includes(kinds[peer])).map((peer) => scores[peer]));
  const value = 'oc'.includes(kinds[place]) ? scores[place] : NaN;
  return { node, gap: value - others, value, peers: others };
}).filter(({ gap }) => gap === gap);

/** The score from which on a quarter of some countries lies.
 * @type {(values: number[]) => number} */
const upperQuartile = (values) => {
  const sorted = values.filter((value) => value === value).sort((one, other) => one - other);
  if (sorted.length === 0) return NaN;
  const at = (sorted.length - 1) * 0.75;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
};

/** What raising one indicator to the best quarter of the peers would bring, all else as it is: points and ranks.
 * @type {(place: number, peers: number[]) => { node: number, to: number, points: number, ranks: number }[]} */
const leversOf = (place, peers) => gapsOf(place, peers).map(({ node }) => {
  const scores = /** @type {Float64Array} */ (leafScores[node]);
  const to = upperQuartile(peers.map((peer) => scores[peer]));
  if (!(to > scores[place])) return { node, to, points: 0, ranks: 0 };
  const raised = joinedNodes(own.shares, data.nodes[0].method, 1, (leaf) => leafScores[leaf] && Float64Array.of(leaf === node ? to : /** @type {Float64Array} */ (leafScores[leaf])[place]));
  const points = raised[0][0] - own.index[place];
  const above = countries.filter((_, other) => other !== place && own.index[other] > own.index[place] + points).length;
  return { node, to, points, ranks: own.ranks[place] - above - 1 };
}).filter(({ points }) => points > 0).sort((one, other) => other.points - one.points || one.node - other.node);

/** @type {(place: number) => string[]} Sentences, each true by the rule that makes it. */
const summaryOf = (place) => {
  const { name, interval, range, region, income } = countries[place];
  const count = Math.max(...own.ranks);
  const rank = own.ranks[place];
  if (!rank) return [`${name} is not ranked: ${withheld(place, own.parts, own.scores, own.shares)}.`];
  const sentences = [`${name} is number ${rank} of ${count} in ${data.year}, with ${fixed(own.index[place])} points of 100.`];
  if (interval.length) {
    sentences.push(interval[0] <= rank && rank <= interval[1]
      ? `In nine of ten combinations of all judgements it lies between rank ${interval[0]} and rank ${interval[1]}.`
      : `In nine of ten combinations of all judgements it lies between rank ${interval[0]} and rank ${interval[1]}, and so not where this lens has it.`);
  }
  if (range.length && range[0] !== range[1]) sentences.push(`With any one dimension left out it would lie between rank ${range[0]} and rank ${range[1]}.`);
  const known = dimensions.filter((node) => own.scores[node][place] === own.scores[node][place]);
  if (known.length > 1) {
    const sorted = [...known].sort((one, other) => own.scores[other][place] - own.scores[one][place] || one - other);
    const [best, worst] = [sorted[0], sorted[sorted.length - 1]];
    const behind = [...known].map((node) => ({ node, peers: median(peersOf(place).map((peer) => own.scores[node][peer])) })).map(({ node, peers }) => ({ node, peers, gap: own.scores[node][place] - peers })).filter(({ gap }) => gap === gap).sort((one, other) => one.gap - other.gap || one.node - other.node)[0];
    if (behind && behind.gap < 0) sentences.push(`It is furthest behind its peers in ${nodeTitle(behind.node).toLowerCase()} (${fixed(own.scores[behind.node][place])}, their median ${fixed(behind.peers)}).`);
    sentences.push(`Its best dimension is ${nodeTitle(best).toLowerCase()} (${fixed(own.scores[best][place])}), its worst ${nodeTitle(worst).toLowerCase()} (${fixed(own.scores[worst][place])}).`);
  }
  const peers = peersOf(place).filter((peer) => own.ranks[peer]);
  if (peers.length > 2) {
    const better = peers.filter((peer) => own.index[peer] > own.index[place]).length;
    sentences.push(`Of ${peers.length} other countries of its ${income ? 'income group' : 'region'} (${income || region}), ${better} have a higher score.`);
  }
  return sentences;
};

const countryView = () => {
  const place = placeOf(state.countries[0] ?? '');
  if (place < 0) return el('section', {}, el('h2', {}, 'No such country'), el('p', {}, link({ view: 'index' }, 'To the ranking')));
  const country = countries[place];
  const peers = peersOf(place);
  const around = country.neighbours.filter((other) => own.ranks[other]);
  return el('section', { class: 'country', 'aria-labelledby': 'country-h' },
    el('p', { class: 'place' }, link({ view: 'index' }, 'Ranking'), ` · ${[country.region, country.subregion, country.income].filter(Boolean).join(' · ')} · ${data.index ? `${data.index}, ` : ''}${data.title}, ${data.year}`),
    el('h2', { id: 'country-h' }, isolated(country.name)),
    el('p', { class: 'finding' }, summaryOf(place).join(' ')),
    courseOf(place, peers), standing(place, peers, around), strengths(place, peers), levers(place, peers), figures(place),
    el('p', { class: 'take' },
      link({ view: 'compare', countries: [country.code, ...around.slice(0, 2).map((other) => countries[other].code)] }, 'Compare with its neighbours'),
      el('button', { type: 'button', onclick: () => print() }, 'Print as a country brief')));
};

/** @type {(place: number, peers: number[]) => any} */
const courseOf = (place, peers) => {
  if (!data.history || data.history.years.length < 3) return null;
  const { years, index, coverage } = data.history;
  /** @type {(members: number[]) => number[]} */
  const middle = (members) => index.map(tenths).map((row) => median(members.map((member) => row[member])));
  const line = course(place);
  const region = [...countries.keys()].filter((other) => countries[other].region === countries[place].region);
  const known = line.filter((value) => value === value);
  if (known.length < 2) return null;
  const change = known[known.length - 1] - known[0];
  const [from, to] = [years[line.findIndex((value) => value === value)], years[line.lastIndexOf(known[known.length - 1])]];
  const lines = [
    { name: countries[place].name, values: line, hollow: coverage.map((row) => row[place] < 65) },
    { name: `Median, ${countries[place].region}`, values: middle(region), isMuted: true },
    { name: 'Median, peers', values: middle(peers), isMuted: true },
  ];
  const title = `${countries[place].name} ${Math.abs(change) < 0.05 ? 'stands where it stood' : `${change > 0 ? 'gained' : 'lost'} ${fixed(Math.abs(change))} points`} between ${from} and ${to}`;
  return chart(title, `${countries[place].code}-course`, lineChart(lines, years, title), ['Year', ...lines.map((one) => one.name), 'Coverage, %'],
    years.map((year, at) => [String(year), ...lines.map((one) => one.values[at]), coverage[at][place]]),
    `${coverage.some((row) => row[place] < 65) ? 'Hollow: figures of the country’s own carry less than 65 % of the weight. ' : ''}Figures are carried forward where a year has none, and coverage changes: part of a change may be that.`);
};

/** @type {(place: number, peers: number[], around: number[]) => any} */
const standing = (place, peers, around) => el('div', { class: 'standing' }, el('h3', {}, 'Its dimensions among all countries'),
  framed('Its dimensions among all countries', el('table', { class: 'plain strips' }, headOf(['Dimension', 'Score', 'Rank', 'All countries; large blue: this one; small red: median of its peers', 'Peers', around.length ? 'Neighbours' : ''].filter(Boolean)),
    el('tbody', {}, dimensions.map((node) => {
      const scores = own.scores[node];
      const value = scores[place];
      const others = median(peers.map((peer) => scores[peer]));
      const better = countries.filter((_, other) => own.ranks[other] && scores[other] > value).length;
      return el('tr', {}, el('th', { scope: 'row' }, nodeTitle(node)), el('td', { class: 'num' }, fixed(value)), el('td', { class: 'num' }, value === value ? String(better + 1) : '–'),
        el('td', {}, strip(countries.map((_, other) => own.ranks[other] ? scores[other] : NaN), [{ value, name: countries[place].name }, { value: others, name: 'Median of its peers' }], `${nodeTitle(node)}: ${fixed(value)}, median of peers ${fixed(others)}`)),
        el('td', { class: 'num' }, fixed(others)), around.length ? el('td', { class: 'num' }, fixed(median(around.map((other) => scores[other])))) : null);
    })))), el('p', { class: 'note' }, `Peers: the other countries of its ${countries[place].income ? 'income group' : 'region'}.${around.length ? ' Neighbours: ranked countries with a land border. Both as medians.' : ''}`));

/** @type {(place: number, peers: number[]) => any} */
const strengths = (place, peers) => {
  const gaps = gapsOf(place, peers).sort((one, other) => other.gap - one.gap || one.node - other.node);
  /** @type {(title: string, rows: Gap[]) => any} */
  const list = (title, rows) => el('div', {}, el('h3', {}, title), rows.length ? el('ol', {}, rows.map(({ node, gap, value, peers: median }) =>
    el('li', {}, indicatorLink(node), `: ${fixed(value)} points, the peers’ median is ${fixed(median)} (${signed(gap)})`))) : el('p', {}, 'None.'));
  return el('div', { class: 'two' }, list('Stronger than its peers', gaps.filter(({ gap }) => gap > 0).slice(0, 3)), list('Weaker than its peers', gaps.filter(({ gap }) => gap < 0).reverse().slice(0, 3)));
};

/** @type {(place: number, peers: number[]) => any} */
const levers = (place, peers) => {
  if (!own.ranks[place] || !canReweigh) return null;
  const all = leversOf(place, peers).slice(0, 5);
  if (all.length === 0) return null;
  const [first] = all;
  return el('div', {}, el('h3', {}, `What would move it most: ${nodeTitle(first.node).toLowerCase()}`),
    framed('What would move it most', el('table', { class: 'plain' }, el('caption', {}, `One indicator at a time raised to the score from which the best quarter of its peers begins, all else as it is: arithmetic, not a forecast. Points are those that the ${data.nodes[0].method} mean of dimensions gives.${countries[place].interval.length ? ` Its rank interval spans ${countries[place].interval[1] - countries[place].interval[0] + 1} ranks: read ranks gained with it.` : ''}`),
      headOf(['Indicator', 'Score now', 'Best quarter', 'Points of the index', 'Ranks gained']),
      el('tbody', {}, all.map(({ node, to, points, ranks }) => el('tr', {}, el('th', { scope: 'row' }, nodeTitle(node)), el('td', { class: 'num' }, fixed(leafScores[node]?.[place])), el('td', { class: 'num' }, fixed(to)), el('td', { class: 'num' }, signed(points)), el('td', { class: 'num' }, String(ranks))))))));
};

const kindWords = /** @type {Record<string, string>} */ ({ o: '', c: 'carried forward', i: 'estimated', m: 'missing' });

/** @type {(place: number) => any} */
const figures = (place) => {
  const missing = data.cells.filter((cell) => 'im'.includes(cell.kinds[place])).length;
  return el('div', { class: 'listed' }, el('h3', {}, missing ? `Figures; ${missing} of ${data.cells.length} are missing` : 'Figures; none is missing'),
    framed('Figures', el('table', { class: 'plain figures' }, headOf(['Indicator', 'Value', 'Year', 'Goalposts', 'Score', 'Weight', 'Figure in']),
      dimensions.map((dimension) => el('tbody', {}, el('tr', {}, el('th', { scope: 'rowgroup', colspan: 7 }, nodeTitle(dimension))),
        leaves.filter((node) => dimensionOf(node) === dimension).map((node) => {
          const [cell, line] = [cellsOf(node), indicatorOf(node)];
          const kind = kindWords[cell.kinds[place]];
          return el('tr', {}, el('th', { scope: 'row' }, indicatorLink(node)),
            el('td', {}, cell.values[place] ? `${cell.values[place]} ` : '–', cell.values[place] ? el('small', {}, line.unit) : ''),
            el('td', {}, cell.years[place] ? String(cell.years[place]) : '', kind ? el('small', {}, ` ${kind}`) : ''),
            el('td', {}, `${line.worst} – ${line.best}`, line.scale ? el('small', {}, ` ${line.scale}`) : ''),
            el('td', { class: `num ${step(cell.scores[place] ?? NaN)}` }, fixed(cell.scores[place])),
            el('td', { class: 'num' }, percent(own.parts[node])),
            el('td', { class: 'from' }, cell.lines[place] ? `${cell.file}:${cell.lines[place]}` : ''));
        }))))),
    el('p', { class: 'note' }, 'Goalposts: worst, then best. Weight: share of the index. Figure in: file and lines of the folder of figures.'));
};
