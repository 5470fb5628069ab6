/** Names of the sheets that the add-in makes, apart from the detail sheets. */
export const PRINT_SHEET = "打印版";
export const SUMMARY_SHEET = "推进情况汇总";
export const HISTORY_SHEET = "推进记录";
export const RECTIFICATION_SHEET = "整改清单";
/** Behind it stands the department's number in the table and its name, 31 characters in all. */
export const NOTICE_PREFIX = "通知单";
