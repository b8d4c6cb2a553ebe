// Shows the view of the state, among the sections that the page has without script.

/** The views, each with its name in the contents and the sections of the page that it shows beside its own.
 * @type {Record<string, { title: string, view?: () => any, sections: string[], isHidden?: boolean }>} */
const views = {
  index: { title: term('Map and ranking'), view: rankingView, sections: ['reading', 'map', 'withheld', 'changes'] },
  country: { title: term('Country'), view: countryView, sections: [], isHidden: true },
  compare: { title: term('Compare'), view: compareView, sections: [] },
  whatif: { title: term('What if'), view: whatifView, sections: [] },
  time: { title: term('Time'), view: timeView, sections: [] },
  explore: { title: term('Explore'), view: exploreView, sections: [] },
  lenses: { title: term('Lenses'), view: lensesView, sections: [] },
  audit: { title: term('How robust'), view: auditView, sections: ['audit'] },
  indicators: { title: term('Indicators'), sections: ['indicators'] },
  indicator: { title: term('Indicator'), view: indicatorView, sections: [], isHidden: true },
  about: { title: term('About'), view: glossaryView, sections: ['about'] },
};
const sections = ['reading', 'map', 'withheld', 'changes', 'audit', 'indicators', 'about'];

const app = el('div', { id: 'app' });
const tools = el('div', { class: 'tools' });
const notice = el('p', { class: 'why', id: 'notice' });

/** Three sentences that say what was found, by rules. */
const findings = () => {
  const places = inOrder(own);
  if (places.length < 2) return null;
  const [first, last] = [places[0], places[places.length - 1]];
  const known = data.history ? data.history.index : [];
  const { most: best, least: worst } = data.published;
  const ends = { first: nameOf(first), last: nameOf(last), count: places.length, year: data.year, most: fixed(own.index[first]), least: fixed(own.index[last]) };
  const sentences = [best ? say('{first} is the {best} of {count} ranked countries in {year} ({most} of 100), {last} the {worst} ({least}).', { ...ends, best: called(best), worst: called(worst) })
    : say('{first} has the highest score of {count} ranked countries in {year} ({most} of 100), {last} the lowest ({least}).', ends)];
  const withInterval = places.filter((place) => countries[place].interval.length);
  if (withInterval.length) sentences.push(say('Half of them can be placed to within {count} ranks: read each rank with its interval.', { count: intervalWidth(withInterval) }));
  const outside = withInterval.filter((place) => own.ranks[place] < countries[place].interval[0] || own.ranks[place] > countries[place].interval[1]);
  if (outside.length) {
    const named = outside.slice(0, 3).map((place) => say('{name} ({rank}; {low}–{high})', { name: nameOf(place), rank: own.ranks[place], low: countries[place].interval[0], high: countries[place].interval[1] })).join(', ');
    sentences.push(say('Outside its own interval: {names}. A rank is that of this lens, an interval what most combinations of judgements give.', { names: outside.length > 3 ? `${named}, …` : named }));
  }
  const { year, all, common } = data.history?.changes ?? { year: 0, all: [], common: [] };
  if (known.length > 9 && year) {
    // Who gained most is told by figures that both years have, so that nobody gains by new ones.
    const isFixed = places.some((place) => typeof common[place] === 'number');
    const changes = places.map((place) => ({ place, by: (isFixed ? common : all)[place] ?? NaN })).filter(({ by }) => by === by).sort((one, other) => other.by - one.by || one.place - other.place);
    const [most, least] = [changes[0], changes[changes.length - 1]];
    if (changes.length > 1) {
      const said = { year, winner: nameOf(most.place), gain: signed(most.by), loser: nameOf(least.place), loss: signed(least.by) };
      sentences.push(isFixed ? say('By the figures that both years have, {winner} gained most since {year} ({gain}) and {loser} lost most ({loss}).', said)
        : say('Since {year} {winner} gained most ({gain}) and {loser} lost most ({loss}), part of which may be coverage.', said));
    }
  }
  return el('p', { class: 'finding' }, sentences.join(' '));
};

/** What other weights make of the ranking. */
const movedFinding = () => {
  const result = current();
  const places = inOrder(result);
  const [now, before] = [places.length, inOrder(own).length];
  if (now === 0) return el('p', { class: 'finding' }, say('Under other weights no country is ranked.'));
  return el('p', { class: 'finding' },
    sayWith('Under other weights {name} is first, with {points} points.', { name: isolated(nameOf(places[0])), points: fixed(result.index[places[0]]) }), ' ',
    now === before ? '' : [say('{now} countries are ranked, not {before}, since coverage counts weight.', { now, before }), ' '],
    say('There are no rank intervals for these weights.'));
};

/** Back to the weights of the lens. */
const resetButton = () => el('button', { type: 'button', onclick: () => go({ weights: '', method: '' }) }, say('Reset'));

/** What stands above the map: measure, year, and a slider of years that plays. */
const mapTools = () => {
  if (!mapSection) return null;
  const years = data.history && hasPast(state.measure) ? data.history.years : [];
  const slider = el('input', { type: 'range', 'aria-label': say('Year'), min: 0, max: Math.max(years.length - 1, 0), value: years.indexOf(state.year || data.year), oninput: () => go({ year: years[Number(slider.value)] === data.year ? 0 : years[Number(slider.value)] }, false) });
  const play = el('button', { type: 'button', onclick: () => player(years) }, playing ? say('Stop') : say('Play'));
  return choices(measureChoice(say('Shown on the map'), state.measure, (name) => go({ measure: name, year: hasPast(name) ? state.year : 0 })),
    years.length > 1 ? el('label', {}, say('Year {year}', { year: state.year || data.year }), slider) : null, years.length > 1 ? play : null,
    state.weights || state.method ? el('span', { class: 'why' }, say('Under other weights.'), ' ', resetButton()) : null);
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

/** Whether the pictures that stand were drawn for a phone. */
let wasNarrow = false;

const show = () => {
  wasNarrow = isNarrow();
  const focused = /** @type {any} */ (document.activeElement);
  const label = focused && focused !== document.body ? focused.getAttribute('aria-label') || focused.closest('label')?.firstChild?.textContent : null;
  const { view, sections: shown } = views[state.view];
  speak();
  for (const id of sections) {
    const section = document.getElementById(id);
    // The map is drawn after what was asked for: it takes longest.
    if (id === 'map' && section?.hidden && shown.includes(id)) {
      later(() => {
        section.hidden = !views[state.view].sections.includes(id);
        paintMap();
      });
    } else if (section) section.hidden = !shown.includes(id);
  }
  const isIndex = state.view === 'index';
  document.body.classList.toggle('wide', isIndex && !!mapSection);
  document.body.classList.toggle('inner', !isIndex);
  const isMoved = current() !== own;
  tools.replaceChildren(...(isIndex ? [isMoved ? movedFinding() : findings(), mapTools()].filter(Boolean) : []));
  notice.replaceChildren(...(isMoved && !isIndex && state.view !== 'whatif'
    ? [say('Other weights are set; this view shows the lens’s own.'), ' ', resetButton(), ' '] : []),
  state.language === 'en' ? '' : say('This translation has not been reviewed. Method, audit and sources are in English.'));
  const shownView = view ? view() : null;
  if (app.firstChild !== shownView) app.replaceChildren(...(shownView ? [shownView] : []));
  if (isIndex && !mapSection?.hidden) paintMap();
  const name = state.view === 'country' ? nameOf(placeOf(state.countries[0] ?? '')) : state.view === 'indicator' ? measureTitle(state.measure) : say(views[state.view].title);
  document.title = say('{name} – {title}, {year}', { name, title: data.title, year: state.year || data.year });
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
  const text = citation().replace(/["\\<\p{C}]/gu, ' ');
  const style = document.createElement('style');
  style.textContent = `@page{@bottom-left{content:"${text}";font:8pt sans-serif}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}`;
  document.head.append(style);
};

/** What languages call themselves.
 * @type {Record<string, string>} */
const languageNames = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية', ru: 'Русский', zh: '中文' };

/** The facts at the head of the page, as the page without script has them. */
const facts = [term('Reference year'), term('Countries ranked'), term('Dimensions'), term('Indicators')];

/** The language that stands on the page so far. */
let spokenIn = '';

/** Puts head, contents and map into the reader's language; what the page has without script stays English. */
const speak = () => {
  if (spokenIn === state.language) return;
  spokenIn = state.language;
  Object.assign(document.documentElement, { lang: state.language, dir: state.language === 'ar' ? 'rtl' : 'ltr' });
  for (const part of document.querySelectorAll('h1, .kicker, #reading, #map .note, #withheld, #changes, section#audit, section#indicators, #about')) Object.assign(part, { lang: 'en', dir: 'ltr' });
  const all = document.querySelector('.facts span');
  if (all) all.textContent = say('of {count}', { count: countries.length });
  document.querySelectorAll('.facts dt').forEach((item, at) => { item.textContent = say(facts[at] ?? item.textContent ?? ''); });
  const choice = el('select', { 'aria-label': say('Language'), onchange: () => go({ language: choice.value }) },
    data.languages.map((code) => el('option', { value: code, lang: code, selected: code === state.language }, languageNames[code])));
  document.getElementById('contents')?.replaceChildren(
    ...Object.entries(views).filter(([, one]) => !one.isHidden).map(([name, one]) => el('a', { 'data-view': name }, say(one.title))),
    searchBox('find', say('Find a country'), (place) => go({ ...blank, view: 'country', countries: [countries[place].code] })),
    data.languages.length > 1 ? choice : '');
  labelMap();
};

const start = () => {
  foot();
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  const nav = /** @type {HTMLElement} */ (document.querySelector('header nav'));
  nav.id = 'contents';
  const reading = document.querySelector('.reading');
  if (reading) reading.id = 'reading';
  prepareMap();
  const front = el('div', { id: 'front' });
  main.prepend(front);
  if (mapSection) front.append(el('div', { id: 'left' }, tools, mapSection), app);
  else front.append(tools, app);
  if (reading) front.after(reading);
  front.before(notice);
  // A window that a printer or a picture of the page makes narrow for a moment changes nothing.
  phone.addEventListener('change', () => setTimeout(() => { if (isNarrow() !== wasNarrow) show(); }, 200));
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
  // A view that is called like a section of the page begins at its head all the same.
  if (document.getElementById(state.view)) addEventListener('load', () => scrollTo(0, 0));
};

start();

/** Scores and ranks under weights as the address writes them, by country: for whoever checks the page against the program.
 * @type {(weights: string) => Record<string, [number, number]>} */
const scoresByCode = (weights) => {
  const result = score(parsedWeights(weights));
  return Object.fromEntries(countries.map((country, place) => /** @type {[string, [number, number]]} */ ([country.code, [result.index[place], result.ranks[place]]])).filter(([, [, rank]]) => rank > 0));
};
Object.assign(window, { hsiScores: scoresByCode });
