/** What the pane shows once something has been done: loaded together, right behind the first view. */
export { CheckView } from "../check/CheckView";
export { DepartmentsView } from "../departments/DepartmentsView";
export { Overview } from "../overview/Overview";
export { NoticeBar } from "./NoticeBar";
export { Progress } from "./Progress";
