// What if the weights were others: every country scored anew as a slider moves.

/** The box within which the audit has looked: a quarter of each weight of a dimension, up or down. */
const auditedBox = 0.25;

/** @type {(weights: Weights) => boolean} */
const isOutsideBox = (weights) => {
  const shares = normalised(weights);
  const lens = normalised(ownWeights);
  return dimensions.some((node) => Math.abs(shares[node] - lens[node]) > auditedBox * lens[node] + 1e-12)
    || weights.some((weight, node) => data.nodes[node].parent > 0 && weight !== ownWeights[node]);
};

/** The weights of a lens, as a file: of all siblings wherever one differs, since weights are shares among siblings.
 * @type {(weights: Weights, method: string) => string} */
const lensFile = (weights, method) => {
  const written = data.nodes.map((_, place) => place).filter((place) => place > 0
    && childrenOf(data.nodes[place].parent).some((sibling) => weights[sibling] !== ownWeights[sibling]));
  const lines = [`# ${data.title.replace(/\s+/g, ' ')}, with other weights; put these into a copy of the lens ${data.lens}.`];
  if (method !== data.nodes[0].method) lines.push('', '[aggregation]', `dimensions = "${method}"`);
  const nodes = written.filter((place) => data.nodes[place].leaf === null);
  if (nodes.length) lines.push('', '[weights]', ...nodes.map((place) => `"${data.nodes[place].name}" = ${weights[place]}`));
  const indicators = written.filter((place) => data.nodes[place].leaf !== null);
  if (indicators.length) lines.push('', '[indicator_weights]', ...indicators.map((place) => `${indicatorOf(place).id} = ${weights[place]}`));
  return lines.join('\n') + '\n';
};

/** @type {(text: string, done: any) => void} */
const copy = (text, done) => {
  const said = (/** @type {string} */ message) => { done.textContent = message; };
  navigator.clipboard?.writeText(text).then(() => said(say('Copied.')), () => said(text)) ?? said(text);
};

/** The methods of joining dimensions, as a choice has them.
 * @type {Record<string, string>} */
const methodWords = {
  arithmetic: term('Arithmetic'), geometric: term('Geometric'), harmonic: term('Harmonic'), power: term('Power mean'), minimum: term('Minimum'),
};

/** A choice of other lenses whose weights and joining of dimensions are tried here; null where none fits. */
const presetChoice = () => {
  const own = data.nodes[0].method;
  const presets = (data.history?.lenses ?? []).filter(({ weights, method }) => weights.length > 0 && closedMethods.includes(method)).map(({ name, title, weights, method }) => {
    const all = Float64Array.from(ownWeights);
    for (const node of dimensions) all[node] = weights[data.dimensions.indexOf(data.nodes[node].name)];
    return { name, title, weights: writtenWeights(all), method: method === own ? '' : method };
  }).filter(({ weights, method }) => weights || method);
  if (presets.length === 0) return null;
  const choice = el('select', { onchange: () => {
    const { weights, method } = presets.find(({ name }) => name === choice.value) ?? { weights: '', method: '' };
    go({ weights, method });
  } }, el('option', { value: '' }, say('this lens')), presets.map(({ name, title, weights, method }) =>
    el('option', { value: name, selected: weights === state.weights && method === state.method }, title)));
  return choice;
};

/** So many names are listed of countries that come or go. */
const mostNamed = 12;

/** Who is ranked under other weights and was not, and the other way round, in words.
 * @type {(result: Result) => string} */
const setChange = (result) => {
  const named = (/** @type {number[]} */ places) => places.slice(0, mostNamed).map(nameOf).join(', ') + (places.length > mostNamed ? ', …' : '');
  const places = [...countries.keys()];
  const [gone, come] = [places.filter((place) => own.ranks[place] && !result.ranks[place]), places.filter((place) => !own.ranks[place] && result.ranks[place])];
  return [
    gone.length ? say('No longer ranked ({count}): {names}.', { count: gone.length, names: named(gone) }) : '',
    come.length ? say('Newly ranked ({count}): {names}.', { count: come.length, names: named(come) }) : '',
    say('Coverage counts weight, so that other weights rank other countries.'),
  ].filter(Boolean).join(' ');
};

const whatifView = () => {
  if (!canReweigh) {
    return el('section', {}, el('h2', {}, say('What if')), el('p', {}, say('Under this lens each weight follows from the figures, a method joins scores that looks at all countries at once, or scores are joined in a way that this page does not compute. Weights cannot be moved here; the command hsi whatif moves them.')));
  }
  const weights = parsedWeights(state.weights);
  /** @type {{ node: number, output: any }[]} The shares that stand beside sliders. */
  const shown = [];
  let method = state.method || data.nodes[0].method;
  const rows = new Map(countries.map((_, place) => [place, whatifRow(place)]));
  const body = el('tbody');
  const more = moreButton();
  const frame = framed(say('Ranking under these weights'), el('table', { class: 'plain moved' }, headOf([[say('Rank')], say('Country'), [say('Score')], [say('Moved')]]), body), true);
  // What stays in sight on a phone, where sliders and ranking are not seen together.
  const count = el('span', {});
  const bar = el('p', { class: 'bar' }, count, el('button', { type: 'button', onclick: () => { frame.scrollIntoView(); frame.focus({ preventScroll: true }); } }, say('To the ranking')));
  const finding = el('p', { class: 'finding', 'aria-live': 'polite' });
  const warning = el('p', { class: 'why' });
  const said = el('p', { class: 'note', 'aria-live': 'polite' });
  const update = () => {
    const result = score(weights, method);
    const places = inOrder(result);
    const [here, there] = amongBoth(result);
    for (const place of places) rows.get(place)?.update(result, here[place], there[place]);
    const written = percents(shown.map(({ node }) => result.shares[node]));
    for (const { node, output } of shown) output.textContent = written(result.shares[node]);
    fillTable(body, places.length, (at) => rows.get(places[at])?.element, more);
    const moved = places.filter((place) => here[place] && here[place] !== there[place]);
    const most = [...moved].sort((one, other) => Math.abs(here[other] - there[other]) - Math.abs(here[one] - there[one]) || one - other)[0];
    const moves = { moved: moved.length, count: places.filter((place) => here[place]).length, name: isolated(nameOf(most)), from: here[most], to: there[most] };
    count.textContent = say('{moved} of {count} countries move', { moved: moves.moved, count: moves.count });
    const isSame = countries.every((_, place) => !own.ranks[place] === !result.ranks[place]);
    finding.replaceChildren(...(most === undefined ? [isSame && result.parts.every((part, node) => part === own.parts[node]) && method === data.nodes[0].method ? say('These are the weights of the lens: no country moves.') : say('No country moves under these weights.')]
      : isSame ? sayWith('{moved} of {count} countries move; {name} moves furthest, from rank {from} to {to}.', moves)
        : sayWith('Among the {count} countries ranked before and now, {moved} move; {name} moves furthest, from rank {from} to {to} among them.', moves)));
    if (!isSame) finding.append(' ', setChange(result));
    const parts = [];
    if (isOutsideBox(weights)) parts.push(say('The audit has looked at weights of dimensions up to a quarter above or below the lens’s; these go further.'));
    if (data.rules.estimates && weights.some((weight, node) => weight !== ownWeights[node] && (data.nodes[node].leaf !== null || weight === 0))) {
      parts.push(say('Estimated parts keep their estimates here; the program behind this page estimates them anew where weights within a component change or a weight is 0.'));
    }
    warning.textContent = parts.join(' ');
  };
  /** @type {any} */
  let later;
  const changed = () => {
    update();
    clearTimeout(later);
    later = setTimeout(() => {
      Object.assign(state, { weights: writtenWeights(weights), method: method === data.nodes[0].method ? '' : method });
      history.replaceState(null, '', address());
    }, 250);
  };
  const reset = () => {
    weights.set(ownWeights);
    method = data.nodes[0].method;
    Object.assign(state, { weights: '', method: '' });
    history.replaceState(null, '', address());
    show();
  };
  const methods = el('select', { onchange: () => { method = methods.value; changed(); } }, closedMethods.filter((name) => name !== 'power' || method === 'power').map((name) =>
    el('option', { value: name, selected: name === method }, say(methodWords[name]))));
  const presets = presetChoice();
  const sliders = dimensions.map((node) => slider(node, weights, changed, shown));
  update();
  return el('section', { class: 'whatif', 'aria-labelledby': 'whatif-h' }, el('h2', { id: 'whatif-h' }, say('What if the weights were others?')), bar, finding, warning,
    el('div', { class: 'two' }, el('div', { class: 'sliders' },
      el('p', { class: 'take' }, el('button', { type: 'button', onclick: reset }, say('Reset')),
        el('button', { type: 'button', onclick: () => copy(lensFile(weights, method), said) }, say('Copy as lens')),
        el('button', { type: 'button', onclick: () => copy(location.href.split('#')[0] + address({ weights: writtenWeights(weights), method }), said) }, say('Copy link'))), said,
      presets && el('label', { class: 'choice' }, sayWith('Weights of dimensions as in {lenses}', { lenses: presets })),
      el('label', { class: 'choice' }, sayWith('Dimensions joined by {methods}', { methods })),
      sliders),
    el('div', {}, frame, more)));
};

/** A row that changes its texts, not its elements.
 * @type {(place: number) => { element: any, update: (result: Result, from: number, to: number) => void }} */
const whatifRow = (place) => {
  const [rank, value, move] = [el('td', { class: 'num' }), el('td', { class: 'num' }), el('td', { class: 'num' })];
  return {
    element: el('tr', {}, rank, el('th', { scope: 'row' }, countryLink(place)), value, move),
    update: (result, from, to) => {
      const by = from - to;
      rank.textContent = String(result.ranks[place]);
      value.textContent = fixed(result.index[place]);
      move.textContent = !from ? say('new') : by ? `${by > 0 ? '▲' : '▼'} ${Math.abs(by)}` : '';
      move.className = `num ${by > 0 ? 'up' : by < 0 ? 'down' : ''}`;
    },
  };
};

/** A slider and a field for a weight, over those of its parts.
 * @type {(node: number, weights: Weights, changed: () => void, shown: { node: number, output: any }[]) => any} */
const slider = (node, weights, changed, shown) => {
  const output = el('output', { title: say('Share among its siblings') });
  shown.push({ node, output });
  const top = Math.max(2 * ownWeights[node], 0.02);
  const id = `w${node}`;
  const written = (/** @type {number} */ weight) => String(Math.round(weight * 1e4) / 1e4);
  const field = el('input', { type: 'number', min: 0, max: 1000, step: 'any', value: written(weights[node]), 'aria-label': say('Weight of {name}', { name: nodeTitle(node) }) });
  const range = el('input', { type: 'range', id, min: 0, max: top, step: top / 200, value: weights[node] });
  range.addEventListener('input', () => {
    weights[node] = Number(range.value);
    field.value = written(weights[node]);
    changed();
  });
  field.addEventListener('input', () => {
    const weight = Number(field.value);
    if (!(weight >= 0 && weight <= 1000) || field.value === '') return;
    weights[node] = weight;
    range.value = String(weight);
    changed();
  });
  // An only part has no weight to choose: its own parts stand in its place.
  const only = childrenOf(node).length === 1 ? childrenOf(node)[0] : node;
  const parts = childrenOf(only);
  return el('div', { class: 'slider' }, el('label', { for: id }, nodeTitle(node)), range, field, output,
    parts.length > 1 ? el('details', {}, el('summary', {}, say('Within {name}', { name: nodeTitle(node) })), parts.map((child) => slider(child, weights, changed, shown))) : null);
};
