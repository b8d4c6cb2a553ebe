// Shows the view of the state, among the sections that the page has without script.

/** The views, each with its name in the contents and the sections of the page that it shows beside its own.
 * @type {Record<string, { title: string, view?: () => any, sections: string[], isHidden?: boolean }>} */
const views = {
  index: { title: 'Map and ranking', view: rankingView, sections: ['reading', 'map', 'withheld'] },
  country: { title: 'Country', view: countryView, sections: [], isHidden: true },
  compare: { title: 'Compare', view: compareView, sections: [] },
  whatif: { title: 'What if', view: whatifView, sections: [] },
  time: { title: 'Time', view: timeView, sections: [] },
  explore: { title: 'Explore', view: exploreView, sections: [] },
  lenses: { title: 'Lenses', view: lensesView, sections: [] },
  audit: { title: 'How robust', view: auditView, sections: ['audit'] },
  indicators: { title: 'Indicators', sections: ['indicators'] },
  indicator: { title: 'Indicator', view: indicatorView, sections: [], isHidden: true },
  about: { title: 'About', sections: ['about'] },
};
const sections = ['reading', 'map', 'withheld', 'audit', 'indicators', 'about'];

const app = el('div', { id: 'app' });
const tools = el('div', { class: 'tools' });
const notice = el('p', { class: 'why', id: 'notice' });

/** Three sentences that say what was found, by rules. */
const findings = () => {
  const places = inOrder(own);
  if (places.length < 2) return null;
  const [first, last] = [places[0], places[places.length - 1]];
  const known = data.history ? data.history.index : [];
  const sentences = [`${countries[first].name} is the most secure of ${places.length} ranked countries in ${data.year} (${fixed(own.index[first])} of 100), ${countries[last].name} the least (${fixed(own.index[last])}).`];
  const withInterval = places.filter((place) => countries[place].interval.length);
  if (withInterval.length) sentences.push(`Half of them can be placed to within ${intervalWidth(withInterval)} ranks: read each rank with its interval.`);
  if (known.length > 9) {
    const ago = data.history?.years[known.length - 10] ?? 0;
    const before = measured('', ago);
    const changes = places.map((place) => ({ place, by: own.index[place] - before[place] })).filter(({ by }) => by === by).sort((one, other) => other.by - one.by || one.place - other.place);
    if (changes.length > 1) sentences.push(`Since ${ago} ${countries[changes[0].place].name} gained most (${signed(changes[0].by)}) and ${countries[changes[changes.length - 1].place].name} lost most (${signed(changes[changes.length - 1].by)}).`);
  }
  return el('p', { class: 'finding' }, sentences.join(' '));
};

/** What other weights make of the ranking. */
const movedFinding = () => {
  const result = current();
  const places = inOrder(result);
  const [now, before] = [places.length, inOrder(own).length];
  if (now === 0) return el('p', { class: 'finding' }, 'Under other weights no country is ranked.');
  return el('p', { class: 'finding' }, 'Under other weights ', isolated(countries[places[0]].name), ` is first, with ${fixed(result.index[places[0]])} points.`,
    now === before ? '' : ` ${now} countries are ranked, not ${before}, since coverage counts weight.`, ' There are no rank intervals for these weights.');
};

/** Back to the weights of the lens. */
const resetButton = () => el('button', { type: 'button', onclick: () => go({ weights: '', method: '' }) }, 'Reset');

/** What stands above the map: measure, year, and a slider of years that plays. */
const mapTools = () => {
  const years = data.history && hasPast(state.measure) ? data.history.years : [];
  const slider = el('input', { type: 'range', 'aria-label': 'Year', min: 0, max: Math.max(years.length - 1, 0), value: years.indexOf(state.year || data.year), oninput: () => go({ year: years[Number(slider.value)] === data.year ? 0 : years[Number(slider.value)] }, false) });
  const play = el('button', { type: 'button', onclick: () => player(years) }, playing ? 'Stop' : 'Play');
  return choices(measureChoice('Shown on the map', state.measure, (name) => go({ measure: name, year: hasPast(name) ? state.year : 0 })),
    years.length > 1 ? el('label', {}, `Year ${state.year || data.year}`, slider) : null, years.length > 1 ? play : null,
    state.weights || state.method ? el('span', { class: 'why' }, 'Under other weights. ', resetButton()) : null);
};

/** @type {any} The clock of the player; 0 while it stands. */
let playing = 0;
/** @type {(years: number[]) => void} */
const player = (years) => {
  if (playing) {
    clearInterval(playing);
    playing = 0;
    show();
    return;
  }
  let at = 0;
  playing = setInterval(() => {
    go({ year: years[at] === data.year ? 0 : years[at] }, false);
    at += 1;
    if (at < years.length) return;
    clearInterval(playing);
    playing = 0;
    show();
  }, matchMedia('(prefers-reduced-motion: reduce)').matches ? 1500 : 500);
};

const show = () => {
  const focused = /** @type {any} */ (document.activeElement);
  const label = focused && focused !== document.body ? focused.getAttribute('aria-label') || focused.closest('label')?.firstChild?.textContent : null;
  const { view, sections: shown } = views[state.view];
  for (const id of sections) {
    const section = document.getElementById(id);
    if (section) section.hidden = !shown.includes(id);
  }
  const isIndex = state.view === 'index';
  document.body.classList.toggle('wide', isIndex);
  const isMoved = current() !== own;
  tools.replaceChildren(...(isIndex ? [isMoved ? movedFinding() : findings(), mapTools()].filter(Boolean) : []));
  notice.replaceChildren(...(isMoved && !isIndex && state.view !== 'whatif'
    ? ['Other weights are set; this view shows the lens’s own. ', resetButton()] : []));
  app.replaceChildren(...(view ? [view()] : []));
  paintMap();
  const name = state.view === 'country' ? countries[placeOf(state.countries[0] ?? '')]?.name ?? '' : state.view === 'indicator' ? measureTitle(state.measure) : views[state.view].title;
  document.title = `${name} – ${data.title}, ${state.year || data.year}`;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#contents a'))) {
    const view = item.dataset.view ?? '';
    item.setAttribute('href', address({ ...blank, view, countries: state.countries }));
    if (view === state.view) item.setAttribute('aria-current', 'page');
    else item.removeAttribute('aria-current');
  }
  // The control that was used stays the one that the next key goes to.
  if (label && !document.contains(focused)) {
    /** @type {any} */
    const again = [...document.querySelectorAll('input, select, button')].find((one) => (one.getAttribute('aria-label') || one.closest('label')?.firstChild?.textContent) === label);
    again?.focus();
  }
};

/** What stands at the foot of a printed page: the index, its year and vintage, and the number of the page. */
const foot = () => {
  const text = citation().replace(/["\\\p{C}]/gu, ' ');
  const style = document.createElement('style');
  style.textContent = `@page{@bottom-left{content:"${text}";font:8pt sans-serif}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}`;
  document.head.append(style);
};

const start = () => {
  foot();
  document.documentElement.classList.add('js');
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  const nav = /** @type {HTMLElement} */ (document.querySelector('header nav'));
  nav.id = 'contents';
  nav.replaceChildren(...Object.entries(views).filter(([, one]) => !one.isHidden).map(([name, one]) => el('a', { 'data-view': name }, one.title)), searchBox('Find a country', (place) => go({ ...blank, view: 'country', countries: [countries[place].code] })));
  const reading = document.querySelector('.reading');
  if (reading) reading.id = 'reading';
  prepareMap();
  const front = el('div', { id: 'front' });
  main.prepend(front);
  if (mapSection) front.append(el('div', { id: 'left' }, tools, mapSection), app);
  else front.append(tools, app);
  if (reading) front.after(reading);
  front.before(notice);
  addEventListener('popstate', () => { readAddress(); show(); });
  document.addEventListener('click', (event) => {
    const anchor = /** @type {any} */ (event.target).closest?.('a[href^="#"]');
    if (!anchor || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (anchor.classList.contains('skip')) {
      document.getElementById('content')?.focus();
      return;
    }
    history.pushState(null, '', anchor.getAttribute('href'));
    readAddress();
    show();
    scrollTo(0, 0);
  });
  readAddress();
  show();
};

start();

/** Scores and ranks under weights as the address writes them, by country: for whoever checks the page against the program.
 * @type {(weights: string) => Record<string, [number, number]>} */
const scoresByCode = (weights) => {
  const result = score(parsedWeights(weights));
  return Object.fromEntries(countries.map((country, place) => /** @type {[string, [number, number]]} */ ([country.code, [result.index[place], result.ranks[place]]])).filter(([, [, rank]]) => rank > 0));
};
Object.assign(window, { hsiScores: scoresByCode });
