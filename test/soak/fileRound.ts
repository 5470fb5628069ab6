import { clearMarks, recalculate, undoLast } from "../../src/actions";
import { forgetAction } from "../../src/actions/lastAction";
import { startExcel } from "../../src/host/boot/node";
import { openWorkbook } from "../../src/host/workbook/file/open";
import { saveWorkbook } from "../../src/host/workbook/file/save";
import { insertionOf } from "../actions/arbitraryLayout";
import { bookOf } from "./arbitraryBook";
import { fileOf, fileParts } from "./fileBook";
import { difference, standing } from "./standing";
import { columnOfName } from "../../src/core/taskSheet/names";
import { NOW } from "../moment";

/**
 * The random workbook of a seed as a file with a filter, notes and a table: what is saved after 一键重算 says of the moved cells what it said of them
 * before, told by building the moved file afresh, and what is saved after undo and after 清除标记 is as what was opened. Throws where that does not hold.
 */
export async function playFile(seed: number): Promise<void> {
  const book = bookOf(seed);
  const { before: column } = insertionOf(book.layout);
  const file = await fileOf(book);
  const stood = await fileParts(file);
  const { data, origin } = await openWorkbook(file);
  const host = await startExcel(data);
  forgetAction();
  const original = await standing(host);
  const saved = async () => fileParts(await saveWorkbook(await host.workbook.toData(), origin));
  const expect = (found: unknown, expected: unknown, when: string): void => {
    const differs = difference(found, expected);
    if (differs !== null) throw new Error(`seed ${seed}, as a file, ${when}: ${differs}`);
  };
  const must = (done: boolean, when: string): void => expect(done, true, when);
  must(
    Object.values(stood).every((part) => part.length > 0),
    "as it is made",
  );
  const options = { sheet: book.taskSheet, now: NOW };

  must((await recalculate({ ...options, typedActuals: "replace" })).done, "recalculated");
  // Detail sheets may have put numbers in the place of digits typed as text: how many columns came, the names tell.
  const { names } = await host.workbook.toData();
  const count = names.filter(({ name }) => columnOfName(name) !== null).length;
  const moved = await fileParts(await fileOf(book, (at) => (at < column ? at : at + count)));
  expect(await saved(), moved, "recalculated");
  must((await undoLast()).done, "undone");
  expect(await saved(), stood, "undone");
  must((await recalculate({ ...options, typedActuals: "replace" })).done, "recalculated again");
  must((await clearMarks({ ...options, discardTyped: true })).done, "cleared");
  expect(await saved(), stood, "cleared");
  expect((await standing(host)).sheets[0], original.sheets[0], "the sheet once cleared");
}
