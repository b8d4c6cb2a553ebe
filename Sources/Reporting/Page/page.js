'use strict';
(() => {
  const table = document.getElementById('rank');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];

  /** @type {(row: HTMLTableRowElement, column: number) => SortKey} */
  const key = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.v !== undefined) return cell.dataset.v === '' ? NaN : +cell.dataset.v;
    return cell.tagName === 'TH' ? cell.textContent : +cell.textContent;
  };
  // Rows without a value stand last whichever way the others are sorted.
  /** @type {(a: any, b: any, sign: number) => number} Two texts or two numbers. */
  const compare = (a, b, sign) => {
    if (typeof a === 'string') return sign * a.localeCompare(b, 'en');
    // @ts-expect-error A truth value counts as 0 or 1.
    if (a !== a || b !== b) return (a !== a) - (b !== b);
    return sign * (a - b);
  };
  /** @type {(column: number) => void} */
  const sort = (column) => {
    const head = heads[column];
    const now = head.getAttribute('aria-sort');
    const down = now ? now === 'ascending' : 'down' in head.dataset;
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    /** @type {[SortKey, HTMLTableRowElement][]} */
    const keyed = rows.map((row) => [key(row, column), row]);
    keyed.sort((a, b) => compare(a[0], b[0], down ? -1 : 1));
    body.append(...keyed.map((pair) => pair[1]));
  };
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    button.addEventListener('click', () => sort(column));
    head.append(button);
  });

  const form = document.getElementById('filters');
  /** @type {(name: string) => any} */
  const field = (name) => document.getElementById('f-' + name);
  /** @type {HTMLInputElement} */
  const text = field('text');
  /** @type {HTMLSelectElement} */
  const region = field('region');
  /** @type {HTMLSelectElement} */
  const income = field('income');
  // Accents are dropped, so that "cote" finds Côte d'Ivoire.
  /** @type {(value: string) => string} */
  const fold = (value) =>
    value.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().trim();
  const names = rows.map((row) => fold(row.cells[2].textContent + ' ' + row.id.slice(2)));
  const filter = () => {
    const wanted = fold(text.value);
    let shown = 0;
    rows.forEach((row, place) => {
      const fits = names[place].includes(wanted)
        && (!region.value || row.dataset.r === region.value)
        && (!income.value || row.dataset.g === income.value);
      row.hidden = !fits;
      // @ts-expect-error A truth value counts as 0 or 1.
      shown += fits;
    });
    field('count').textContent = shown + ' of ' + rows.length + ' countries';
  };
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  filter();

  // A row that the filter hides could not be returned to from its country's page.
  addEventListener('hashchange', () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row || !row.hidden) return;
    form.reset();
    filter();
    row.scrollIntoView();
  });
})();
