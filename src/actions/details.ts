/** What is done with detail sheets: a part of the program of its own, loaded when it is first asked for. */
export { importFiles } from "./importFiles";
export { insertTemplates } from "./insertTemplates";
export { listRectification } from "./listRectification";
export { lookAtDetails } from "./lookAtDetails";
export { readImport } from "./readImport";
export { rememberChoices } from "./rememberChoices";
