/** A button of the ribbon as the manifest describes it. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly description: string;
  /** Address of its picture of 32 px, on this page's own origin. */
  readonly icon: string;
  /** The function that the pane's page associates with it, or none where the button opens the pane. */
  readonly functionName: string | undefined;
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonTab {
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

/** The tab that the add-in's manifest adds to Excel's ribbon. @throws Error where the manifest cannot be had or has none. */
export async function readRibbon(address: string): Promise<RibbonTab> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const manifest = new DOMParser().parseFromString(await answer.text(), "application/xml");
  const resources = new Map(
    [...manifest.getElementsByTagNameNS("*", "Resources")].flatMap((all) =>
      [...all.querySelectorAll("[id][DefaultValue]")].map(
        (one) => [one.id, one.getAttribute("DefaultValue")!] as const,
      ),
    ),
  );
  const page = manifest.getElementsByTagNameNS("*", "SourceLocation")[0]?.getAttribute("DefaultValue") ?? "";
  const home = page.slice(0, page.lastIndexOf("/") + 1);
  const text = (element: Element | undefined): string => resources.get(element?.getAttribute("resid") ?? "") ?? "";

  const button = (control: Element): RibbonButton => {
    const tip = children(control, "Supertip")[0];
    const icon = [...children(control, "Icon")]
      .flatMap((icons) => children(icons, "Image"))
      .find((image) => image.getAttribute("size") === "32");
    const action = children(control, "Action")[0];
    return {
      id: control.id,
      label: text(children(control, "Label")[0]),
      title: text(tip && children(tip, "Title")[0]),
      description: text(tip && children(tip, "Description")[0]),
      // The manifest names the address that it is installed from; here the same file lies beside this page.
      icon: text(icon).slice(home.length),
      functionName: action && children(action, "FunctionName")[0]?.textContent?.trim(),
    };
  };
  const tab = manifest.getElementsByTagNameNS("*", "CustomTab")[0];
  if (!tab) throw new Error(`${address}: no CustomTab`);
  return {
    label: text(children(tab, "Label")[0]),
    groups: children(tab, "Group").map((group) => ({
      label: text(children(group, "Label")[0]),
      buttons: children(group, "Control").map(button),
    })),
  };
}

const children = (element: Element, name: string): Element[] =>
  [...element.children].filter((child) => child.localName === name);
