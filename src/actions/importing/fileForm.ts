/** What a file is, by its first bytes; the name's ending tells CSV from the rest. */
export type FileForm = "csv" | "workbook" | "legacy" | "encrypted" | "other";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of .xls, and of .xlsx files with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** Name of the stream that holds an encrypted workbook, in UTF-16LE. */
const ENCRYPTED = [..."EncryptedPackage"].flatMap((character) => [character.charCodeAt(0), 0]);

export function fileForm(name: string, bytes: Uint8Array): FileForm {
  if (beginsWith(bytes, ZIP)) return "workbook";
  if (beginsWith(bytes, COMPOUND)) return contains(bytes, ENCRYPTED) ? "encrypted" : "legacy";
  return /\.(csv|txt|tsv)$/i.test(name) ? "csv" : "other";
}

function beginsWith(bytes: Uint8Array, first: readonly number[], at = 0): boolean {
  return first.every((byte, index) => bytes[at + index] === byte);
}

function contains(bytes: Uint8Array, sought: readonly number[]): boolean {
  for (let at = bytes.indexOf(sought[0]!); at >= 0; at = bytes.indexOf(sought[0]!, at + 1))
    if (beginsWith(bytes, sought, at)) return true;
  return false;
}

const BYTES_AT_ONCE = 0x8000;

/** Base64 of a file's bytes. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE)));
  return btoa(parts.join(""));
}
