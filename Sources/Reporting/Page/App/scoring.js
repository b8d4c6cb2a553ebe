// Scores under other weights. Each rule stands here once and names the rule of Swift that it equals.

/** The weights of the lens. */
const ownWeights = Float64Array.from(data.nodes, (node) => node.weight);

/** Weights as shares of their siblings' sum: SiblingWeights.normalised.
 * @type {(weights: Weights) => Weights} */
const normalised = (weights) => {
  const result = Float64Array.from(weights);
  data.nodes.forEach((_, parent) => {
    const children = childrenOf(parent);
    let sum = 0;
    for (const child of children) sum += weights[child];
    for (const child of children) result[child] = sum > 0 ? weights[child] / sum : 0;
  });
  result[0] = 1;
  return result;
};

/** Shares of the index: SiblingWeights.effective.
 * @type {(shares: Weights) => Weights} */
const effective = (shares) => {
  const result = Float64Array.from(shares);
  data.nodes.forEach((node, place) => {
    if (node.parent >= 0) result[place] = result[node.parent] * shares[place];
  });
  return result;
};

/** Aggregator.taken, inward and outward.
 * @type {Record<string, { taken: (score: number) => number, inward: (score: number) => number, outward: (mean: number) => number }>} */
const means = {
  arithmetic: { taken: (score) => score, inward: (score) => score, outward: (mean) => mean },
  geometric: { taken: (score) => Math.max(score, data.rules.floor), inward: Math.log, outward: Math.exp },
  harmonic: {
    taken: (score) => Math.max(score, data.rules.floor), inward: (score) => 1 / score, outward: (mean) => 1 / mean,
  },
  power: {
    taken: (score) => Math.max(score, data.rules.power < 1 ? data.rules.floor : 0),
    inward: (score) => score ** data.rules.power, outward: (mean) => mean ** (1 / data.rules.power),
  },
};

/** The methods that are closed in the browser; under others, and where a node is turned or rounded, the page shows the scores
 * that it was given and changes none. */
const closedMethods = [...Object.keys(means), 'minimum'];

/** Whether weights can be moved here: the lens weighs all countries alike, by methods known here. */
const canReweigh = !data.rules.fixed
  && data.nodes.every((node) => node.leaf !== null || closedMethods.includes(node.method));

/** PresentMean over children, or Aggregator.least; NaN where less than the share required is there.
 * @type {(method: string, children: number[], scores: Float64Array[], shares: Weights, place: number, least: number) => number} */
const joined = (method, children, scores, shares, place, least) => {
  let [weight, sum, low, high] = [0, 0, Infinity, -Infinity];
  const rule = means[method];
  for (const child of children) {
    const score = scores[child][place];
    if (score !== score) continue;
    const taken = rule ? rule.taken(score) : score;
    weight += shares[child];
    if (rule) sum += shares[child] * rule.inward(taken);
    low = Math.min(low, taken);
    high = Math.max(high, taken);
  }
  if (!(weight > 0) || weight < least - 1e-12) return NaN;
  if (!rule) return low;
  return Math.min(Math.max(rule.outward(sum / weight), low), high);
};

/** @type {(column: Cells) => Float64Array} */
const scoresOf = (column) => Float64Array.from(column.scores, (score) => score ?? NaN);

const leafScores = data.nodes.map((node) => node.leaf === null ? null : scoresOf(data.cells[node.leaf]));

/** Competition ranks, 1224: Ranking.competition; 0 for those without a score.
 * @type {(scores: Float64Array) => Int32Array} */
const ranked = (scores) => {
  const order = [...scores.keys()].filter((place) => scores[place] === scores[place])
    .sort((one, other) => scores[other] - scores[one] || one - other);
  const ranks = new Int32Array(scores.length);
  order.forEach((place, at) => {
    const before = order[at - 1];
    ranks[place] = at > 0 && scores[before] === scores[place] ? ranks[before] : at + 1;
  });
  return ranks;
};

/** The scores of all nodes for so many countries, from those of the leaves; none where they cannot be joined here:
 * ScoreTable.scoreNodes.
 * @type {(shares: Weights, method: string, count: number, leafOf: (node: number) => Float64Array | null) => Float64Array[]} */
const joinedNodes = (shares, method, count, leafOf) => {
  /** @type {Float64Array[]} */
  const scores = new Array(data.nodes.length);
  for (let node = data.nodes.length - 1; node >= 0; node -= 1) {
    const leaf = leafOf(node);
    if (leaf) {
      scores[node] = leaf;
      continue;
    }
    if (!canReweigh) {
      scores[node] = new Float64Array(count).fill(NaN);
      continue;
    }
    const weighed = childrenOf(node).filter((child) => shares[child] > 0);
    const rule = node === 0 ? method : data.nodes[node].method;
    const least = node === 0 ? 0 : data.nodes[node].share ?? data.rules.share;
    scores[node] = Float64Array.from({ length: count }, (_, place) => joined(rule, weighed, scores, shares, place, least));
  }
  return scores;
};

/** All scores under weights and a method of joining dimensions, and the ranks: ScoreTable.rankCountries.
 * @type {(weights?: Weights, method?: string) => Result} */
const score = (weights = ownWeights, method = data.nodes[0].method) => {
  const shares = normalised(weights);
  const parts = effective(shares);
  const scores = canReweigh
    ? joinedNodes(shares, method, countries.length, (node) => leafScores[node])
    : data.nodes.map((node, place) => leafScores[place] ?? Float64Array.from(node.scores ?? [], (value) => value ?? NaN));
  const index = Float64Array.from(scores[0], (value, place) => withheld(place, parts, scores, shares) ? NaN : value);
  return { shares, parts, scores, index, ranks: ranked(index), coverage: countries.map((_, place) => share(place, parts, 'oc')) };
};

/** The part of the weight whose figures came about in these ways, 0-1: ScoreTable.coverage and imputedShare.
 * @type {(place: number, parts: Weights, kinds: string) => number} */
const share = (place, parts, kinds) => {
  let [sum, all] = [0, 0];
  for (const node of leaves) {
    all += parts[node];
    if (kinds.includes(cellsOf(node).kinds[place])) sum += parts[node];
  }
  return all > 0 ? sum / all : 0;
};

/** Says that a country is not ranked and why; empty where it is: ScoreTable.withheldReason.
 * @type {(place: number, parts: Weights, scores: Float64Array[], shares: Weights) => string} */
const withheld = (place, parts, scores, shares) => {
  const { rules } = data;
  const { name } = countries[place];
  const imputed = rules.imputes ? share(place, parts, 'i') : 0;
  if (imputed > rules.imputed + 1e-12) {
    return say('{name} is not ranked: {part} of the weight is imputed, more than the lens allows.', { name, part: percent(imputed) });
  }
  const covered = rules.coverage > 0 ? share(place, parts, 'oc') : 1;
  if (covered < rules.coverage - 1e-12) {
    return say('{name} is not ranked: figures carry {part} of the weight, {wanted} are required.',
      { name, part: percent(covered), wanted: percent(rules.coverage) });
  }
  const weighed = dimensions.filter((node) => shares[node] > 0);
  const there = weighed.filter((node) => scores[node][place] === scores[node][place]).length;
  const wanted = Math.max(1, Math.min(rules.dimensions, weighed.length));
  return there >= wanted ? '' : say('{name} is not ranked: only {there} of {count} dimensions are scored, {wanted} are required.',
    { name, there, count: weighed.length, wanted });
};

/** Scores as the lens has them. */
const own = score();

/** The countries that are ranked, the first first.
 * @type {(result: Result) => number[]} */
const inOrder = (result) => [...countries.keys()].filter((place) => result.ranks[place])
  .sort((one, other) => result.ranks[one] - result.ranks[other] || one - other);

/** The last scores under other weights, by what the address said. */
const last = { said: '', result: own };

/** The scores under what the address says: the lens's own where it says nothing.
 * @type {() => Result} */
const current = () => {
  const method = closedMethods.includes(state.method) ? state.method : data.nodes[0].method;
  if (!canReweigh || (!state.weights && method === data.nodes[0].method)) return own;
  const said = `${method} ${state.weights}`;
  if (last.said !== said) Object.assign(last, { said, result: score(parsedWeights(state.weights), method) });
  return last.result;
};

/** Ranks by the lens and by other weights among the countries that both rank; 0 for others.
 * @type {(result: Result) => Int32Array[]} */
const amongBoth = (result) => [own, result].map((one) => ranked(Float64Array.from(one.index, (value, place) => own.ranks[place] && result.ranks[place] ? value : NaN)));
