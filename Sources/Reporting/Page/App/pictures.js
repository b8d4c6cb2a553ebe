// Pictures of all countries at once: exploring, lenses, the audit.

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
  const picture = svg('svg', { viewBox: '0 0 560 460', class: 'scatter', role: 'img', 'aria-label': say('{up} against {across}', { up: measureTitle(state.y), across: measureTitle(x) }) });
  for (const mark of [0, 25, 50, 75, 100]) {
    const at = 40 + mark * 5;
    picture.append(svg('line', { class: 'guide', x1: at, x2: at, y1: 10, y2: 420 }), svg('line', { class: 'guide', x1: 40, x2: 540, y1: 420 - mark * 4.1, y2: 420 - mark * 4.1 }),
      svg('text', { x: at, y: 436, 'text-anchor': 'middle' }, String(mark)), svg('text', { x: 34, y: 424 - mark * 4.1, 'text-anchor': 'end' }, String(mark)));
  }
  picture.append(svg('text', { x: 290, y: 454, 'text-anchor': 'middle' }, measureTitle(x)), svg('text', { x: 44, y: 20 }, measureTitle(state.y)));
  const marked = new Set(chosenPlaces());
  countries.forEach((_, place) => {
    if (across[place] !== across[place] || up[place] !== up[place]) return;
    const [cx, cy] = [40 + across[place] * 5, 420 - up[place] * 4.1];
    picture.append(svg('circle', { class: marked.has(place) ? 'dot d1' : 'dot', cx, cy, r: marked.has(place) ? 6 : 4 }, svg('title', {}, say('{name}: {across}, {up}', { name: nameOf(place), across: fixed(across[place]), up: fixed(up[place]) }))));
    if (marked.has(place)) picture.append(svg('text', { x: cx + 9, y: cy + 4 }, nameOf(place)));
  });
  const said = { across: measureTitle(x), up: lower(measureTitle(state.y)), r: fixed(r, 2) };
  const title = r < -0.5 ? say('{across} and {up} go against each other (r = {r})', said)
    : Math.abs(r) >= 0.8 ? say('{across} and {up} go closely together (r = {r})', said)
      : Math.abs(r) >= 0.5 ? say('{across} and {up} go together in part (r = {r})', said) : say('{across} and {up} have little in common (r = {r})', said);
  return el('section', { 'aria-labelledby': 'explore-h' }, el('h2', { id: 'explore-h' }, say('Explore')), choices(
    measureChoice(say('Across'), x, (name) => go({ x: name })), measureChoice(say('Up'), state.y, (name) => go({ y: name })), chosen(8)),
  chart(title, 'scatter', picture, [say('Country'), measureTitle(x), measureTitle(state.y)],
    countries.map((_, place) => [nameOf(place), across[place], up[place]]).filter((row) => row[1] === row[1] && row[2] === row[2])), deferred(stripsOfAll));
};

/** A line from 0 to 100 for each dimension, with dots for some countries; on strips a tick for each that is ranked.
 * @type {(places: number[], label: string, isStrip?: boolean) => any} */
const dimensionDots = (places, label, isStrip = false) => {
  // On a phone the name stands above its line.
  const [width, left, row, above] = isNarrow() ? [358, 8, 48, 14] : [640, 150, 32, 0];
  const bottom = dimensions.length * row;
  const picture = svg('svg', { viewBox: `0 0 ${width} ${bottom + 22}`, class: 'dots', role: 'img', 'aria-label': label });
  const x = (/** @type {number} */ value) => left + value * (width - left - 20) / 100;
  dimensions.forEach((node, at) => {
    const [y, scores] = [at * row + 17 + above, own.scores[node]];
    picture.append(svg('text', { x: 0, y: above ? y - 17 : y + 4 }, nodeTitle(node)), svg('line', { class: 'guide', x1: left, x2: x(100), y1: y, y2: y }));
    if (isStrip) picture.append(svg('path', { class: 'ticks', d: [...scores].filter((value, place) => own.ranks[place] && value === value).map((value) => `M${x(value).toFixed(1)} ${y - 8}v16`).join('') }));
    places.forEach((place, one) => {
      const value = scores[place];
      // Side by side, so that equal scores do not hide each other.
      const shift = isStrip ? 0 : (one - (places.length - 1) / 2) * 7;
      if (value === value) picture.append(svg('circle', { class: `dot d${one % 4}`, cx: x(value), cy: y + shift, r: 6 }, svg('title', {}, say('{name}: {value}', { name: nameOf(place), value: fixed(value) }))));
    });
  });
  for (const mark of [0, 50, 100]) picture.append(svg('text', { x: x(mark), y: bottom + 17, 'text-anchor': 'middle' }, String(mark)));
  return picture;
};

/** All countries on a strip for each dimension. */
const stripsOfAll = () => {
  const marked = chosenPlaces();
  const spreads = dimensions.map((node) => {
    const scores = [...own.scores[node]].filter((value, place) => own.ranks[place] && value === value);
    return upperQuartile(scores) - (100 - upperQuartile(scores.map((value) => 100 - value)));
  });
  const widest = dimensions[spreads.indexOf(Math.max(...spreads))];
  if (widest === undefined) return null;
  const picture = dimensionDots(marked, say('Scores of all countries in each dimension'), true);
  const title = say('Countries lie furthest apart in {dimension}: the middle half spans {points} points',
    { dimension: lower(nodeTitle(widest)), points: fixed(Math.max(...spreads), 0) });
  return chart(title, 'strips', picture, [say('Country'), ...dimensions.map(nodeTitle)],
    [...countries.keys()].filter((place) => own.ranks[place]).map((place) => [nameOf(place), ...dimensions.map((node) => own.scores[node][place])]), say('A line is a country; dots are those that were added.'));
};

/** A grid of correlations with its numbers.
 * @type {(names: string[], values: (one: number, other: number) => number, label: string) => any} */
const heat = (names, values, label) => {
  // On a phone the name of a row stands above its cells. No name is wider than its place, and none is cut at its beginning.
  const [left, above, top] = isNarrow() ? [0, 18, 18] : [gutter(names) + 20, 0, 20];
  const size = isNarrow() ? Math.min(52, 358 / names.length) : 44;
  const high = Math.max(Math.min(size, 44), 22);
  const row = high + above;
  const picture = svg('svg', { viewBox: `0 0 ${Math.max(left + size * names.length, isNarrow() ? 358 : 0)} ${top + row * names.length + 8}`, class: 'heat', role: 'img', 'aria-label': label });
  names.forEach((name, at) => {
    const y = top + at * row + above;
    picture.append(above ? svg('text', { x: 0, y: y - 5 }, `${at + 1} ${cut(name, 50)}`) : svg('text', { x: left - 8, y: y + 26, 'text-anchor': 'end' }, `${cut(name.length > 52 ? short(name) : name, 52)} ${at + 1}`),
      svg('text', { x: left + at * size + size / 2, y: 12, 'text-anchor': 'middle' }, String(at + 1)));
    names.forEach((_, one) => {
      const value = values(at, one);
      picture.append(svg('rect', { class: value >= 0 ? 'pos' : 'neg', x: left + one * size, y, width: size - 2, height: high - 2, '--o': String(Math.abs(value)) }),
        svg('text', { class: 'cell', x: left + one * size + size / 2 - 1, y: y + high / 2 + 3, 'text-anchor': 'middle' }, fixed(value, 2)));
    });
  });
  return picture;
};

/** How far all lenses agree, by ranks. */
const lensGrid = () => {
  const lenses = data.history ? data.history.lenses : [];
  const names = [data.title, ...lenses.map((lens) => lens.title)];
  const all = [own.index, ...lenses.map((lens) => measured(`lens:${lens.name}`))];
  /** @type {(one: number, other: number) => number} */
  const rho = (one, other) => {
    const both = [...countries.keys()].filter((place) => all[one][place] === all[one][place] && all[other][place] === all[other][place]);
    const ranks = (/** @type {Float64Array} */ scores) => [...ranked(Float64Array.from(both, (place) => scores[place]))];
    return correlation(ranks(all[one]), ranks(all[other]));
  };
  const rows = names.map((name, one) => [name, ...names.map((_, other) => rho(one, other))]);
  const least = names.map((_, at) => at).slice(1).sort((one, other) => Number(rows[0][one + 1]) - Number(rows[0][other + 1]))[0];
  const title = say('{name} is furthest from {other} (rank correlation {r})', { name: names[least], other: names[0], r: fixed(Number(rows[0][least + 1]), 2) });
  const picture = heat(names, (one, other) => Number(rows[one][other + 1]), say('Rank correlations between lenses'));
  return chart(title, 'lens-correlations', picture, [say('Lens'), ...names], rows);
};

/** Heights of labels, moved no further than needed for none to lie on another, the last no lower than `foot`.
 * @type {(places: number[], wanted: (place: number) => number, foot: number) => Map<number, number>} */
const apart = (places, wanted, foot) => {
  const sorted = [...places].sort((one, other) => wanted(one) - wanted(other) || one - other);
  let last = -Infinity;
  const heights = sorted.map((place) => { last = Math.max(wanted(place), last + 13); return last; });
  let next = foot;
  for (let at = heights.length - 1; at >= 0; at -= 1) {
    heights[at] = Math.min(heights[at], next);
    next = heights[at] - 13;
  }
  return new Map(sorted.map((place, at) => [place, heights[at]]));
};

const lensesView = () => {
  const lenses = data.history ? data.history.lenses : [];
  if (lenses.length === 0) return el('section', {}, el('h2', {}, say('Lenses')), el('p', {}, say('There are no other lenses beside this one.')));
  const other = lenses.find((lens) => lens.name === state.lens) ?? lenses[0];
  const theirs = measured(`lens:${other.name}`);
  const both = [...countries.keys()].filter((place) => own.index[place] === own.index[place] && theirs[place] === theirs[place]);
  const only = (/** @type {Float64Array} */ scores) => ranked(Float64Array.from(scores, (value, place) => both.includes(place) ? value : NaN));
  const [here, there] = [only(own.index), only(theirs)];
  const moved = [...both].sort((one, two) => Math.abs(here[two] - there[two]) - Math.abs(here[one] - there[one]) || one - two);
  const rho = correlation(both.map((place) => here[place]), both.map((place) => there[place]));
  const marked = new Set([...chosenPlaces(), ...moved.slice(0, 6)]);
  const [width, left, right] = isNarrow() ? [358, 116, 242] : [640, 190, 430];
  const picture = svg('svg', { viewBox: `0 0 ${width} 530`, class: 'slope', role: 'img', 'aria-label': say('Ranks under {lens} and {other}', { lens: data.title, other: other.title }) });
  const y = (/** @type {number} */ rank) => 34 + (rank - 1) / Math.max(both.length - 1, 1) * 480;
  picture.append(svg('text', { class: 'side', x: isNarrow() ? 0 : left, y: 14, 'text-anchor': isNarrow() ? 'start' : 'end' }, cut(short(data.title), isNarrow() ? 20 : 26)),
    svg('text', { class: 'side', x: isNarrow() ? width : right, y: 14, 'text-anchor': isNarrow() ? 'end' : 'start' }, cut(short(other.title), isNarrow() ? 24 : 28)));
  for (const place of both) if (!marked.has(place)) picture.append(svg('line', { class: 'faint', x1: left, x2: right, y1: y(here[place]), y2: y(there[place]) }));
  const named = both.filter((place) => marked.has(place));
  const [before, after] = [here, there].map((ranks) => apart(named, (place) => y(ranks[place]) + 4, 526));
  for (const place of named) {
    const name = cut(nameOf(place), isNarrow() ? 12 : 22);
    picture.append(svg('line', { class: 'line l0', x1: left, x2: right, y1: y(here[place]), y2: y(there[place]) }),
      svg('text', { x: left - 8, y: before.get(place), 'text-anchor': 'end' }, `${name} ${here[place]}`), svg('text', { x: right + 8, y: after.get(place) }, `${there[place]} ${name}`));
  }
  const choice = el('select', { onchange: () => go({ lens: choice.value }) }, lenses.map((lens) => el('option', { value: lens.name, selected: lens === other }, lens.title)));
  const isSame = both.length > 0 && both.every((place) => here[place] === there[place]);
  const title = isSame ? say('Both lenses give each country the same rank') : say('{name} moves furthest, from {from} to {to}; ranks correlate by {r}',
    { name: (nameOf(moved[0]) || say('Nobody')), from: here[moved[0]], to: there[moved[0]], r: fixed(rho, 2) });
  return el('section', { 'aria-labelledby': 'lens-h' }, el('h2', { id: 'lens-h' }, say('Lenses: what other schools of security make of the same figures')),
    choices(el('label', {}, say('Beside'), choice), chosen(6)),
    other.absent ? el('p', { class: 'absent' }, say('Indicators that this lens would weigh but of which the folder of figures has none: {count}. Its scores here are made without them, and no figure of theirs is in this file.', { count: other.absent })) : null,
    chart(title, 'lenses', picture, [say('Country'), data.title, other.title, say('Places')],
      moved.map((place) => [nameOf(place), here[place], there[place], here[place] - there[place]]), say('Ranks among the {count} countries that both lenses rank.', { count: both.length })), deferred(lensGrid), explained('lens'));
};

/** How many ranks the interval of the middle one of some countries spans.
 * @type {(places: number[]) => number} */
const intervalWidth = (places) => median(places.map((place) => countries[place].interval[1] - countries[place].interval[0]));

const correlationGrid = () => {
  const columns = dimensions.map((node) => [...own.scores[node]].map((value, place) => own.ranks[place] ? value : NaN));
  const rows = dimensions.map((node, one) => [nodeTitle(node), ...columns.map((other) => correlation(columns[one], other))]);
  const pairs = dimensions.flatMap((_, one) => dimensions.slice(one + 1).map((_node, at) => ({ one, other: one + 1 + at })));
  const closest = [...pairs].sort((p, q) => Number(rows[q.one][q.other + 1]) - Number(rows[p.one][p.other + 1]))[0];
  if (!closest) return null;
  const picture = heat(dimensions.map(nodeTitle), (one, other) => Number(rows[one][other + 1]), say('Correlations between dimensions'));
  const title = say('{name} and {other} go together most (r = {r})', {
    name: nodeTitle(dimensions[closest.one]), other: lower(nodeTitle(dimensions[closest.other])), r: fixed(Number(rows[closest.one][closest.other + 1]), 2),
  });
  return chart(title, 'correlations', picture, [say('Dimension'), ...dimensions.map(nodeTitle)], rows);
};

