/** Why a file cannot be opened. */
export type FileErrorCode =
  /** Neither a zip of Office parts nor an old Excel file. */
  | "NOT_A_WORKBOOK"
  /** A workbook that is cut off or not readable inside. */
  | "DAMAGED"
  /** Excel 97–2003 (.xls). */
  | "LEGACY_XLS"
  /** Encrypted with a password to open it. */
  | "PASSWORD_PROTECTED";

/** A file that cannot be opened; `code` is stable, `message` is for developers. The Chinese sentence of a code is in the catalogue of wording. */
export class FileError extends Error {
  override readonly name = "FileError";
  constructor(
    readonly code: FileErrorCode,
    message: string,
    override readonly cause?: unknown,
  ) {
    super(message);
  }
}
