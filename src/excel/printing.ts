import { areaAddress, columnLetters, parseAreas } from "../core/cells/address";
import type { Area } from "../core/cells/address";
import { OWN_COLUMNS } from "../core/taskSheet/columns";
import type { OwnColumn } from "../core/taskSheet/columns";
import type { Landmark } from "../core/taskSheet/landmarks";
import type { OwnPlaces } from "../core/taskSheet/layout";
import { isFromExcel } from "./failure";
import { rangeOf } from "./places";
import type { Session } from "./session";
import { supports } from "./support";

/**
 * Which of our columns are hidden, the merged areas within `banners`, and which of the landmarks Excel finds by their words; one sync. Excel before ExcelApi 1.13
 * tells no merged areas.
 */
export async function readPrinted(
  session: Session,
  sheetName: string,
  own: OwnPlaces,
  banners: readonly Area[],
  landmarks: readonly Landmark[] = [],
  again = true,
): Promise<{ hidden: OwnColumn[]; merged: Area[]; found: Landmark[] }> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const placed = OWN_COLUMNS.filter((column) => own[column] !== undefined);
  const ranges = placed.map((column) => {
    const letters = columnLetters(own[column]!);
    return sheet.getRange(`${letters}:${letters}`).load("columnHidden");
  });
  const merged = supports("1.13")
    ? banners.map((area) => sheet.getRange(areaAddress(area)).getMergedAreasOrNullObject().load("address"))
    : [];
  const texts = landmarks.map(({ area, text }) => rangeOf(sheet, area).findOrNullObject(text, { matchCase: true }));
  try {
    await session.sync();
  } catch (error) {
    // Some refuse to tell them at all: the title is then not stretched, as before ExcelApi 1.13.
    if (merged.length === 0 || !isFromExcel(error)) throw error;
    // It may have been this once only: without them undo could not give the title its width back.
    return readPrinted(session, sheetName, own, again ? banners : [], landmarks, false);
  }
  return {
    hidden: placed.filter((_, index) => ranges[index]!.columnHidden),
    found: landmarks.filter((_, index) => !texts[index]!.isNullObject),
    merged: merged.flatMap((areas) => (areas.isNullObject ? [] : parseAreas(areas.address))),
  };
}
