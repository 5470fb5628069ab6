import "./browser";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { LongList } from "../../src/taskpane/controls/LongList";

afterEach(cleanup);

const items = (count: number): string[] => Array.from({ length: count }, (_, index) => `示例部门${index + 1}`);

function open(count: number) {
  const of = (shown: readonly string[]) => (
    <LongList items={shown} label="部门">
      {(name) => <button>{name}</button>}
    </LongList>
  );
  const { rerender } = render(of(items(count)));
  return { user: userEvent.setup(), show: (shown: readonly string[]) => rerender(of(shown)) };
}
const drawn = () => screen.getAllByRole("listitem", { hidden: true }).length;

test("thousands of items come 200 at a time, and the focus stays on the button until the last of them", async () => {
  const { user } = open(6_400);
  expect(drawn()).toBe(50);
  await user.click(screen.getByText("再显示 200 项（还有 6,350 项）"));
  expect(drawn()).toBe(250);
  expect(screen.getByText("再显示 200 项（还有 6,150 项）").closest("button")).toHaveFocus();
});

test("what is left is shown whole where it is little; the reader goes on at the first that is new", async () => {
  const { user, show } = open(120);
  await user.click(screen.getByText("显示其余 70 项"));
  expect(drawn()).toBe(120);
  expect(screen.getByText("示例部门51")).toHaveFocus();
  // Another order of the same list stays as far open, another list no further than it goes.
  show(items(120).reverse());
  expect(drawn()).toBe(120);
  show(items(3));
  expect(drawn()).toBe(3);
  expect(screen.queryByText(/显示/)).not.toBeInTheDocument();
});
