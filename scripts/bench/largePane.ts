import type { Browser, Page } from "playwright-core";

/** What a person does in the pane with a table of 6,400 departments, by the words on the screen. */
const STEPS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ["一键重算", (page) => press(page, "一键重算")],
  ["部门", (page) => press(page, "部门", "tab")],
  ["按名称", (page) => choose(page, "排序", "name")],
  ["按扣分", (page) => choose(page, "排序", "deduction")],
  ["筛选", (page) => choose(page, "只看", "bad")],
  ["全部", (page) => choose(page, "只看", "")],
  ["查找", (page) => type(page, "局")],
  ["清空", (page) => type(page, "")],
  ["更多", (page) => press(page, /^(再?显示)/)],
  ["打开部门", (page) => first(page)],
  ["下一个", (page) => press(page, "下一个")],
  ["核对", (page) => press(page, /^核对/, "tab")],
  ["更多问题", (page) => press(page, /^(再?显示)/)],
  ["总览", (page) => press(page, "总览", "tab")],
];

const press = (page: Page, name: string | RegExp, role: "button" | "tab" = "button") =>
  page
    .getByRole(role, { name, ...(typeof name === "string" && role === "tab" && { exact: true }) })
    .first()
    .evaluate((button) => (button as HTMLElement).click());
const first = (page: Page) =>
  page
    .getByRole("list", { name: "部门" })
    .getByRole("button")
    .first()
    .evaluate((button) => (button as HTMLElement).click());
const choose = async (page: Page, label: string, value: string) =>
  void (await page.getByLabel(label).first().selectOption(value));
const type = (page: Page, words: string) => page.getByRole("searchbox").fill(words);

export interface Step {
  readonly what: string;
  /** Milliseconds to the frame after which nothing more is drawn. */
  readonly shown: number;
  /** The longest stretch in which the page answered nothing, in milliseconds; below 50 counts as none. */
  readonly blocked: number;
  /** Elements of the page afterwards. */
  readonly elements: number;
}

/** Walks through the pane at this address. */
export async function walkLargePane(browser: Browser, address: string): Promise<Step[]> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  await context.addInitScript(() => {
    localStorage.setItem("jgzb.welcomed", "1");
    const page = window as unknown as { blocked: number };
    page.blocked = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) page.blocked = Math.max(page.blocked, duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "一键重算" }).waitFor();
  await page.waitForTimeout(1_000);
  const steps: Step[] = [];
  for (const [what, work] of STEPS) {
    const begun = await page.evaluate(() => {
      (window as unknown as { blocked: number }).blocked = 0;
      return performance.now();
    });
    await work(page);
    const { shown, blocked, elements } = await page.evaluate(async (start) => {
      let at = performance.now();
      let stood = -1;
      // Two frames in a row that draw nothing new.
      for (let still = 0; still < 2;) {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const elements = document.querySelectorAll("*").length;
        if (elements === stood) still++;
        else [still, stood, at] = [0, elements, performance.now()];
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { shown: at - start, blocked: (window as unknown as { blocked: number }).blocked, elements: stood };
    }, begun);
    steps.push({ what, shown, blocked, elements });
  }
  await context.close();
  return steps;
}
