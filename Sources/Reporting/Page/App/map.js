// The map that stands in the page: coloured by what the state says, moved by pointer, wheel, touch and keys.

const mapSection = document.getElementById('map');
/** @type {any} */
const mapPicture = mapSection ? mapSection.querySelector('svg') : null;
/** @type {Map<number, any[]>} The shapes of each country. */
const shapes = new Map();
/** The box that is seen, and the whole one. */
const box = { x: 0, y: 0, width: 1, height: 1 };
const whole = { width: 1, height: 1 };

const setBox = () => {
  box.width = Math.min(Math.max(box.width, whole.width / 24), whole.width);
  box.height = box.width * whole.height / whole.width;
  box.x = Math.min(Math.max(box.x, 0), whole.width - box.width);
  box.y = Math.min(Math.max(box.y, 0), whole.height - box.height);
  mapPicture.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  // Dots of small states stay of one size on the screen.
  mapPicture.style.setProperty('--zoom', String(box.width / whole.width));
};

/** @type {(factor: number, x?: number, y?: number) => void} */
const zoom = (factor, x = 0.5, y = 0.5) => {
  const width = Math.min(Math.max(box.width * factor, whole.width / 24), whole.width);
  box.x += (box.width - width) * x;
  box.y += (box.height - width * whole.height / whole.width) * y;
  box.width = width;
  setBox();
};

/** @type {(x: number, y: number) => void} In parts of what is seen. */
const pan = (x, y) => {
  box.x += x * box.width;
  box.y += y * box.height;
  setBox();
};

/** Takes the map of the page without script over: its shapes become parts of one picture with one stop for the keyboard. */
const prepareMap = () => {
  if (!mapPicture) return;
  const [, , width, height] = mapPicture.getAttribute('viewBox').split(' ').map(Number);
  Object.assign(whole, { width, height });
  Object.assign(box, { x: 0, y: 0, width, height });
  for (const anchor of mapPicture.querySelectorAll('a')) {
    const place = placeOf(anchor.getAttribute('href').slice(3));
    anchor.querySelector('title')?.remove();
    const own = [...anchor.children];
    if (place >= 0) shapes.set(place, [...(shapes.get(place) ?? []), ...own]);
    anchor.setAttribute('href', address({ ...blank, view: 'country', countries: place < 0 ? [] : [countries[place].code] }));
    anchor.dataset.place = String(place);
  }
  const card = el('div', { class: 'card', hidden: true, 'aria-live': 'polite' });
  const frame = el('div', { class: 'mapframe later', '--shape': `${width} / ${height}` });
  mapPicture.replaceWith(frame);
  const buttons = el('div', { class: 'zoom' },
    el('button', { type: 'button', onclick: () => zoom(0.6) }, '+'), el('button', { type: 'button', onclick: () => zoom(1 / 0.6) }, '−'),
    el('button', { type: 'button', onclick: () => zoom(99) }, '⤢'));
  frame.append(mapPicture, buttons, card);
  // The outlines keep their room and are drawn once the rest stands: they take longest.
  later(() => frame.classList.remove('later'));
  later(() => {
    frame.after(insets());
    labelMap();
  });
  mapPicture.setAttribute('tabindex', '0');
  mapPicture.setAttribute('role', 'application');
  mapPicture.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    /** @type {Record<string, () => void>} */
    const moves = {
      ArrowLeft: () => pan(-0.2, 0), ArrowRight: () => pan(0.2, 0), ArrowUp: () => pan(0, -0.2), ArrowDown: () => pan(0, 0.2),
      '+': () => zoom(0.6), '=': () => zoom(0.6), '-': () => zoom(1 / 0.6), 0: () => zoom(99),
    };
    if (!moves[event.key] || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moves[event.key]();
  });
  mapPicture.addEventListener('wheel', (/** @type {WheelEvent} */ event) => {
    if (!event.ctrlKey && box.width === whole.width && event.deltaY > 0) return;
    event.preventDefault();
    const bounds = mapPicture.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 0.8 : 1.25, (event.clientX - bounds.left) / bounds.width, (event.clientY - bounds.top) / bounds.height);
  }, { passive: false });
  dragMap();
  /** @type {(event: any) => void} */
  const show = (event) => {
    const anchor = event.target.closest?.('a');
    const place = anchor ? Number(anchor.dataset.place) : -1;
    card.hidden = place < 0;
    if (place < 0) return;
    // The outline is drawn above its neighbours'.
    if (anchor.parentNode.lastElementChild !== anchor && event.type !== 'focusin') anchor.parentNode.append(anchor);
    card.replaceChildren(...cardOf(place));
  };
  mapPicture.addEventListener('pointerover', show);
  mapPicture.addEventListener('focusin', show);
  mapPicture.addEventListener('pointerleave', () => { card.hidden = true; });
};

/** Names the map's parts in the reader's language. */
const labelMap = () => {
  if (!mapPicture) return;
  mapPicture.setAttribute('aria-label', say('Map; arrow keys move it, plus and minus zoom'));
  const names = [say('Zoom in'), say('Zoom out'), say('Whole map')];
  document.querySelectorAll('.zoom button').forEach((button, at) => button.setAttribute('aria-label', names[at]));
  for (const anchor of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#map a[data-place]'))) {
    anchor.setAttribute('aria-label', nameOf(Number(anchor.dataset.place)));
  }
  document.querySelectorAll('.insets figcaption').forEach((caption) => {
    caption.textContent = called(/** @type {HTMLElement} */ (caption).dataset.name ?? '');
  });
};

/** Groups of dots that lie so close that one hides another: three or more, each near to another of its group. */
const crowds = () => {
  const dots = [...shapes].filter(([, parts]) => parts.length === 1 && parts[0].tagName === 'circle').map(([place, [dot]]) =>
    ({ place, dot, x: Number(dot.getAttribute('cx')), y: Number(dot.getAttribute('cy')) }));
  /** @type {(typeof dots)[]} */
  const groups = [];
  for (const own of dots) {
    const near = groups.filter((group) => group.some((other) => Math.hypot(own.x - other.x, own.y - other.y) < whole.width / 40));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([own, ...near.flat()]);
  }
  return groups.filter((group) => group.length > 2);
};

/** Enlarged pieces of the map where small countries crowd. */
const insets = () => el('div', { class: 'insets' }, crowds().map((group) => {
  const [left, right] = [Math.min(...group.map(({ x }) => x)), Math.max(...group.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...group.map(({ y }) => y)), Math.max(...group.map(({ y }) => y))];
  const size = Math.max(right - left, bottom - top) * 1.3;
  const corner = [(left + right - size) / 2, (top + bottom - size) / 2];
  const picture = svg('svg', { viewBox: `${corner[0]} ${corner[1]} ${size} ${size}`, class: 'map', role: 'group' });
  for (const part of mapPicture.querySelectorAll('path:not(.sea, .grid, pattern *)')) {
    const bounds = part.getBBox();
    if (bounds.x < corner[0] + size && bounds.x + bounds.width > corner[0] && bounds.y < corner[1] + size && bounds.y + bounds.height > corner[1]) {
      const copy = picture.appendChild(part.cloneNode());
      const place = Number(part.closest('a')?.dataset.place ?? -1);
      if (place >= 0) shapes.get(place)?.push(copy);
    }
  }
  for (const { place, dot } of group) {
    const copy = dot.cloneNode();
    copy.style.r = `${size / 24}px`;
    shapes.get(place)?.push(copy);
    picture.append(svg('a', { href: address({ ...blank, view: 'country', countries: [countries[place].code] }), tabindex: -1, 'data-place': place }, copy));
  }
  const names = group.map(({ place }) => countries[place].subregion || countries[place].region).sort();
  const name = names.reduce((most, one) => names.filter((other) => other === one).length > names.filter((other) => other === most).length ? one : most);
  picture.setAttribute('aria-label', name);
  return el('figure', {}, picture, el('figcaption', { 'data-name': name }, name));
}));

const dragMap = () => {
  /** @type {Map<number, { x: number, y: number }>} */
  const fingers = new Map();
  let moved = 0;
  mapPicture.addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = 0;
  });
  mapPicture.addEventListener('pointermove', (/** @type {PointerEvent} */ event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const bounds = mapPicture.getBoundingClientRect();
    const step = { x: event.clientX - before.x, y: event.clientY - before.y };
    moved += Math.abs(step.x) + Math.abs(step.y);
    if (fingers.size === 2) {
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1] ?? before;
      const far = (/** @type {{ x: number, y: number }} */ one) => Math.hypot(one.x - other.x, one.y - other.y) || 1;
      zoom(far(before) / far({ x: event.clientX, y: event.clientY }), (other.x - bounds.left) / bounds.width, (other.y - bounds.top) / bounds.height);
    } else if (box.width < whole.width) pan(-step.x / bounds.width, -step.y / bounds.height);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
    mapPicture.addEventListener(end, (/** @type {PointerEvent} */ event) => fingers.delete(event.pointerId));
  }
  // What was dragged is no link that was followed.
  mapPicture.addEventListener('click', (/** @type {MouseEvent} */ event) => { if (moved > 8) event.preventDefault(); }, true);
};

/** What a card says of a country.
 * @type {(place: number) => any[]} */
const cardOf = (place) => {
  const value = measured(state.measure, state.year, current())[place];
  const { interval } = countries[place];
  const lines = [el('strong', {}, isolated(nameOf(place))),
    el('div', {}, say('{measure}, {year}: {score}', { measure: measureTitle(state.measure), year: state.year || data.year, score: fixed(value) }))];
  const rank = current().ranks[place];
  if (!state.measure && !state.year) {
    const hasInterval = current() === own && interval.length > 0;
    lines.push(el('div', {}, !rank ? say('Unranked')
      : hasInterval ? say('Rank {rank}, interval {low}–{high}', { rank, low: interval[0], high: interval[1] }) : say('Rank {rank}', { rank })));
  }
  return lines;
};

/** Colours the map by the state. */
const paintMap = () => {
  if (!mapPicture) return;
  const scores = measured(state.measure, state.year, current());
  for (const [place, parts] of shapes) for (const part of parts) if (part.getAttribute('class') !== step(scores[place])) part.setAttribute('class', step(scores[place]));
  const heading = /** @type {HTMLElement} */ (document.getElementById('map-h'));
  heading.textContent = say('{measure}, {year}', { measure: measureTitle(state.measure), year: state.year || data.year });
  const counts = data.published.shades.map((shade) => [...scores].filter((value) => step(value) === `s${shade}`).length);
  document.querySelectorAll('#map .legend li').forEach((item, at) => {
    const { bands } = data.published;
    const steps = [say('below {score}', { score: bands[0] }), ...bands.slice(1).map((to, place) => `${bands[place]}–${to}`), say('{score} and above', { score: bands[bands.length - 1] })];
    const texts = [say('Score'), ...steps, state.measure ? say('missing') : say('unranked'), say('not in scope')];
    if (item.firstElementChild?.tagName === 'I') item.replaceChildren(item.firstElementChild, texts[at]);
    else item.textContent = texts[at];
    if (at < 1 || at > steps.length) return;
    item.append(el('small', {}, ` ${counts[at - 1]}`));
  });
};
