// Pictures, each with a title that states what it shows, the table behind it, and both to take away.

/** @type {(points: [number, number][]) => string} */
const path = (points) => points.map(([x, y], place) => `${place ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** A cell of CSV; one that a spreadsheet would take for a formula is led by an apostrophe.
 * @type {(value: any) => string} */
const csvCell = (value) => {
  let text = value === null || value === undefined || value !== value ? '' : String(value);
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** @type {(head: string[], rows: any[][]) => string} */
const csvOf = (head, rows) => [head, ...rows].map((row) => row.map(csvCell).join(',')).join('\n') + '\n';

/** @type {(name: string, type: string, text: string) => void} */
const save = (name, type, text) => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
};

const citation = () => {
  const { year, vintage, version } = data;
  const { citation: asked, work } = data.published;
  return asked
    ? say('{asked} (vintage {vintage}, made with hsi {version})', { asked, vintage, version })
    : say('{work}, {year}, vintage {vintage}, made with hsi {version}', { work, year, vintage, version });
};

/** The lines that show this view within another page.
 * @type {(title: string) => any} */
const embed = (title) => {
  const quoted = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const code = `<iframe src="${quoted(location.href)}" title="${quoted(title)}" width="100%" height="800" loading="lazy"></iframe>`;
  return el('button', { type: 'button', onclick: (/** @type {Event} */ event) => copy(code, event.currentTarget) }, say('Copy embed code'));
};

/** A picture in its frame.
 * @type {(title: string, name: string, picture: any, head: string[], rows: any[][], note?: string) => any} */
const chart = (title, name, picture, head, rows, note = '') => {
  const drawn = () => {
    const copy = picture.cloneNode(true);
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    const style = svg('style');
    style.textContent = 'text{font:12px sans-serif;fill:#1a2129}path,line,circle,rect{vector-effect:non-scaling-stroke}.l0,.d0{stroke:#1f4f7a}.l1,.d1{stroke:#b3541e}.l2,.d2{stroke:#3a7c53}.l3,.d3{stroke:#7a3f86}.line{fill:none;stroke-width:2}.axis,.guide{stroke:#999;stroke-width:1}.dot{fill:#1f4f7a}.muted{fill:#999}';
    copy.prepend(style);
    return new XMLSerializer().serializeToString(copy);
  };
  const table = el('table', { class: 'plain' }, headOf(head.map((text, at) => rows.some((row) => typeof row[at] === 'number') ? [text] : text)));
  const fillIn = () => {
    if (table.tBodies.length === 0) table.append(el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell, at) => at === 0
      ? el('th', { scope: 'row' }, String(cell))
      : el('td', { class: typeof cell === 'number' ? 'num' : '' }, typeof cell === 'number' ? fixed(cell) : String(cell ?? '')))))));
  };
  return el('figure', { class: 'chart' }, el('figcaption', {}, el('h3', {}, title)), picture,
    note && el('p', { class: 'note' }, note),
    el('details', { ontoggle: fillIn }, el('summary', {}, say('Table, download and citation')),
      el('p', { class: 'take' },
        el('button', { type: 'button', onclick: () => save(`${name}.csv`, 'text/csv', csvOf(head, rows)) }, say('Save as CSV')),
        el('button', { type: 'button', onclick: () => save(`${name}.svg`, 'image/svg+xml', drawn()) }, say('Save as SVG')),
        el('a', { href: location.hash || '#index' }, say('Link to this view')), embed(title)),
      el('p', { class: 'note' }, say('Cite as: {citation}.', { citation: citation() })),
      framed(title, table)));
};

/** A name of at most so many letters.
 * @type {(name: string, most: number) => string} */
const cut = (name, most) => name.length > most ? `${name.slice(0, most - 1)}…` : name;

/** How wide a column of names has to be beside a picture: as the longest, of at most 52 letters.
 * @type {(names: string[]) => number} */
const gutter = (names) => 30 + 6.6 * Math.min(52, Math.max(...names.map((name) => name.length)));

/** A title without what comes after its colon.
 * @type {(title: string) => string} */
const short = (title) => title.split(/: |：/)[0];

/** Lines over years. Years whose figures are mostly older ones are drawn hollow.
 * @type {(lines: { name: string, values: number[], hollow?: boolean[], isMuted?: boolean }[], years: number[], label: string) => any} */
const lineChart = (lines, years, label) => {
  const [width, height, left, bottom, right] = isNarrow() ? [358, 230, 30, 28, 108] : [640, 260, 40, 28, 190];
  const values = lines.flatMap((line) => line.values).filter((value) => value === value);
  const low = Math.max(0, Math.floor((Math.min(...values) - 2) / 10) * 10);
  const high = Math.min(100, Math.ceil((Math.max(...values) + 2) / 10) * 10);
  /** @type {(at: number) => number} */
  const x = (at) => left + (years.length > 1 ? at / (years.length - 1) : 0.5) * (width - left - right);
  /** @type {(value: number) => number} */
  const y = (value) => 8 + (1 - (value - low) / (high - low || 1)) * (height - bottom - 8);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'lines', role: 'img', 'aria-label': label });
  for (let mark = low; mark <= high; mark += 10) {
    picture.append(svg('line', { class: 'guide', x1: left, x2: width - right, y1: y(mark), y2: y(mark) }),
      svg('text', { x: left - 6, y: y(mark) + 4, 'text-anchor': 'end' }, String(mark)));
  }
  years.forEach((year, at) => {
    const each = Math.ceil(years.length / (isNarrow() ? 3 : 6));
    if (at % each === 0 && years.length - 1 - at >= each / 2 || at === years.length - 1) {
      picture.append(svg('text', { x: x(at), y: height - 4, 'text-anchor': 'middle' }, String(year)));
    }
  });
  /** @type {number[]} */
  const taken = [];
  lines.forEach((line, place) => {
    const points = line.values.map((value, at) => ({ value, at })).filter(({ value }) => value === value);
    if (points.length === 0) return;
    const kind = line.isMuted ? 'muted' : `l${place % 4}`;
    picture.append(svg('path', { class: `line ${kind}`, d: path(points.map(({ value, at }) => [x(at), y(value)])) }));
    for (const { value, at } of points) {
      if (line.hollow?.[at]) picture.append(svg('circle', { class: `hollow ${kind}`, cx: x(at), cy: y(value), r: 3 }));
    }
    const last = points[points.length - 1];
    let at = y(last.value) + 4;
    while (taken.some((other) => Math.abs(other - at) < 13)) at += 13;
    taken.push(at);
    picture.append(svg('text', { x: x(last.at) + 8, y: at, class: `name ${kind}` }, cut(line.name, isNarrow() ? 16 : 28)));
  });
  return picture;
};

/** A strip from 0 to 100 with ticks for many and dots for some.
 * @type {(ticks: number[], dots: { value: number, name: string }[], label: string) => any} */
const strip = (ticks, dots, label) => {
  const picture = svg('svg', { viewBox: '0 0 300 22', class: 'strip', preserveAspectRatio: 'xMinYMid', role: 'img', 'aria-label': label });
  picture.append(svg('line', { class: 'axis', x1: 0, x2: 300, y1: 11, y2: 11 }));
  picture.append(svg('path', { class: 'ticks', d: ticks.filter((value) => value === value).map((value) => `M${(value * 3).toFixed(1)} 5v12`).join('') }));
  dots.forEach(({ value, name }, place) => {
    if (value === value) picture.append(svg('circle', { class: `dot d${place}`, cx: value * 3, cy: 11, r: 5 }, svg('title', {}, say('{name}: {value}', { name, value: fixed(value) }))));
  });
  return picture;
};
