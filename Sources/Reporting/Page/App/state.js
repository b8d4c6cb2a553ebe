// One state drives every view and lives in the address: #view?key=value&key=value.

/** What a view shows; empty texts and 0 mean: as the lens and the report have it. A link to another view leaves it behind.
 * @type {Omit<State, 'view' | 'weights' | 'method' | 'language'>} */
const blank = { countries: [], measure: '', year: 0, text: '', region: '', income: '', coverage: '', since: 0, lens: '', x: '', y: '' };

/** What the address says.
 * @type {State} */
const state = { ...blank, view: 'index', weights: '', method: '', language: data.language };

const textKeys = /** @type {const} */ (['measure', 'weights', 'method', 'text', 'region', 'income', 'coverage', 'lens', 'x', 'y']);
const yearKeys = /** @type {const} */ (['year', 'since']);

/** The address of a state.
 * @type {(changes?: Partial<State>) => string} */
const address = (changes = {}) => {
  const all = { ...state, ...changes };
  const query = new URLSearchParams();
  // An id may have a point in it.
  if (all.countries.length > 0) query.set('c', all.countries.join(all.countries.some((code) => code.includes('.')) ? '~' : '.'));
  for (const key of [...textKeys, ...yearKeys]) if (all[key]) query.set(key, String(all[key]));
  if (all.language !== data.language) query.set('language', all.language);
  const text = query.toString();
  return `#${all.view}${text ? `?${text}` : ''}`;
};

/** Reads the address; what it does not know is left out. An address of the page without script, #c-KEN, is a country.
 * @type {() => void} */
const readAddress = () => {
  const [view, query] = location.hash.slice(1).split('?');
  const section = /^[cr]-([A-Za-z0-9][A-Za-z0-9_.-]*)$/.exec(view || '');
  const fields = new URLSearchParams(query || '');
  state.view = section ? 'country' : Object.hasOwn(views, view) ? view : 'index';
  const chosen = fields.get('c') || '';
  const codes = section ? [section[1]] : placeOf(chosen) >= 0 ? [chosen] : chosen.split(chosen.includes('~') ? '~' : '.');
  state.countries = codes.map(placeOf).filter((place) => place >= 0).map((place) => countries[place].code);
  for (const key of textKeys) state[key] = fields.get(key) || '';
  state.language = data.languages.find((code) => code === fields.get('language')) ?? data.language;
  const years = data.history ? data.history.years : [];
  for (const key of yearKeys) {
    const year = Number(fields.get(key));
    state[key] = years.includes(year) && year !== data.year ? year : 0;
  }
  if (!hasPast(state.measure)) state.year = 0;
  if (!closedMethods.includes(state.method)) state.method = '';
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
 * @type {(changes: Partial<State>, text: any) => any} */
const link = (changes, text) => el('a', { href: address({ ...blank, ...changes }) }, text);

/** @type {(place: number) => any} */
const countryLink = (place) => link({ view: 'country', countries: [countries[place].code] }, isolated(nameOf(place)));

/** A link to an indicator, which keeps the countries that are looked at.
 * @type {(leaf: number) => any} */
const indicatorLink = (leaf) => link({ view: 'indicator', measure: indicatorOf(leaf).id, countries: state.countries }, indicatorOf(leaf).name);

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
