// What PageData.swift writes into the page, and what the script makes of it. Read by the type check alone.

interface IndexNode {
  name: string;
  /** The place of the node above; −1 for the index. */
  parent: number;
  weight: number;
  method: string;
  /** The place of its indicator; null for a node that joins others. */
  leaf: number | null;
  /** Its scores, a number a country, where the script cannot join them itself. */
  scores?: (number | null)[];
  /** The share of its weight that has to be there, where it is not that of all nodes. */
  share?: number;
}

interface IndicatorLine {
  id: string; name: string; unit: string; worst: number; best: number; scale: string; threat: string;
  source: string; producer: string; licence: string; open: boolean; reference: string;
}

/** Of one indicator, a value a country. */
interface Cells {
  file: string;
  scores: (number | null)[];
  values: string[];
  years: number[];
  /** A letter a country: o observed, c carried forward, i imputed, m missing. */
  kinds: string;
  lines: string[];
}

interface CountryLine {
  code: string; name: string; region: string; subregion: string; income: string; aliases: string;
  /** In the languages after English; none where the folder has no such names. */
  names?: string[];
  neighbours: number[]; interval: number[]; range: number[]; reliability: string;
}

interface PageHistory {
  years: number[];
  /** Tenths of points, a row a year; as they are written, changes since the last year with a score, which figures.js sums. */
  index: (number | null)[][];
  dimensions: (number | null)[][][];
  /** Per cent, a row a year. */
  coverage: number[][];
  /** Of each indicator, a row a year: the median score in tenths, and how many countries have a figure of that year. */
  medians: (number | null)[][];
  observed: number[][];
  /** Points since an earlier year: by all figures, and by those that both years have, where these can be told. */
  changes: { year: number; all: (number | null)[]; common: (number | null)[] } | null;
  /** `weights` of the page's dimensions; none where the lens weighs another. `absent`: of how many indicators it would weigh
   * the folder has no figures. */
  /** `index` in thousandths, so that ranks are those of the full scores. */
  lenses: { name: string; title: string; index: (number | null)[]; weights: number[]; method: string; absent: number }[];
}

/** What an audit found. */
interface PageAudit {
  weights: string;
  /** By country: best and worst rank proven, and 1 where both are reached; nothing where there are none. */
  bounds: number[][];
  importance: { name: string; weight: number; share: number }[];
  omissions: { name: string; mean: number; most: number; moved: string[] }[];
  /** Each share with the ends of its 95 % interval. */
  sensitivity: { name: string; first: number[]; total: number[] }[];
  points: number | null;
}

interface PageData {
  title: string; index: string; lens: string; tradition: string; rationale: string; references: string[]; year: number;
  vintage: string; version: string;
  published: {
    unit: string; units: string; most: string; least: string; bands: number[]; shades: number[]; work: string; citation: string;
  };
  /** The language that the page opens in, all that it has, and the texts in each. */
  language: string; languages: string[]; texts: string[][];
  audit: PageAudit | null;
  rules: {
    share: number; dimensions: number; coverage: number; imputed: number; imputes: boolean; estimates: boolean;
    floor: number; power: number; fixed: boolean; draws: number | null; carried: number;
  };
  nodes: IndexNode[];
  /** Their names, in the order of the framework. */
  dimensions: string[];
  indicators: IndicatorLine[];
  countries: CountryLine[];
  cells: Cells[];
  history: PageHistory | null;
}

interface State {
  view: string; countries: string[]; measure: string; year: number; weights: string; method: string; language: string; text: string;
  region: string; income: string; coverage: string; since: number; lens: string; x: string; y: string;
}

/** Scores, shares and ranks under some weights. */
interface Result {
  shares: Float64Array; parts: Float64Array; scores: Float64Array[]; index: Float64Array; ranks: Int32Array;
  coverage: number[];
}

/** A number a node: its weight among its siblings, or its share of the index. */
type Weights = Float64Array;
