import {
  CellValueType,
  InterceptorEffectEnum,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  WrapStrategy,
  type IDisposable,
} from "@univerjs/core";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormatting from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import core from "@univerjs/preset-sheets-core/locales/zh-CN";

/** CalculationMode.NO_CALCULATION, which the plug-in does not export as a value: the live model computes when results are asked for. */
const NO_CALCULATION = 2;

/** Univer with its grid in `container`; the live model puts workbooks into it. */
export function startGrid(container: HTMLElement): Univer {
  // The sheet is light in the dark too, as in Excel: Univer would invert its colours, and a mark inverted is another mark.
  const univer = new Univer({
    logLevel: LogLevel.WARN,
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(core, conditionalFormatting) },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: false,
      toolbar: false,
      // Rows, columns and sheets are inserted by the add-in alone: the parts of a workbook that Univer does not know follow its requests only.
      contextMenu: false,
      footer: { menus: false, addSheetButtonConfig: { show: false } },
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      formula: { initialFormulaComputing: NO_CALCULATION },
    }),
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(...plugin);
    else univer.registerPlugin(plugin);
  }
  return univer;
}

/** Excel never breaks a number into lines, Univer would in a cell that wraps its text. Univer's services stand once it has a workbook. */
export function keepNumbersWhole(univer: Univer): IDisposable {
  return univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Style,
      handler: (cell, { workbook, rawData }, next) => {
        if (!cell?.s || rawData?.t !== CellValueType.NUMBER) return next(cell);
        const style = workbook.getStyles().get(cell.s);
        return next(style?.tb === WrapStrategy.WRAP ? { ...cell, s: { ...style, tb: WrapStrategy.OVERFLOW } } : cell);
      },
    });
}
