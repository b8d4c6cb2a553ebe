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

/** What raising one indicator to the best quarter of the peers would bring, all else as it is: points and ranks. The rule is that
 * of `hsi levers` (Analysis/Country/Lever.swift), but that estimated parts stay as they are.
 * @type {(place: number, peers: number[]) => { node: number, to: number, points: number, ranks: number }[]} */
const leversOf = (place, peers) => gapsOf(place, peers).map(({ node }) => {
  const scores = /** @type {Float64Array} */ (leafScores[node]);
  const { kinds } = cellsOf(node);
  const to = upperQuartile(peers.filter((peer) => 'oc'.includes(kinds[peer])).map((peer) => scores[peer]));
  if (!(to > scores[place])) return { node, to, points: 0, ranks: 0 };
  const raised = joinedNodes(own.shares, data.nodes[0].method, 1, (leaf) => leafScores[leaf] && Float64Array.of(leaf === node ? to : /** @type {Float64Array} */ (leafScores[leaf])[place]));
  const points = raised[0][0] - own.index[place];
  const above = countries.filter((_, other) => other !== place && own.index[other] > own.index[place] + points).length;
  return { node, to, points, ranks: own.ranks[place] - above - 1 };
}).filter(({ points }) => points > 1e-9).sort((one, other) => other.points - one.points || one.node - other.node);

/** The dimension in which a country is furthest below the median of its peers, or least above it.
 * @type {(place: number) => { node: number, peers: number, gap: number } | undefined} */
const furthestBehind = (place) => dimensions.map((node) => ({ node, peers: median(peersOf(place).map((peer) => own.scores[node][peer])) }))
  .map(({ node, peers }) => ({ node, peers, gap: own.scores[node][place] - peers })).filter(({ gap }) => gap === gap)
  .sort((one, other) => one.gap - other.gap || one.node - other.node)[0];

/** How many points of the index a dimension would bring at the median of the peers, all else as it is; NaN where that cannot be told.
 * @type {(place: number, node: number) => number} */
const pointsToPeers = (place, node) => {
  if (!canReweigh) return NaN;
  const peers = median(peersOf(place).map((peer) => own.scores[node][peer]));
  const scores = own.scores.map((row, at) => Float64Array.of(at === node ? peers : row[place]));
  const nodes = childrenOf(0).filter((child) => own.shares[child] > 0);
  return joined(data.nodes[0].method, nodes, scores, own.shares, 0, 0) - own.index[place];
};

/** Where the dimension furthest behind the peers is not the worst one: which of the two costs more points beside the peers.
 * @type {(place: number, worst: number) => string[]} */
const dearerOf = (place, worst) => {
  const behind = furthestBehind(place);
  if (!behind || behind.node === worst || !(behind.gap < 0)) return [];
  const [first, second] = [behind.node, worst].map((node) => ({ node, points: pointsToPeers(place, node) })).sort((one, other) => other.points - one.points);
  if (!(first.points > 0.05) || second.points !== second.points) return [];
  const said = { first: lower(nodeTitle(first.node)), more: fixed(first.points), second: lower(nodeTitle(second.node)), less: fixed(second.points) };
  return [second.points > 0.05
    ? say('At the median of its peers the {first} dimension would bring {more} points of the index, the {second} dimension {less}.', said)
    : say('At the median of its peers the {first} dimension would bring {more} points of the index; in the {second} dimension it is not behind them.', said)];
};

/** Why a country stands where it does, and what would move it most: sentences, each true by the rule that makes it.
 * @type {(place: number) => string[]} */
const summaryOf = (place) => {
  const { interval } = countries[place];
  const name = nameOf(place);
  const count = Math.max(...own.ranks);
  const rank = own.ranks[place];
  if (!rank) return [withheld(place, own.parts, own.scores, own.shares)];
  const sentences = [say('{name} is number {rank} of {count} in {year}, with {points} points of 100.', { name, rank, count, year: data.year, points: fixed(own.index[place]) })];
  const behind = furthestBehind(place);
  if (behind && behind.gap < 0) {
    sentences.push(say('It is furthest behind its peers in the {dimension} dimension ({score}, their median {median}).',
      { dimension: lower(nodeTitle(behind.node)), score: fixed(own.scores[behind.node][place]), median: fixed(behind.peers) }));
  }
  const [lever] = canReweigh ? leversOf(place, peersOf(place)) : [];
  if (lever) {
    const said = { indicator: lower(nodeTitle(lever.node)), points: signed(lever.points), rank, to: rank - lever.ranks };
    sentences.push(lever.ranks === 0 ? say('What would move it most: {indicator} brought to its peers’ best quarter, {points} points, which leaves it at rank {rank}.', said)
      : say('What would move it most: {indicator} brought to its peers’ best quarter, {points} points, from rank {rank} to about rank {to}.', said));
  }
  if (interval.length) {
    const [low, high] = interval;
    sentences.push(say('The interval to quote with its rank is {low}–{high}: nine of ten combinations of all judgements place it there.', { low, high }));
    if (rank < low || rank > high) sentences.push(say('The rank is that of this lens, and lies outside what most combinations give.'));
  }
  return sentences;
};

/** What else is to be said of a country: its best and worst dimension, and how many of its peers are ahead.
 * @type {(place: number) => string[]} */
const furtherOf = (place) => {
  const { region, income } = countries[place];
  /** @type {string[]} */
  const sentences = [];
  if (!own.ranks[place]) return sentences;
  const known = dimensions.filter((node) => own.scores[node][place] === own.scores[node][place]);
  if (known.length > 1) {
    const sorted = [...known].sort((one, other) => own.scores[other][place] - own.scores[one][place] || one - other);
    const [best, worst] = [sorted[0], sorted[sorted.length - 1]];
    sentences.push(say('Its best dimension is {best} ({most}), its worst {worst} ({least}).', {
      best: lower(nodeTitle(best)), most: fixed(own.scores[best][place]), worst: lower(nodeTitle(worst)), least: fixed(own.scores[worst][place]),
    }), ...dearerOf(place, worst));
  }
  const peers = peersOf(place).filter((peer) => own.ranks[peer]);
  if (peers.length > 2) {
    const better = peers.filter((peer) => own.index[peer] > own.index[place]).length;
    sentences.push(income
      ? say('Of {count} other countries of its income group ({group}), {better} have a higher score.', { count: peers.length, group: called(income), better })
      : say('Of {count} other countries of its region ({group}), {better} have a higher score.', { count: peers.length, group: called(region), better }));
  }
  return sentences;
};

/** The ranks of narrower questions than that of the rank interval, which is the one to quote.
 * @type {(place: number) => string} */
const narrowerRanks = (place) => {
  const { range } = countries[place];
  if (!own.ranks[place]) return '';
  const bounds = data.audit?.bounds[place] ?? [];
  const parts = [
    range.length && range[0] !== range[1] ? say('with any one dimension left out, ranks {low} to {high}', { low: range[0], high: range[1] }) : '',
    bounds.length && bounds[0] !== bounds[1] ? say('with other weights of dimensions, each within a quarter of its own, ranks {low} to {high}', { low: bounds[0], high: bounds[1] }) : '',
  ].filter(Boolean);
  return parts.length ? say('Narrower questions than the interval: {parts}.', { parts: parts.join('; ') }) : '';
};

/** The neighbours that are set beside a country: as many as a comparison takes, those nearest in score.
 * @type {(place: number, around: number[]) => number[]} */
const nearestOf = (place, around) => [...around].sort((one, other) =>
  Math.abs(own.index[one] - own.index[place]) - Math.abs(own.index[other] - own.index[place]) || one - other).slice(0, 3);

const countryView = () => {
  const place = placeOf(state.countries[0] ?? '');
  if (place < 0) return el('section', {}, el('h2', {}, say('No such country')), el('p', {}, link({ view: 'index' }, say('To the ranking'))));
  const country = countries[place];
  const peers = peersOf(place);
  const around = country.neighbours.filter((other) => own.ranks[other]);
  return el('section', { class: 'country', 'aria-labelledby': 'country-h' },
    el('p', { class: 'place' }, link({ view: 'index' }, say('Ranking')), ' · ',
      [country.region, country.subregion, country.income].filter(Boolean).map((group) => `${called(group)} · `),
      data.index
        ? say('{index}, {title}, {year}', { index: data.index, title: data.title, year: data.year })
        : say('{title}, {year}', { title: data.title, year: data.year })),
    el('h2', { id: 'country-h' }, isolated(nameOf(place))),
    el('p', { class: 'finding' }, summaryOf(place).join(' ')),
    el('p', {}, furtherOf(place).join(' ')), el('p', { class: 'note' }, narrowerRanks(place)),
    courseOf(place, peers), standing(place, peers, around), strengths(place, peers), levers(place, peers), deferred(() => figures(place)),
    explained('interval', 'bounds', 'coverage', 'goalposts', 'carried', 'estimated', 'peers'),
    el('p', { class: 'take' },
      link({ view: 'compare', countries: [country.code, ...nearestOf(place, around).map((other) => countries[other].code)] },
        around.length > 3 ? say('Compare with the {count} neighbours nearest in score', { count: 3 }) : say('Compare with its neighbours')),
      el('button', { type: 'button', onclick: () => print() }, say('Print as a country brief'))));
};

/** @type {(place: number, peers: number[]) => any} */
const courseOf = (place, peers) => {
  if (!data.history || data.history.years.length < 3) return null;
  const { years, index, coverage } = data.history;
  const rows = index.map(tenths);
  const line = course(place);
  const known = line.filter((value) => value === value);
  if (known.length < 2) return null;
  const lines = [
    { name: nameOf(place), values: line, hollow: coverage.map((row) => row[place] < 65) },
    { name: say('Median, {group}', { group: called(countries[place].region) }), values: mediansOf(ofRegion(countries[place].region), rows), isMuted: true },
    { name: say('Median, peers'), values: mediansOf(peers, rows), isMuted: true },
  ];
  const title = courseTitle(place, line);
  return chart(title, `${countries[place].code}-course`, lineChart(lines, years, title), [say('Year'), ...lines.map((one) => one.name), say('Coverage, %')],
    years.map((year, at) => [String(year), ...lines.map((one) => one.values[at]), coverage[at][place]]),
    [coverage.some((row) => row[place] < 65) ? say('Hollow: figures of the country’s own carry less than 65 % of the weight.') : '',
      fixedChange(place) ? longChange(place, line) : say('Figures are carried forward where a year has none, and coverage changes: part of a change may be that.')].filter(Boolean).join(' '));
};

/** The first and last of some years that have a value.
 * @type {(line: number[]) => [number, number]} */
const endsOf = (line) => {
  const known = [...line.keys()].filter((at) => line[at] === line[at]);
  return [known[0] ?? 0, known[known.length - 1] ?? 0];
};

/** What a country's course says: where it can be told the change that leaves coverage aside, never a change without it.
 * @type {(place: number, line: number[]) => string} */
const courseTitle = (place, line) => fixedChange(place).replace(/[.。]$/, '') || longChange(place, line).replace(/[.。]$/, '');

/** The change over all years, with what coverage did meanwhile.
 * @type {(place: number, line: number[]) => string} */
const longChange = (place, line) => {
  const { years, coverage } = /** @type {PageHistory} */ (data.history);
  const [from, to] = endsOf(line);
  const said = { name: nameOf(place), change: signed(line[to] - line[from]), from: years[from], to: years[to], before: `${coverage[from][place]} %`, now: `${coverage[to][place]} %` };
  return say('{name}: {change} points from {from} to {to}, while coverage went from {before} to {now}.', said);
};

/** @type {(place: number, peers: number[], around: number[]) => any} */
const standing = (place, peers, around) => el('div', { class: 'standing' }, el('h3', {}, say('Its dimensions among all countries')),
  framed(say('Its dimensions among all countries'), el('table', { class: 'plain strips' }, headOf([say('Dimension'), [say('Score')], [say('Rank')], [say('Peers')],
    ...around.length ? [/** @type {[string]} */ ([say('Neighbours')])] : [], say('All countries; large blue: this one; small red: median of its peers')]),
    el('tbody', {}, dimensions.map((node) => {
      const scores = own.scores[node];
      const value = scores[place];
      const others = median(peers.map((peer) => scores[peer]));
      const better = countries.filter((_, other) => own.ranks[other] && scores[other] > value).length;
      return el('tr', {}, el('th', { scope: 'row' }, nodeTitle(node)), el('td', { class: 'num' }, fixed(value)), el('td', { class: 'num' }, own.ranks[place] && value === value ? String(better + 1) : '–'),
        el('td', { class: 'num' }, fixed(others)), around.length ? el('td', { class: 'num' }, fixed(median(around.map((other) => scores[other])))) : null,
        el('td', { class: 'lie' }, strip(countries.map((_, other) => own.ranks[other] ? scores[other] : NaN), [{ value, name: nameOf(place) }, { value: others, name: say('Median of its peers') }],
          say('{dimension}: {score}, median of peers {median}', { dimension: nodeTitle(node), score: fixed(value), median: fixed(others) }))));
    })))), el('p', { class: 'note' }, [
    countries[place].income ? say('Peers: the other countries of its income group.') : say('Peers: the other countries of its region.'),
    around.length ? say('Neighbours: ranked countries with a land border. Both as medians.') : ''].filter(Boolean).join(' ')));

/** @type {(place: number, peers: number[]) => any} */
const strengths = (place, peers) => {
  const gaps = gapsOf(place, peers).sort((one, other) => other.gap - one.gap || one.node - other.node);
  /** @type {(title: string, rows: Gap[]) => any} */
  const list = (title, rows) => el('div', {}, el('h3', {}, title), rows.length ? el('ol', {}, rows.map(({ node, gap, value, peers: median }) =>
    el('li', {}, sayWith('{indicator}: {score} points, the peers’ median is {median} ({gap})',
      { indicator: indicatorLink(node), score: fixed(value), median: fixed(median), gap: signed(gap) })))) : el('p', {}, say('None.')));
  return el('div', { class: 'two' }, list(say('Stronger than its peers'), gaps.filter(({ gap }) => gap > 0).slice(0, 3)), list(say('Weaker than its peers'), gaps.filter(({ gap }) => gap < 0).reverse().slice(0, 3)));
};

/** What is said of the points of a lever, by the method that joins dimensions.
 * @type {Record<string, string>} */
const pointsOf = {
  arithmetic: term('The points are those of the index, whose dimensions are joined by their arithmetic mean.'),
  geometric: term('The points are those of the index, whose dimensions are joined by their geometric mean.'),
  harmonic: term('The points are those of the index, whose dimensions are joined by their harmonic mean.'),
  power: term('The points are those of the index, whose dimensions are joined by their power mean.'),
  minimum: term('The points are those of the index, which is the least of its dimensions.'),
};

/** @type {(place: number, peers: number[]) => any} */
const levers = (place, peers) => {
  if (!own.ranks[place] || !canReweigh) return null;
  const all = leversOf(place, peers).slice(0, 5);
  if (all.length === 0) return null;
  const [first] = all;
  const { interval } = countries[place];
  return el('div', {}, el('h3', {}, say('What would move it most: {indicator}', { indicator: lower(nodeTitle(first.node)) })),
    el('p', { class: 'note' }, [
      say('One indicator at a time brought to the score from which the best quarter of its peers begins, all else as it is: arithmetic, not a forecast.'),
      say(pointsOf[data.nodes[0].method]),
      interval.length ? say('Its rank interval spans {count} ranks: read ranks gained with it.', { count: interval[1] - interval[0] }) : '',
      ...boundTogether(all.map(({ node }) => node)),
    ].filter(Boolean).join(' ')),
    framed(say('What would move it most'), el('table', { class: 'plain' },
      headOf([say('Indicator'), [say('Score now')], [say('Best quarter')], [say('Points of the index')], [say('Ranks gained')]]),
      el('tbody', {}, all.map(({ node, to, points, ranks }) => el('tr', {}, el('th', { scope: 'row' }, indicatorLink(node), oldFigure(node, place)), el('td', { class: 'num' }, fixed(leafScores[node]?.[place])), el('td', { class: 'num' }, fixed(to)), el('td', { class: 'num' }, signed(points)), el('td', { class: 'num' }, String(ranks))))))));
};

/** From which correlation on two indicators of one dimension are said to overlap. */
const overlap = 0.5;

/** Which levers of one dimension overlap: raising one is likely to raise the other, so that their points do not add up.
 * @type {(nodes: number[]) => string[]} */
const boundTogether = (nodes) => nodes.flatMap((one, at) => nodes.slice(at + 1).filter((other) => dimensionOf(one) === dimensionOf(other)).map((other) => {
  const known = [...countries.keys()].filter((place) => [one, other].every((node) => 'oc'.includes(cellsOf(node).kinds[place])));
  const [x, y] = [one, other].map((node) => known.map((place) => leafScores[node]?.[place] ?? NaN));
  const r = correlation(x, y);
  return r >= overlap ? say('{name} and {other} overlap (r = {r} over the countries that have both): their points do not add up.', { name: nodeTitle(one), other: lower(nodeTitle(other)), r: fixed(r, 2) }) : '';
}));

/** Says of a figure of an earlier year that it is one.
 * @type {(node: number, place: number) => any} */
const oldFigure = (node, place) => cellsOf(node).kinds[place] === 'c'
  ? el('small', {}, say('figure of {year}, carried forward', { year: cellsOf(node).years[place] })) : null;

const kindWords = /** @type {Record<string, string>} */ ({ o: '', c: term('carried forward'), i: term('estimated'), m: term('missing') });

/** @type {(place: number) => any} */
const figures = (place) => {
  const missing = data.cells.filter((cell) => 'im'.includes(cell.kinds[place])).length;
  const weight = percents(leaves.map((node) => own.parts[node]));
  return el('div', { class: 'listed' }, el('h3', {}, missing ? say('Figures; {missing} of {count} are missing', { missing, count: data.cells.length }) : say('Figures; none is missing')),
    framed(say('Figures'), el('table', { class: 'plain figures' },
      headOf([say('Indicator'), say('Value'), say('Year'), say('Goalposts'), [say('Score')], [say('Weight')], [say('Line')]]),
      dimensions.map((dimension) => el('tbody', {}, el('tr', {}, el('th', { scope: 'rowgroup', colspan: 7 }, nodeTitle(dimension))),
        leaves.filter((node) => dimensionOf(node) === dimension).map((node) => {
          const [cell, line] = [cellsOf(node), indicatorOf(node)];
          const kind = kindWords[cell.kinds[place]];
          return el('tr', {}, el('th', { scope: 'row' }, indicatorLink(node)),
            el('td', {}, cell.values[place] ? `${cell.values[place]} ` : '–', cell.values[place] ? el('small', {}, line.unit) : ''),
            el('td', {}, cell.years[place] ? String(cell.years[place]) : '', kind ? el('small', {}, ` ${say(kind)}`) : ''),
            el('td', { class: 'posts', 'data-label': say('Goalposts') }, `${goalpost(line.worst)} – ${goalpost(line.best)}`, line.scale ? el('small', {}, ` ${say(line.scale)}`) : ''),
            el('td', { class: `num ${step(cell.scores[place] ?? NaN)}` }, fixed(cell.scores[place])),
            el('td', { class: 'num share', 'data-label': say('Weight') }, weight(own.parts[node])),
            el('td', { class: 'num from', 'data-label': say('Line'), title: cell.lines[place] ? `${cell.file}:${cell.lines[place]}` : null }, cell.lines[place]));
        }))))),
    el('p', { class: 'note' }, say('Goalposts: worst, then best. Weight: share of the index. Line: of the file that the page of the indicator names, in the folder of figures; that folder does not come with this page.')));
};
