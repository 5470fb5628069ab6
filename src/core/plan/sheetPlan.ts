import type { Area } from "../cells/address";
import type { RawValue } from "../cells/grid";
import type { Memory } from "../memory/memory";

/** The ways in which a cell is highlighted. */
export type Mark = "coverage" | "officers" | "both" | "lists" | "missing";

/** A sheet's page set-up, as far as the add-in sets it and puts it back. Margins are points, rows zero-based. */
export interface PageSetUp {
  readonly orientation: string;
  readonly paperSize: string | null;
  /** Per cent, or how many pages across and down; an absent number of pages is as many as it takes. */
  readonly zoom: {
    readonly scale?: number;
    readonly horizontalFitToPages?: number;
    readonly verticalFitToPages?: number;
  };
  readonly margins: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly header: number;
    readonly footer: number;
  };
  readonly centerHorizontally: boolean;
  /** Null where the whole sheet prints. */
  readonly printArea: readonly Area[] | null;
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  readonly header: PageLine;
  readonly footer: PageLine;
}

interface PageLine {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

/** How a block of our own cells looks. What is absent is left as it is. */
export interface CellFormat {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fontSize?: number;
  /** One font: Excel falls back by itself where it is not installed. */
  readonly fontName?: string;
  readonly horizontal?: "Left" | "Center" | "Right" | "CenterAcrossSelection";
  readonly vertical?: "Center" | "Top";
  /** Characters that the text stands in from the edge. */
  readonly indent?: number;
  readonly wrap?: boolean;
  /** Thin borders around and between the cells, or none. */
  readonly borders?: "all" | "none";
  readonly noFill?: true;
  /** #RRGGBB. */
  readonly fill?: string;
}

/** Whole numbers between the two; `most` may be a formula. Null `most` is no upper limit. */
export interface WholeNumberRule {
  readonly least: number;
  readonly most: string | null;
  readonly message: string;
}

/** A native chart over cells of its own sheet. */
export interface ChartPlan {
  /** By which it is found again. */
  readonly name: string;
  readonly kind: "columnClustered" | "barClustered" | "line";
  readonly title: string;
  /** One row or one column of labels. */
  readonly categories: Area;
  /** Colours are #RRGGBB; `line` draws this series as a line over the columns. */
  readonly series: readonly {
    readonly name: string;
    readonly values: Area;
    readonly color: string;
    readonly line?: true;
  }[];
  /** Number format of the value axis. */
  readonly axisFormat: string;
  /** Upper end of the value axis; Excel chooses where left out. */
  readonly axisMaximum?: number;
  /** From one gridline to the next. */
  readonly axisUnit?: number;
  /** Between the groups of columns or bars, per cent of a column's width. */
  readonly gapWidth?: number;
  /** Each value is written at its column or bar, in this number format. */
  readonly labels?: string;
  /** The categories' names with their characters one under the other. */
  readonly uprightNames?: true;
  /** Bars from top to bottom in the order of the cells; Excel draws them from the bottom. */
  readonly topDown?: true;
  /** The cells that it covers. */
  readonly place: Area;
}

/** One thing to do on the sheet. All positions are zero-based and hold at the moment the step is taken. */
export type Step =
  | { readonly do: "insertColumns"; readonly before: number; readonly count: number }
  | { readonly do: "deleteColumns"; readonly first: number; readonly count: number }
  /** A hidden name of the sheet for one cell, or for so many side by side. */
  | {
      readonly do: "nameCell";
      readonly name: string;
      readonly row: number;
      readonly column: number;
      readonly columns?: number;
    }
  | { readonly do: "deleteName"; readonly name: string }
  /** A visible name of the sheet for a rule’s value; as text it is what someone wrote there, without its "=". */
  | { readonly do: "nameRule"; readonly name: string; readonly value: number | string }
  | { readonly do: "write"; readonly area: Area; readonly formulas: readonly (readonly RawValue[])[] }
  /** The formulas of the area's first row over all its rows, as Excel copies them: references without $ go along with each row. */
  | { readonly do: "fillDown"; readonly area: Area }
  | { readonly do: "format"; readonly area: Area; readonly format: CellFormat }
  /** Takes conditional formats and validation away. */
  | { readonly do: "clearRules"; readonly area: Area }
  /** Points. */
  | { readonly do: "width"; readonly first: number; readonly count: number; readonly points: number }
  | { readonly do: "hideColumns"; readonly first: number; readonly count: number; readonly hidden: boolean }
  /** Behind an outline's + at the edge, where this Excel has one; `hideColumns` closes it. */
  | { readonly do: "groupColumns"; readonly first: number; readonly count: number }
  | { readonly do: "validate"; readonly area: Area; readonly rule: WholeNumberRule }
  | { readonly do: "highlight"; readonly area: Area; readonly mark: Mark; readonly formula: string }
  | { readonly do: "removeHighlights"; readonly ids: readonly string[] }
  | { readonly do: "merge"; readonly area: Area }
  | { readonly do: "unmerge"; readonly area: Area }
  /** Only these words can be chosen; others are warned of, not refused. */
  | { readonly do: "validateList"; readonly area: Area; readonly words: readonly string[]; readonly message: string }
  /** Takes the contents away, formats stay. */
  | { readonly do: "clearContents"; readonly area: Area }
  | { readonly do: "freezeRows"; readonly count: number }
  | { readonly do: "autofitRows"; readonly first: number; readonly count: number }
  /** Points. */
  | { readonly do: "rowHeight"; readonly first: number; readonly count: number; readonly points: number }
  /** A native bar from 0 to 100 % behind the numbers; removed by its id as a highlight is. */
  | { readonly do: "dataBar"; readonly area: Area; readonly color: string }
  | { readonly do: "chart"; readonly chart: ChartPlan }
  | { readonly do: "deleteCharts"; readonly names: readonly string[] }
  | { readonly do: "showGridlines"; readonly shown: boolean }
  /** Opens the sheet in the window. */
  | { readonly do: "activate" }
  | { readonly do: "setPage"; readonly page: PageSetUp }
  /** What the workbook remembers of us; null forgets it. */
  | { readonly do: "remember"; readonly memory: Memory | null };

/** Cells that Excel is asked for after writing, with what the assessment says they show. */
export interface Expected {
  readonly area: Area;
  readonly values: readonly (readonly RawValue[])[];
}

/** What to do on one sheet, in order, as data. */
export interface SheetPlan {
  readonly sheet: string;
  /** The sheet does not stand yet and is added at the end. */
  readonly create?: true;
  readonly steps: readonly Step[];
  readonly expected: readonly Expected[];
}
