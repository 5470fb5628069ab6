import axe, { type AxeResults } from "axe-core";
import type { Browser, Frame, Page } from "playwright-core";
import type { Desk } from "../../src/preview/desk";
import { browserPath, launchBrowser, openPreview, type PreviewPage } from "./preview";

// eslint-disable-next-line no-restricted-syntax -- browser tests are passed over where there is no browser: see setup.ts
const describeInBrowser = browserPath !== undefined || process.env.CI ? describe : describe.skip;

declare const desk: Desk;

/** axe as it stands in the page once its source has run there. */
type Axe = typeof axe;

/** Each view of the pane, in a real browser: with the mouse, with the keyboard alone, in all themes, and as axe sees it. */
describeInBrowser("the views of the pane", () => {
  let browser: Browser;
  let open: PreviewPage;
  let page: Page;
  let pane: Frame;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function begin(scheme: "light" | "dark" = "light", width = 320): Promise<void> {
    await page?.context().close();
    open = await openPreview(browser, process.env.PREVIEW_ADDRESS!, scheme);
    ({ page, pane } = open);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page
      .locator("aside iframe")
      .evaluate((frame: HTMLIFrameElement, width) => (frame.style.width = `${width}px`), width);
  }
  const recalculate = async () => {
    await pane.getByRole("button", { name: "一键重算" }).click();
    await pane.getByText("已重算 35 个部门。").first().waitFor();
  };
  const tab = (name: RegExp | string) => pane.getByRole("tab", { name });

  /** Goes through every view and looks at each. */
  async function eachView(look: (view: string) => Promise<void>): Promise<void> {
    await pane.getByRole("region", { name: "三句话说明" }).waitFor();
    await look("first run");
    await recalculate();
    await pane.getByRole("region", { name: "推进记录" }).waitFor();
    await look("overview");
    await tab("部门").click();
    await pane.getByRole("list", { name: "部门" }).waitFor();
    await look("departments");
    await pane.getByRole("button", { name: /^威远县交通运输局/ }).click();
    await pane.getByRole("heading", { level: 2, name: "威远县交通运输局" }).waitFor();
    await look("department");
    await tab(/^核对/).click();
    await pane.getByText(/核对一致/).waitFor();
    await look("check");
    await tab("设置").click();
    await pane.getByRole("button", { name: /^保存/ }).waitFor();
    await look("settings");
    await pane.getByRole("button", { name: "打印设置" }).click();
    await pane.getByRole("dialog", { name: "打印设置" }).waitFor();
    await look("print dialog");
  }

  /** What axe finds wrong, each in a line: the rule, and where. */
  async function faults(): Promise<string[]> {
    // The dialogs fade in: colours are judged when they stand.
    await pane.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
    );
    await pane.evaluate(axe.source);
    const { violations } = await pane.evaluate(async (): Promise<Pick<AxeResults, "violations">> => {
      const { axe } = window as unknown as { axe: Pick<Axe, "run"> };
      return axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }

  test.each(["light", "dark"] as const)("axe finds nothing in any view, %s", async (scheme) => {
    await begin(scheme);
    const found: string[] = [];
    await eachView(async (view) => void found.push(...(await faults()).map((fault) => `${view}: ${fault}`)));
    expect(found).toEqual([]);
    expect(open.faults).toEqual([]);
  });

  // Windows has four: what the pane draws with the system's colours follows each, and a light and a dark one can be had here.
  test.each(["light", "dark"] as const)(
    "in a %s contrast theme nothing is told by a colour that the theme takes away, and the chosen tab is marked",
    async (scheme) => {
      await begin(scheme);
      await page.emulateMedia({ forcedColors: "active", colorScheme: scheme });
      const found: string[] = [];
      await eachView(async (view) => void found.push(...(await faults()).map((fault) => `${view}: ${fault}`)));
      expect(found).toEqual([]);
      await pane.getByRole("button", { name: "取消" }).click();
      await tab("总览").click();
      const edge = (name: string) => tab(name).evaluate((element) => getComputedStyle(element).borderBottomColor);
      expect(await edge("总览")).not.toBe(await edge("部门"));
      const bars = await pane
        .getByRole("img", { name: /已产生办件/ })
        .locator("div")
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(bars).not.toBe("rgba(0, 0, 0, 0)");
      expect(bars).not.toBe(
        await pane.locator("body").evaluate((element) => getComputedStyle(element).backgroundColor),
      );
    },
  );

  // 200 % of 320 px leaves 160.
  test.each([320, 160])("nothing is wider than a pane of %i px", async (width) => {
    await begin("light", width);
    const wider: string[] = [];
    await eachView(async (view) => {
      const over = await pane.evaluate(() => {
        const { clientWidth } = document.documentElement;
        return [...document.querySelectorAll("main *, [role=dialog] *")]
          .filter(
            (element) =>
              !element.closest("[role=status]") &&
              element.getBoundingClientRect().right > clientWidth + 1 &&
              getComputedStyle(element).position !== "absolute",
          )
          .map((element) => element.outerHTML.slice(0, 120));
      });
      wider.push(...over.map((element) => `${view}: ${element}`));
    });
    expect(wider).toEqual([]);
  });

  test("Excel's own menu finds the top right of the pane free", async () => {
    await begin();
    await eachView(async () => {
      const there = await pane.evaluate(() => {
        document.querySelector("main")!.scrollIntoView();
        const at = document.elementFromPoint(document.documentElement.clientWidth - 17, 16)!;
        return {
          words: at.closest("button, a, input") !== null,
          overlap: [...document.querySelectorAll("main button, main h1")].some((element) => {
            const { right, top } = element.getBoundingClientRect();
            return element.tagName === "BUTTON" && right > document.documentElement.clientWidth - 34 && top < 32;
          }),
        };
      });
      expect(there).toEqual({ words: false, overlap: false });
    });
  });

  test("what was done stays in view, wherever in the pane the button was, and beside Excel's menu", async () => {
    await begin();
    await recalculate();
    const record = pane.getByRole("button", { name: "记入推进记录" });
    await record.click();
    const sentence = pane.locator("main p").filter({ hasText: /记入“推进记录”。$/ });
    await sentence.waitFor();
    await record.scrollIntoViewIfNeeded();
    const seen = await sentence.evaluate((words) => {
      const { top, bottom } = words.getBoundingClientRect();
      const buttons = [...words.parentElement!.querySelectorAll("button")].map((button) =>
        button.getBoundingClientRect(),
      );
      return {
        inView: top >= 0 && bottom <= window.innerHeight,
        scrolled: document.querySelector("main")!.getBoundingClientRect().top < -200,
        buttons: buttons.length,
        underMenu: buttons.filter(({ right, top }) => right > document.documentElement.clientWidth - 34 && top < 32)
          .length,
      };
    });
    expect(seen).toEqual({ inView: true, scrolled: true, buttons: 2, underMenu: 0 });
  });

  test("with the mouse: a tile leads to its departments, a figure to its cell", async () => {
    await begin();
    await recalculate();
    await pane.getByRole("button", { name: /^5\s*个\s*覆盖率未达标$/ }).click();
    const list = pane.getByRole("list", { name: "部门" });
    await list.waitFor();
    await expect(list.getByRole("button").count()).resolves.toBe(5);
    await list.getByRole("button", { name: /交通运输局/ }).click();
    await pane.getByRole("button", { name: "差额 1，定位到单元格" }).click();
    const gap = await page.evaluate(
      () =>
        Object.entries(desk.getState().book!.workbook.activeSheet.toData().cells)
          .flatMap(([, row]) => Object.entries(row))
          .find(([, cell]) => cell.value === "还差主项数")?.[0],
    );
    await page.waitForFunction(
      ([row, column]) => {
        const { area } = desk.getState().book!.workbook.selection;
        return area.firstRow === row && area.firstColumn === column;
      },
      [5, Number(gap)] as const,
    );
    // 0.1 points are the least of the five.
    await pane.getByRole("button", { name: "上一个" }).click();
    await expect(pane.getByRole("heading", { level: 2 }).textContent()).resolves.not.toContain("交通运输局");
    await pane.getByRole("button", { name: "全部部门" }).click();
    await pane.getByRole("combobox", { name: "只看" }).selectOption({ label: "全部 35 个" });
    await expect(list.getByRole("button").count()).resolves.toBe(35);
  });

  test("with the keyboard alone: through the views, into a department and to its cell, the focus always to be seen", async () => {
    await begin();
    const press = (key: string) => page.keyboard.press(key);
    const focused = () =>
      pane.evaluate(() =>
        (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").trim(),
      );
    const until = async (wanted: RegExp) => {
      for (let presses = 0; presses < 80; presses++) {
        if (wanted.test(await focused())) {
          const seen = await pane.evaluate(() => {
            const element = document.activeElement!;
            const { outlineStyle, boxShadow } = getComputedStyle(element);
            const after = getComputedStyle(element, "::after");
            return (
              outlineStyle !== "none" ||
              boxShadow !== "none" ||
              (after.content !== "none" && after.borderTopStyle !== "none") ||
              document.activeElement!.tagName === "H2"
            );
          });
          expect([await focused(), seen]).toEqual([await focused(), true]);
          return;
        }
        await press("Tab");
      }
      throw new Error(`${wanted} was not reached; the focus is on “${await focused()}”`);
    };
    await pane.getByRole("button", { name: "一键重算" }).focus();
    await press("Enter");
    await pane.getByText("已重算 35 个部门。").first().waitFor();
    await until(/^总览$/);
    await press("ArrowRight");
    await until(/^部门$/);
    await pane.getByRole("list", { name: "部门" }).waitFor();
    await until(/^威远县公安局/);
    await press("Enter");
    await pane.getByRole("heading", { level: 2, name: "威远县公安局" }).waitFor();
    await until(/^差额 3，定位到单元格$/);
    await press("Enter");
    await page.waitForFunction(() => desk.getState().book!.workbook.selection.area.firstRow === 10);
    await pane.getByRole("tab", { name: "部门" }).focus();
    await press("End");
    await until(/^设置$/);
    await pane.getByRole("button", { name: /^保存/ }).waitFor();
    await press("ArrowLeft");
    await until(/^核对/);
    await pane.getByText(/核对一致/).waitFor();
    expect(open.faults).toEqual([]);
  });

  test("closed and opened again, the pane stands where it was", async () => {
    await begin();
    await recalculate();
    await tab("部门").click();
    await pane.getByRole("button", { name: /^威远县审计局/ }).click();
    await page.getByRole("button", { name: "关闭面板" }).click();
    await page.locator("#Pane\\.Button").click();
    await expect(pane.getByRole("heading", { level: 2 }).textContent()).resolves.toContain("威远县审计局");
  });

  test("a pane that is opened on a computed sheet shows where it stands, with nothing written", async () => {
    await begin();
    await recalculate();
    const rules = () => page.evaluate(() => desk.getState().book!.workbook.activeSheet.rules.map(({ id }) => id));
    const before = await rules();
    // As after Excel has been closed and opened: a page with no memory of its own.
    await page.locator("aside iframe").evaluate((frame: HTMLIFrameElement) => frame.contentWindow!.location.reload());
    await page.waitForTimeout(500);
    pane = (await (await page.waitForSelector("aside iframe")).contentFrame())!;
    await pane.getByRole("region", { name: "总览" }).waitFor();
    await expect(pane.getByText(/^已填 33\/35/).count()).resolves.toBe(1);
    await expect(rules()).resolves.toEqual(before);
    expect(open.faults).toEqual([]);
  });
});
