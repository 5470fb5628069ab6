import type { ReactElement } from "react";
import { DepartmentList } from "./DepartmentList";
import { DepartmentPage } from "./DepartmentPage";
import type { DepartmentPageProps } from "./DepartmentPage";
import { Search } from "./Search";

/** 部门: all of them, or the one that is open. */
export function DepartmentsView(props: Omit<DepartmentPageProps, "department">): ReactElement {
  const { session, result, view, onShow } = props;
  const open = result.assessment.departments.find(({ row }) => row === view.department);
  if (open) return <DepartmentPage {...props} department={open} />;
  return (
    <>
      <Search
        result={result}
        words={view.search}
        showNumbers={view.showNumbers}
        onWords={(search) => session.show({ search })}
        onDepartment={(department) => session.show({ department })}
        onShow={onShow}
      />
      <DepartmentList assessment={result.assessment} view={view} onView={session.show} />
    </>
  );
}
