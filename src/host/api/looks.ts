import type { CellBorder, FontStyle } from "../workbook/data";
import { HostObject, identity } from "../protocol/members";
import { oneOf, parseColor, within } from "./arguments";
import { change, read, type Target } from "./parts";

/** What fonts, fills and lines have in common. `otherwise` is answered where the look says nothing; null where that says nothing either. */
export abstract class Colored<T extends { color?: string }> extends HostObject {
  readonly #target: Target<T>;
  readonly #otherwise: T;

  constructor(target: Target<T>, otherwise: T) {
    super();
    this.#target = target;
    this.#otherwise = otherwise;
  }

  protected [read]<K extends keyof T>(key: K): NonNullable<T[K]> | null {
    return this.#target.read((look) => look[key] ?? this.#otherwise[key] ?? null);
  }

  protected [change](changed: Partial<T>): void {
    this.#target.change(changed);
  }

  get color(): string | null {
    return this[read]("color");
  }

  set color(color: string) {
    this[change]({ color: parseColor(color) } as Partial<T>);
  }
}

export abstract class Fill extends Colored<{ color?: string }> {
  constructor(target: Target<{ fill?: string }>, otherwise: { color?: string }) {
    super(
      {
        read: (of) => target.read(({ fill }) => of({ color: fill })),
        change: ({ color }) => target.change({ fill: color }),
      },
      otherwise,
    );
  }

  clear(): void {
    this[change]({ color: undefined });
  }
}

export abstract class Font extends Colored<FontStyle> {
  get bold(): boolean | null {
    return this[read]("bold");
  }

  set bold(bold: boolean) {
    this[change]({ bold });
  }
}

export abstract class NamedFont extends Font {
  get name(): string | null {
    return this[read]("fontName");
  }

  set name(fontName: string) {
    this[change]({ fontName });
  }

  /** Points. */
  get size(): number | null {
    return this[read]("fontSize");
  }

  set size(size: number) {
    this[change]({ fontSize: within(size, 1, 409) });
  }
}

/** A line of the border of cells; the style None is no line. */
export type BorderLook = Partial<Omit<CellBorder, "style">> & { style?: CellBorder["style"] | "None" };

/** A border after a change: a thin black line as far as nothing was said of it. */
export function borderAfter(border: CellBorder | undefined, changed: BorderLook): CellBorder | undefined {
  const { style, ...drawn } = {
    style: "Continuous" as const,
    weight: "Thin" as const,
    color: "#000000",
    ...border,
    ...changed,
  };
  return style === "None" ? undefined : { style, ...drawn };
}

/** One line of a border of cells. */
export abstract class Border extends Colored<BorderLook> {
  readonly #edge: string;
  readonly #styles: readonly BorderLook["style"][];

  constructor(target: Target<BorderLook>, edge: string, styles: readonly BorderLook["style"][]) {
    super(target, { style: "None", weight: "Thin", color: "#000000" });
    this.#edge = edge;
    this.#styles = styles;
  }

  override get [identity](): Record<string, unknown> {
    return { Id: this.#edge };
  }

  get style(): string | null {
    return this[read]("style");
  }

  set style(style: string) {
    this[change]({ style: oneOf(this.#styles, style) });
  }
}
