import { serialOf } from "../../core/cells/dateSystem";
import { GOLDEN_PLACE } from "../../core/golden/goldenSheet";
import { columnOfName } from "../../core/taskSheet/names";
import { look } from "./checks";
import type { Bench } from "./checks";
import { finding, same, valueAt } from "./findings";

/** A sheet's name and one cell with dollars, as Excel words the reference of a name where a person has not set it to R1C1. */
const A1_STYLE = /!\$[A-Z]{1,3}\$\d+$/;

/** How this person and workbook have set Excel: the style of references, and what dates count from. */
export async function checkMachine(bench: Bench): Promise<void> {
  const { record, session, scratch } = bench;
  await record.run(session, "nameStyle", async () => {
    const { looks } = await look(bench);
    const other = looks.names.find(({ name, formula }) => columnOfName(name) !== null && !A1_STYLE.test(formula));
    return { findings: other ? [finding(other.name, "$A$1", other.formula.replace(/^.*!/, ""))] : [], as: "differs" };
  });
  await record.run(session, "dates", async () => {
    const [row, column] = [GOLDEN_PLACE.notes + 2, 0];
    const area = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
    await session.askDates();
    await scratch.apply({ steps: [{ do: "write", area, formulas: [["=DATE(2025,9,1)"]] }] });
    const calculated = valueAt(await scratch.read(), row, column);
    await scratch.apply({ steps: [{ do: "clearContents", area }] });
    return same("2025-09-01", serialOf(Date.UTC(2025, 8, 1), session.dates), calculated);
  });
}
