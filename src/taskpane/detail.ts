/** What the pane shows of the detail sheets, loaded together once there is a result. */
export { DepartmentDetail } from "./DepartmentDetail";
export { DetailSheets } from "./DetailSheets";
export { NextSteps } from "./NextSteps";
export { Search } from "./Search";
