import { playFile } from "./fileRound";

test.each([4])("random workbook %d as a file: filter, notes, table and links follow into what is saved", playFile);
