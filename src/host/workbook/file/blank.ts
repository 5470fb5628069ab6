import { Package } from "./package";
import { element, type XmlElement } from "./xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const WORKSHEET_TYPE = `${SPREADSHEET}.worksheet+xml`;
export const SHARED_STRINGS_TYPE = `${SPREADSHEET}.sharedStrings+xml`;
export const STYLES_TYPE = `${SPREADSHEET}.styles+xml`;

/** A worksheet without cells. */
export const blankWorksheet = (): XmlElement =>
  element("worksheet", { xmlns: MAIN, "xmlns:r": OFFICE }, [
    element("sheetFormatPr", { defaultRowHeight: 15 }),
    element("sheetData"),
  ]);

/** Shared strings without one. */
export const blankTexts = (): XmlElement => element("sst", { xmlns: MAIN });

/** Styles with the one format that every workbook has: 宋体 11, what Excel in Chinese takes for a new workbook. */
export const blankStyles = (): XmlElement =>
  element("styleSheet", { xmlns: MAIN }, [
    element("fonts", { count: 1 }, [
      element("font", {}, [
        element("sz", { val: 11 }),
        element("color", { theme: 1 }),
        element("name", { val: "宋体" }),
        element("charset", { val: 134 }),
      ]),
    ]),
    element(
      "fills",
      { count: 2 },
      ["none", "gray125"].map((patternType) => element("fill", {}, [element("patternFill", { patternType })])),
    ),
    element("borders", { count: 1 }, [
      element(
        "border",
        {},
        ["left", "right", "top", "bottom", "diagonal"].map((side) => element(side)),
      ),
    ]),
    element("cellStyleXfs", { count: 1 }, [element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    element("cellXfs", { count: 1 }, [element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })]),
    element("cellStyles", { count: 1 }, [element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })]),
    element("dxfs", { count: 0 }),
  ]);

/** A workbook without a sheet, to be filled. */
export function blankPackage(): Package {
  return Package.of({
    "[Content_Types].xml":
      `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/></Types>`,
    "_rels/.rels": `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets/></workbook>`,
  });
}
