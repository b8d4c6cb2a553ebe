// Pictures of an audit: whether a weight is the importance it claims, which judgement moves ranks, what each part does.

/** Rows of bars from 0 on, each with a text before it and its value after it; marks show an interval.
 * @type {(rows: { name: string, bars: { value: number, from?: number, to?: number, kind: string }[] }[], label: string, text: (value: number) => string) => any} */
const barChart = (rows, label, text) => {
  // On a phone the name stands above its bars.
  const [left, width, height, above] = isNarrow() ? [0, 306, 46, 16] : [gutter(rows.map(({ name }) => name)), 400, 30, 0];
  const values = rows.flatMap(({ bars }) => bars.flatMap((bar) => [bar.value, bar.to ?? 0]));
  const most = Math.max(...values, 1e-9);
  const x = (/** @type {number} */ value) => left + Math.max(value, 0) / most * width;
  const picture = svg('svg', { viewBox: `0 0 ${left + width + 52} ${rows.length * height + 6}`, class: 'judged', role: 'img', 'aria-label': label });
  rows.forEach(({ name, bars }, at) => {
    picture.append(above ? svg('text', { x: 0, y: at * height + 13 }, cut(name, 52)) : svg('text', { x: left - 8, y: at * height + 17, 'text-anchor': 'end' }, cut(name, 52)));
    bars.forEach(({ value, from, to, kind }, place) => {
      const y = at * height + 4 + above + place * 12;
      picture.append(svg('rect', { class: kind, x: left, y, width: Math.max(x(value) - left, 1), height: 9 }),
        svg('text', { class: 'value', x: x(Math.max(value, to ?? 0)) + 5, y: y + 8 }, text(value)));
      if (from !== undefined && to !== undefined) picture.append(svg('path', { class: 'whisker', d: `M${x(from).toFixed(1)} ${y + 4.5}H${x(to).toFixed(1)}` }));
    });
  });
  return picture;
};

/** Ranks to mark on an axis: the first, round ones, the last.
 * @type {(count: number) => number[]} */
const axisMarks = (count) => {
  const step = count > 100 ? 50 : count > 40 ? 20 : 10;
  const round = Array.from({ length: Math.floor(count / step) }, (_, at) => (at + 1) * step).filter((mark) => count - mark > step / 3);
  return [...new Set([1, ...round, count])];
};

/** The interval of all judgements over the bounds of the audited weights, a line a country. */
const intervalPicture = () => {
  const places = inOrder(own).filter((place) => countries[place].interval.length);
  if (places.length === 0) return null;
  const bounds = (/** @type {number} */ place) => data.audit?.bounds[place] ?? [];
  // Names stand in a gutter of their own, ranks on an axis above and below.
  const [width, left, letters] = isNarrow() ? [358, 112, 14] : [640, 150, 24];
  const bottom = places.length * 5 + 24;
  const picture = svg('svg', { viewBox: `0 0 ${width} ${bottom + 18}`, class: 'intervals', role: 'img', 'aria-label': say('Rank intervals of all countries') });
  const x = (/** @type {number} */ rank) => left + (rank - 1) / places.length * (width - left - 14);
  for (const mark of axisMarks(places.length)) {
    picture.append(svg('line', { class: 'guide', x1: x(mark + 0.5), x2: x(mark + 0.5), y1: 18, y2: bottom - 2 }),
      ...[12, bottom + 12].map((y) => svg('text', { x: x(mark + 0.5), y, 'text-anchor': 'middle' }, String(mark))));
  }
  picture.append(svg('text', { x: left - 6, y: 12, 'text-anchor': 'end' }, say('Rank')));
  places.forEach((place, at) => {
    const [low, high] = countries[place].interval;
    const [best, worst] = bounds(place);
    const y = at * 5 + 24;
    if (at % 8 === 0) picture.append(svg('text', { x: left - 6, y: y + 4, 'text-anchor': 'end' }, cut(nameOf(place), letters)));
    picture.append(svg('line', { class: 'bar', x1: x(low), x2: x(high + 1), y1: y, y2: y }, svg('title', {}, say('{name}: {low}–{high}', { name: nameOf(place), low, high }))));
    if (best) picture.append(svg('line', { class: 'bound', x1: x(best), x2: x(worst + 1), y1: y, y2: y }));
    picture.append(svg('circle', { class: 'dot', cx: x(own.ranks[place] + 0.5), cy: y, r: 2 }));
  });
  const head = [say('Country'), say('Rank'), say('From'), say('To')];
  const hasBounds = places.some((place) => bounds(place).length);
  return chart(say('Half of the countries can be placed to within {width} ranks, in nine of ten combinations of all judgements', { width: intervalWidth(places) }), 'intervals', picture,
    hasBounds ? [...head, say('Best under the audited weights'), say('Worst'), say('Both proven and reached')] : head,
    places.map((place) => {
      const [best, worst, isExact] = bounds(place);
      const row = [nameOf(place), own.ranks[place], ...countries[place].interval.slice(0, 2)];
      return hasBounds ? [...row, best, worst, isExact ? say('yes') : say('no')] : row;
    }),
    hasBounds ? say('A line a country in order of rank, every eighth named. Dot: its rank under this lens. Broad: its rank interval over all judgements. Thin: how far weights of dimensions alone can move it, each within a quarter of its own; no such weights move it further.')
      : say('A line a country in order of rank, every eighth named; the dot is its rank under this lens.'));
};

/** Weights beside what the dimensions account for. */
const importancePicture = () => {
  const all = data.audit?.importance ?? [];
  if (all.length < 2) return null;
  const furthest = [...all].sort((one, other) => Math.abs(other.share - other.weight) - Math.abs(one.share - one.weight))[0];
  const said = { name: called(titled(furthest.name)), weight: percent(furthest.weight), share: percent(furthest.share) };
  const title = Math.abs(furthest.share - furthest.weight) < 0.005 ? say('Every dimension accounts for what it weighs')
    : furthest.share > furthest.weight ? say('{name} counts for more than it weighs: {share} of the differences, {weight} of the weight', said)
      : say('{name} counts for less than it weighs: {share} of the differences, {weight} of the weight', said);
  const picture = barChart(all.map(({ name, weight, share }) => ({ name: called(titled(name)), bars: [{ value: weight, kind: 'muted' }, { value: share, kind: 'dot' }] })), title, percents(all.flatMap(({ weight, share }) => [weight, share])));
  return chart(title, 'importance', picture, [say('Dimension'), say('Weight, %'), say('Share of the differences, %')],
    all.map(({ name, weight, share }) => [called(titled(name)), 100 * weight, 100 * share]),
    say('Grey: weight. Blue: share of the variance of the index that goes with the dimension (covariance share); below 0 a dimension goes against the others.'));
};

const judgementNames = /** @type {Record<string, string>} */ ({
  weights: term('Weights'), normalisation: term('Normalisation'), aggregation: term('Aggregation'), imputation: term('Imputation'),
  outliers: term('Outlier treatment'), 'carry-forward': term('Carry-forward'), goalposts: term('Goalposts'), 'left-out': term('Indicators left out'),
  estimates: term('Errors of figures and estimates'),
});
/** @type {(name: string) => string} */
const judgementTitle = (name) => judgementNames[name] ? say(judgementNames[name]) : name;

/** Which judgement moves ranks; one is called the first only where its interval lies above all others. */
const sensitivityPicture = () => {
  const all = [...data.audit?.sensitivity ?? []].sort((one, other) => other.total[0] - one.total[0]);
  if (all.length < 2) return null;
  const [first, second] = all;
  const isClear = first.total[1] > second.total[2];
  const title = isClear ? say('{name} moves ranks most: {share} of the variance of moves, with all its interplay', { name: judgementTitle(first.name), share: percent(first.total[0]) })
    : say('No judgement clearly moves ranks most; {first} and {second} come first', { first: lower(judgementTitle(first.name)), second: lower(judgementTitle(second.name)) });
  const picture = barChart(all.map(({ name, first, total }) => ({ name: judgementTitle(name), bars: [
    { value: total[0], from: total[1], to: total[2], kind: 'dot' }, { value: first[0], from: first[1], to: first[2], kind: 'muted' }] })), title, percents(all.flatMap(({ first, total }) => [first[0], total[0]])));
  return chart(title, 'sensitivity', picture, [say('Judgement'), say('Alone, %'), say('From'), say('To'), say('With all its interplay, %'), say('From'), say('To')],
    all.map(({ name, first, total }) => [judgementTitle(name), ...[...first, ...total].map((value) => 100 * value)]),
    say('Shares of the variance of the mean move of ranks (Sobol’ indices, {points} points). Blue: with all its interplay. Grey: alone. Lines: 95 % intervals; a share alone may come out below 0 by chance.', { points: data.audit?.points ?? 0 }));
};

/** What leaving out does to ranks. */
const omissionPicture = () => {
  const title = (/** @type {string} */ name) => {
    const leaf = data.indicators.find((one) => one.id === name);
    return leaf ? leaf.name : called(titled(name));
  };
  const all = [...data.audit?.omissions ?? []].sort((one, other) => other.mean - one.mean);
  if (all.length === 0) return null;
  const [first] = all;
  const moved = placeOf(first.moved[0] ?? '');
  const said = { name: title(first.name), mean: fixed(first.mean), country: moved < 0 ? '' : nameOf(moved), most: first.most };
  const heading = moved < 0 ? say('No country moves where one part is left out')
    : data.indicators.some((one) => one.id === first.name) ? say('Without {name} ranks move most: by {mean} places on average, {country} by {most}', said)
      : say('Without the {name} dimension ranks move most: by {mean} places on average, {country} by {most}', { ...said, name: lower(said.name) });
  const picture = barChart(all.slice(0, 15).map(({ name, mean }) => ({ name: title(name), bars: [{ value: mean, kind: 'dot' }] })), heading, fixed);
  return chart(heading, 'leave-one-out', picture, [say('Left out'), say('Mean move, places'), say('Greatest move, places'), say('Country that moves furthest')],
    all.map(({ name, mean, most, moved }) => [title(name), mean, most, moved.length ? nameOf(placeOf(moved[0])) : '']),
    say('Mean move of the ranks of countries when one dimension or indicator is left out, the others keeping their relative weights; the fifteen that move most.'));
};

const auditView = () => el('section', { 'aria-labelledby': 'pictures-h' }, el('h2', { id: 'pictures-h' }, say('How robust: ranks, weights and judgements in pictures')),
  ...[intervalPicture, importancePicture, sensitivityPicture, omissionPicture, correlationGrid].map(deferred),
  explained('interval', 'bounds', 'importance', 'sensitivity'));
