import type { DateSystem } from "../../core/cells/dateSystem";

/** Fields of a ZIP file, in bytes from the beginning of their record (PKWARE's APPNOTE, 4.3). */
const END = { signature: 0x06054b50, size: 22, entries: 10, directory: 16 } as const;
const ENTRY = {
  signature: 0x02014b50,
  size: 46,
  method: 10,
  packed: 20,
  name: 28,
  extra: 30,
  comment: 32,
  at: 42,
} as const;
const LOCAL = { size: 30, name: 26, extra: 28 } as const;
const DEFLATED = 8;
const LONGEST_COMMENT = 0xffff;

/**
 * What the dates of an .xlsx file count from, which Excel does not tell of sheets that it inserts: an attribute of its workbook's part. Null
 * where it cannot be made out: a file put together in some other way, a part that is missing, or a browser that cannot inflate.
 */
export async function fileDates(bytes: Uint8Array): Promise<DateSystem | null> {
  const part = workbookPart(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes);
  if (!part || (part.deflated && typeof DecompressionStream === "undefined")) return null;
  try {
    const text = part.deflated ? await inflated(part.packed) : new TextDecoder().decode(part.packed);
    return /<(?:\w+:)?workbookPr\b[^>]*\sdate1904\s*=\s*["'](?:1|true|on)["']/.test(text) ? 1904 : 1900;
  } catch (error) {
    // What does not inflate is for Excel to refuse.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function workbookPart(
  view: DataView,
  bytes: Uint8Array,
): { packed: Uint8Array<ArrayBuffer>; deflated: boolean } | null {
  let end = bytes.length - END.size;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END.signature) end--;
  if (end < first) return null;
  let at = view.getUint32(end + END.directory, true);
  for (let left = view.getUint16(end + END.entries, true); left > 0; left--) {
    if (at + ENTRY.size > bytes.length || view.getUint32(at, true) !== ENTRY.signature) return null;
    const nameLength = view.getUint16(at + ENTRY.name, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY.size, at + ENTRY.size + nameLength));
    if (/^xl\/workbook\.xml$/i.test(name)) {
      const local = view.getUint32(at + ENTRY.at, true);
      if (local + LOCAL.size > bytes.length) return null;
      const data =
        local + LOCAL.size + view.getUint16(local + LOCAL.name, true) + view.getUint16(local + LOCAL.extra, true);
      return {
        packed: bytes.slice(data, data + view.getUint32(at + ENTRY.packed, true)),
        deflated: view.getUint16(at + ENTRY.method, true) === DEFLATED,
      };
    }
    at += ENTRY.size + nameLength + view.getUint16(at + ENTRY.extra, true) + view.getUint16(at + ENTRY.comment, true);
  }
  return null;
}

async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}
