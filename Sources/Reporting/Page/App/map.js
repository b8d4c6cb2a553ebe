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
    if (place >= 0) anchor.setAttribute('aria-label', countries[place].name);
  }
  const card = el('div', { class: 'card', hidden: true, 'aria-live': 'polite' });
  const frame = el('div', { class: 'mapframe' });
  mapPicture.replaceWith(frame);
  const buttons = el('div', { class: 'zoom' },
    el('button', { type: 'button', 'aria-label': 'Zoom in', onclick: () => zoom(0.6) }, '+'),
    el('button', { type: 'button', 'aria-label': 'Zoom out', onclick: () => zoom(1 / 0.6) }, '−'),
    el('button', { type: 'button', 'aria-label': 'Whole map', onclick: () => zoom(99) }, '⤢'));
  frame.append(mapPicture, buttons, card);
  mapPicture.setAttribute('tabindex', '0');
  mapPicture.setAttribute('aria-label', 'Map; arrow keys move it, plus and minus zoom');
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
  const lines = [el('strong', {}, isolated(countries[place].name)), el('div', {}, `${measureTitle(state.measure)}, ${state.year || data.year}: ${fixed(value)}`)];
  const rank = current().ranks[place];
  if (!state.measure && !state.year) {
    lines.push(el('div', {}, rank ? `Rank ${rank}${current() === own && interval.length ? `, interval ${interval[0]}–${interval[1]}` : ''}` : 'Unranked'));
  }
  return lines;
};

/** Colours the map by the state. */
const paintMap = () => {
  if (!mapPicture) return;
  const scores = measured(state.measure, state.year, current());
  for (const [place, parts] of shapes) for (const part of parts) part.setAttribute('class', step(scores[place]));
  const heading = /** @type {HTMLElement} */ (document.getElementById('map-h'));
  heading.textContent = `${measureTitle(state.measure)}, ${state.year || data.year}`;
  const counts = [0, 1, 2, 3, 4, 5, 6].map((at) => [...scores].filter((value) => step(value) === `s${at}`).length);
  document.querySelectorAll('#map .legend li').forEach((item, at) => {
    if (at === 0) item.textContent = 'Score';
    if (at < 1 || at > 7) return;
    const note = item.querySelector('small') ?? item.appendChild(el('small', {}));
    note.textContent = ` ${counts[at - 1]}`;
  });
};
