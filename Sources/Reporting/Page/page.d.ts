// What page.js expects of the page that HTMLRanking.swift writes. Read by the type check alone.

/** What a row is sorted by: the name of its country, or a number; NaN where there is no value. */
type SortKey = string | number;

/** The ranking, whose header is one row. */
interface RankTable extends HTMLTableElement {
  tHead: HTMLTableSectionElement;
}

interface Document {
  getElementById(id: 'rank'): RankTable;
  getElementById(id: 'filters'): HTMLFormElement;
}

interface HTMLTableCellElement {
  /** Null only for a document, never for an element. */
  textContent: string;
}
