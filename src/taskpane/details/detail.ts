/** What the pane shows of the detail sheets, loaded together once there is a result. */
export { DepartmentDetail } from "../departments/DepartmentDetail";
export { DetailSheets } from "./DetailSheets";
export { NextSteps } from "../overview/NextSteps";
export { Search } from "../departments/Search";
