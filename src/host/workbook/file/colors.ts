import { child, elements, flagOf, numberOf, type XmlElement } from "./xml";

/** Theme colours in the order of the attribute `theme`, which swaps the pairs of dark and light. */
const THEME_ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];
/** Office's own theme, for workbooks without a theme part. */
const OFFICE_THEME = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
];
/** The palette of indexed colours 8–63; 0–7 are 8–15 once more. */
const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** Resolves the colours of one workbook: plain, indexed, or of the theme with a tint. */
export class Palette {
  private readonly theme: string[];
  private readonly indexed: string[];

  constructor(theme: XmlElement | undefined, styles: XmlElement | undefined) {
    const scheme = child(child(theme, "a:themeElements"), "a:clrScheme");
    this.theme = THEME_ORDER.map((name, index) => {
      const color = elements(child(scheme, `a:${name}`))[0];
      return (color?.attributes.lastClr ?? color?.attributes.val ?? OFFICE_THEME[index]!).slice(-6);
    });
    const own = elements(child(child(styles, "colors"), "indexedColors"), "rgbColor").map((one) =>
      (one.attributes.rgb ?? "").slice(-6),
    );
    this.indexed = own.length > 0 ? own : [...INDEXED.slice(0, 8), ...INDEXED];
  }

  /** "#RRGGBB" of a colour element (color, fgColor, bgColor), or undefined where it is absent or automatic. */
  resolve(color: XmlElement | undefined): string | undefined {
    if (!color || flagOf(color, "auto")) return undefined;
    const { rgb } = color.attributes;
    const theme = numberOf(color, "theme");
    const indexed = numberOf(color, "indexed");
    const plain =
      rgb !== undefined
        ? rgb.slice(-6)
        : theme !== undefined
          ? this.theme[theme]
          : indexed !== undefined
            ? this.indexed[indexed]
            : undefined;
    if (plain === undefined || !/^[0-9A-Fa-f]{6}$/.test(plain)) return undefined;
    return `#${tinted(plain, numberOf(color, "tint") ?? 0).toUpperCase()}`;
  }
}

/** A tint lightens (above 0) or darkens (below 0) the lightness of the colour, hue and saturation kept. */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const lightness = (max + min) / 2;
  const spread = max - min;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const sixth =
    spread === 0
      ? 0
      : max === red
        ? ((green - blue) / spread + 6) % 6
        : max === green
          ? (blue - red) / spread + 2
          : (red - green) / spread + 4;
  const made = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * made - 1)) * saturation;
  const channel = (offset: number) => {
    const at = (sixth + offset) % 6;
    const share = at < 1 ? at : at < 3 ? 1 : at < 4 ? 4 - at : 0;
    return Math.round((made - chroma / 2 + chroma * share) * 255);
  };
  return [channel(2), channel(0), channel(4)]
    .map((value) => Math.min(255, Math.max(0, value)).toString(16).padStart(2, "0"))
    .join("");
}
