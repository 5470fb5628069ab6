import { officeIsDark } from "../../src/taskpane/theme";

const withOffice = (office: unknown): void => {
  Object.assign(globalThis, { Office: office });
};
afterEach(() => Reflect.deleteProperty(globalThis, "Office"));

test.each([
  ["#262626", true],
  ["#0A0A0A", true],
  ["#FFFFFF", false],
  ["F3F2F1", false],
  ["", null],
  ["black", null],
])("a background of %s: dark is %s", (bodyBackgroundColor, dark) => {
  withOffice({ context: { officeTheme: { bodyBackgroundColor } } });
  expect(officeIsDark()).toBe(dark);
});

test.each([[{ context: {} }], [{ context: { officeTheme: {} } }], [{}]])("Office that tells no theme: %j", (office) => {
  withOffice(office);
  expect(officeIsDark()).toBeNull();
});

test("no Office at all", () => expect(officeIsDark()).toBeNull());
