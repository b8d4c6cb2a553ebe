// One state drives every view and lives in the address: #view?key=value&key=value.

/** What the address says. Empty texts mean: as the lens and the report have it.
 * @type {State} */
const state = { view: 'index', countries: [], measure: '', year: 0, weights: '', method: '', text: '', region: '', income: '', coverage: '', since: 0, lens: '', x: '', y: '' };

const keys = /** @type {const} */ (['measure', 'year', 'weights', 'method', 'text', 'region', 'income', 'coverage', 'since', 'lens', 'x', 'y']);

/** The address of a state.
 * @type {(changes?: Partial<State>) => string} */
const address = (changes = {}) => {
  const all = { ...state, ...changes };
  const query = new URLSearchParams();
  if (all.countries.length > 0) query.set('c', all.countries.join('.'));
  for (const key of keys) if (all[key]) query.set(key, String(all[key]));
  const text = query.toString();
  return `#${all.view}${text ? `?${text}` : ''}`;
};

/** Reads the address; what it does not know is left out. An address of the page without script, #c-KEN, is a country.
 * @type {() => void} */
const readAddress = () => {
  const [view, query] = decodeURI(location.hash.slice(1)).split('?');
  const section = /^[cr]-([A-Za-z0-9]+)$/.exec(view || '');
  const fields = new URLSearchParams(query || '');
  state.view = section ? 'country' : Object.hasOwn(views, view) ? view : 'index';
  const codes = section ? [section[1]] : (fields.get('c') || '').split('.');
  state.countries = codes.filter((code) => placeOf(code) >= 0).map((code) => code.toUpperCase());
  for (const key of /** @type {const} */ (['measure', 'weights', 'method', 'text', 'region', 'income', 'coverage', 'lens', 'x', 'y'])) {
    state[key] = fields.get(key) || '';
  }
  const years = data.history ? data.history.years : [];
  for (const key of /** @type {const} */ (['year', 'since'])) {
    const year = Number(fields.get(key));
    state[key] = years.includes(year) && year !== data.year ? year : 0;
  }
};

/** Goes to a changed state. Steps that a reader would want to take back are kept in the history of the browser.
 * @type {(changes: Partial<State>, isStep?: boolean) => void} */
const go = (changes, isStep = true) => {
  const to = address(changes);
  if (to === location.hash) return;
  if (isStep) history.pushState(null, '', to);
  else history.replaceState(null, '', to);
  readAddress();
  show();
};

/** A link to a state, which the browser can open elsewhere as well.
 * @type {(changes: Partial<State>, text: any, attributes?: Record<string, any>) => any} */
const link = (changes, text, attributes = {}) => el('a', { href: address({ ...blank, ...changes }), ...attributes }, text);

/** @type {Partial<State>} What a link leaves behind when it goes to another view. */
const blank = { countries: [], measure: '', year: 0, text: '', region: '', income: '', coverage: '', since: 0, lens: '', x: '', y: '' };

/** @type {(place: number, attributes?: Record<string, any>) => any} */
const countryLink = (place, attributes = {}) =>
  link({ view: 'country', countries: [countries[place].code] }, isolated(countries[place].name), attributes);

/** Weights as the address writes them: places of nodes with weights that differ from the lens's.
 * @type {(text: string) => Weights} */
const parsedWeights = (text) => {
  const weights = Float64Array.from(ownWeights);
  for (const part of text.split('_')) {
    const [node, weight] = part.split('~').map(Number);
    if (node > 0 && node < weights.length && weight >= 0 && weight <= 1000) weights[node] = weight;
  }
  return weights;
};

/** @type {(weights: Weights) => string} */
const writtenWeights = (weights) => [...weights.keys()]
  .filter((node) => weights[node] !== ownWeights[node])
  .map((node) => `${node}~${weights[node]}`).join('_');

/** The scores under what the address says: the lens's own where it says nothing. */
const current = () => {
  const method = closedMethods.includes(state.method) ? state.method : data.nodes[0].method;
  if (!canReweigh || (!state.weights && method === data.nodes[0].method)) return own;
  return score(parsedWeights(state.weights), method);
};
