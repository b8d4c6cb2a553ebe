// The words of the field, explained where they are used and in a list.

/** @type {Record<string, [string, string]>} */
const glossary = {
  interval: [term('Rank interval'), term('The ranks between which a country lies in nine of ten combinations of all judgements: weights, normalisation, aggregation, imputation, outliers, carry-forward, goalposts, indicators left out, and the errors of figures and estimates.')],
  tier: [term('Tier'), term('A band of ranks. Going down the ranking, a new one begins where a rank interval does not overlap that of the first country of the band so far.')],
  bounds: [term('Rank bounds'), term('The best and the worst rank that any weights of the audited set give a country, all else as the lens has it.')],
  coverage: [term('Coverage'), term('The share of the weight that rests on figures of the country itself, of the year or carried forward.')],
  reliability: [term('Reliability'), term('High, medium or low: by gaps, by the age of figures, by the share that experts judge, and by armed conflict.')],
  carried: [term('Carried forward'), term('A figure of an earlier year that stands for a year without one.')],
  estimated: [term('Estimated'), term('A score that the country’s other scores predict where it has no figure. It never counts as coverage.')],
  goalposts: [term('Goalposts'), term('The values of an indicator that score 0 and 100. What lies beyond counts as the goalpost.')],
  lens: [term('Lens'), term('All judgements that turn figures into scores: indicators, weights, goalposts, methods, each with its reason.')],
  peers: [term('Peers'), term('The other countries of the same income group; of the same region where the group is not known.')],
  importance: [term('Importance'), term('The share of the differences between countries that a dimension accounts for. It need not be its weight.')],
  sensitivity: [term('Sensitivity index'), term('The share of the variance of ranks that a judgement causes: alone (first order), and with all its interplay (total).')],
};

/** Buttons that open explanations, under what they explain.
 * @type {(...names: string[]) => any} */
const explained = (...names) => el('p', { class: 'words' }, names.map((name) => {
  const [title, text] = glossary[name];
  const popup = el('div', { popover: 'auto', id: `g-${name}` }, el('strong', {}, say(title)), el('p', {}, say(text)));
  return [el('button', { type: 'button', popovertarget: `g-${name}` }, say(title)), popup];
}));

const glossaryView = () => el('section', { 'aria-labelledby': 'glossary-h' }, el('h2', { id: 'glossary-h' }, say('Glossary')),
  el('dl', { class: 'lines' }, Object.values(glossary).map(([title, text]) => [el('dt', {}, say(title)), el('dd', {}, say(text))])));
