import type { ReactElement } from "react";
import type { Recalculated } from "../../actions";
import type { Trend } from "../../core/history/trend";
import type { Session } from "../session";
import type { View } from "../view";
import { DepartmentList } from "./DepartmentList";
import { DepartmentPage } from "./DepartmentPage";
import { Search } from "./Search";

export interface DepartmentsProps {
  readonly session: Session;
  readonly result: Recalculated;
  readonly view: View;
  /** 推进记录; null where the workbook has none. */
  readonly trend: Trend | null;
  readonly onShow: (address: string) => void;
}

/** 部门: all of them, or the one that is open. */
export function DepartmentsView(props: DepartmentsProps): ReactElement {
  const { session, result, view, onShow } = props;
  const open = result.assessment.departments.find(({ row }) => row === view.department);
  if (open) return <DepartmentPage {...props} department={open} />;
  return (
    <>
      <Search result={result} words={view.search} showNumbers={view.showNumbers} onWords={(search) => session.show({ search })} onDepartment={(department) => session.show({ department })} onShow={onShow} />
      <DepartmentList assessment={result.assessment} view={view} onView={session.show} />
    </>
  );
}
