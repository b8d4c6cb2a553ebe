// One indicator: what it is, how its scores lie among countries, and the figure of those it was looked up for.

/** The countries with a figure by score, in tens of points; those chosen are marked and named.
 * @type {(leaf: number, places: number[], marked: number[]) => any} */
const histogram = (leaf, places, marked) => {
  const scores = scoresOf(data.cells[leaf]);
  const bins = new Array(10).fill(0);
  for (const place of places) bins[Math.min(9, Math.floor(scores[place] / 10))] += 1;
  const most = Math.max(...bins, 1);
  const named = marked.filter((place) => scores[place] === scores[place]);
  const [width, side, top] = [isNarrow() ? 358 : 640, 16, 34 + 15 * named.length];
  const foot = top + 120;
  const x = (/** @type {number} */ score) => side + score / 100 * (width - 2 * side);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${foot + 42}`, class: 'bars', role: 'img', 'aria-label': say('Countries by score') });
  bins.forEach((count, at) => {
    const high = count / most * 120;
    picture.append(svg('rect', { class: step(at * 10 + 5), x: x(at * 10) + 1, width: x(10) - x(0) - 2, y: foot - high, height: high }, svg('title', {}, say('{from} to {to}: {count}', { from: at * 10, to: at * 10 + 10, count }))));
  });
  for (let mark = 0; mark <= 100; mark += 10) picture.append(svg('text', { x: x(mark), y: foot + 16, 'text-anchor': 'middle' }, String(mark)));
  named.forEach((place, at) => {
    const [middle, isRight] = [x(scores[place]), scores[place] > 50];
    picture.append(svg('line', { class: 'whisker', x1: middle, x2: middle, y1: 18 + 15 * at, y2: foot + 4 }),
      svg('text', { x: middle + (isRight ? -5 : 5), y: 28 + 15 * at, 'text-anchor': isRight ? 'end' : 'start' }, cut(nameOf(place), 24)));
  });
  bins.forEach((count, at) => { if (count) picture.append(svg('text', { x: x(at * 10 + 5), y: foot - count / most * 120 - 4, 'text-anchor': 'middle' }, String(count))); });
  picture.append(svg('text', { x: side, y: 12 }, say('Number of countries')), svg('text', { x: width / 2, y: foot + 34, 'text-anchor': 'middle' }, say('Score')));
  return picture;
};

/** What an indicator has of a country.
 * @type {(leaf: number, place: number, places: number[]) => string} */
const figureOf = (leaf, place, places) => {
  const { values, years, kinds } = data.cells[leaf];
  const scores = scoresOf(data.cells[leaf]);
  const [name, score] = [nameOf(place), scores[place]];
  if (!places.includes(place)) return score === score ? say('{name}: no figure; the score of {score} is estimated.', { name, score: fixed(score) }) : say('{name}: no figure.', { name });
  return say('{name}: {value} {unit} ({year}), which scores {score} of 100; of the {count} countries with a figure {better} score higher.', {
    name, value: values[place], unit: data.indicators[leaf].unit, year: years[place], score: fixed(score), count: places.length, better: places.filter((other) => scores[other] > score).length });
};

/** The way back to the countries that an indicator was looked up for. */
const wayBack = () => {
  const { countries: codes } = state;
  return codes.length === 0 ? null : el('p', { class: 'place' }, codes.length === 1
    ? link({ view: 'country', countries: codes }, say('Back to {name}', { name: nameOf(placeOf(codes[0])) }))
    : link({ view: 'compare', countries: codes }, say('Back to the comparison')));
};

const indicatorView = () => {
  const leaf = data.indicators.findIndex((one) => one.id === state.measure);
  if (leaf < 0) return el('section', {}, el('h2', {}, say('Indicator')), el('p', {}, link({ view: 'indicators' }, say('Indicators'))));
  const { ranks } = own;
  const line = data.indicators[leaf];
  const scores = scoresOf(data.cells[leaf]);
  const places = [...countries.keys()].filter((place) => 'oc'.includes(data.cells[leaf].kinds[place])).sort((one, other) => scores[other] - scores[one] || one - other);
  const picture = histogram(leaf, places, chosenPlaces());
  /** @type {[string, string][]} */
  const facts = [[say('Unit'), line.unit],
    [say('Goalposts'), line.scale
      ? say('{worst} (worst) and {best} (best); {scale}', { worst: goalpost(line.worst), best: goalpost(line.best), scale: called(line.scale) })
      : say('{worst} (worst) and {best} (best)', { worst: goalpost(line.worst), best: goalpost(line.best) })],
    [say('Threat'), line.threat], [say('Producer'), line.producer], [say('Source'), line.source], [say('Licence'), line.licence],
    [say('Reference'), line.reference], [say('File'), data.cells[leaf].file]];
  const title = say('{count} of {all} countries have a figure, {ranked} of them ranked; the median score is {score}',
    { count: places.length, all: countries.length, ranked: places.filter((place) => ranks[place]).length, score: fixed(median(places.map((place) => scores[place])), 0) });
  return el('section', { class: 'indicator', 'aria-labelledby': 'ind-h2' }, wayBack(), el('h2', { id: 'ind-h2' }, line.name),
    chosenPlaces().map((place) => el('p', { class: 'finding' }, figureOf(leaf, place, places))), el('dl', { class: 'lines' }, facts.filter(([, text]) => text).map(([name, text]) => [el('dt', {}, name), el('dd', {}, text)])),
    el('p', {}, link({ view: 'index', measure: line.id }, say('Show it on the map'))),
    chart(title, line.id, picture, [say('Country'), say('Value, {unit}', { unit: line.unit }), say('Year'), say('Score')],
      line.open ? places.map((place) => [nameOf(place), data.cells[leaf].values[place], String(data.cells[leaf].years[place]), scores[place]]) : [], line.open ? '' : say('The terms of these figures do not allow every reuse: they are not offered as a table.')),
    indicatorCourse(leaf));
};

/** Medians over the years, and how many countries have a figure of each very year.
 * @type {(leaf: number) => any} */
const indicatorCourse = (leaf) => {
  if (!data.history || data.history.years.length < 3) return null;
  const { years, medians, observed } = data.history;
  const values = [...tenths(medians.map((row) => row[leaf]))];
  const known = [...years.keys()].filter((at) => values[at] === values[at]);
  if (known.length < 2) return null;
  const [from, to] = [known[0], known[known.length - 1]];
  const title = say('The median score went from {before} in {from} to {now} in {to}', { before: fixed(values[from]), from: years[from], now: fixed(values[to]), to: years[to] });
  const lines = [{ name: say('Median, all'), values, hollow: observed.map((row) => row[leaf] === 0) }];
  return chart(title, `${data.indicators[leaf].id}-course`, lineChart(lines, years, title), [say('Year'), say('Median score'), say('Figures of the year')],
    years.map((year, at) => [String(year), values[at], String(observed[at][leaf])]), say('Scores of the year, with figures carried forward. Hollow: no country has a figure of the year itself.'));
};
