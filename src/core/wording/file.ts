/** What a person reads when a file cannot be opened; keyed by the file reader's codes. `file` is the file's name, or "" where it has none. */
export const FILE_SENTENCES = {
  NOT_A_WORKBOOK: (file: string) =>
    `${named(file)}不是 Excel 工作簿（.xlsx）。请选择 .xlsx 文件；若是其他表格文件，请先在 Excel 或 WPS 中另存为“Excel 工作簿 (*.xlsx)”。`,
  DAMAGED: (file: string) =>
    `${named(file)}已损坏，无法读取。请向发送人重新索取，或在 Excel 中用“打开并修复”打开后另存为一份新的 .xlsx 文件。`,
  LEGACY_XLS: (file: string) =>
    `${named(file)}是旧版 Excel 文件（.xls）。请在 Excel 或 WPS 中打开，另存为“Excel 工作簿 (*.xlsx)”后再试。`,
  PASSWORD_PROTECTED: (file: string) =>
    `${named(file)}设有打开密码。请在 Excel 中输入密码打开，在“文件 - 信息 - 保护工作簿 - 用密码进行加密”中清空密码并保存后再试。`,
  FILE_NOT_READABLE: (file: string) => `读不到${named(file)}。请核对路径和权限。`,
  FILE_NOT_WRITABLE: (file: string) => `写不了${named(file)}。请核对路径和权限，或关闭正在打开它的程序。`,
} as const;

const named = (file: string) => (file === "" ? "该文件" : `文件“${file}”`);
