/** The views behind the first one, loaded together once there is a result to show. */
export { CheckView } from "../check/CheckView";
export { DepartmentsView } from "../departments/DepartmentsView";
export { DetailSheets } from "../details/DetailSheets";
export { NextSteps } from "../overview/NextSteps";
export { TrendSection } from "../overview/TrendSection";
