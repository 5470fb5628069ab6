import type { PickedFile } from "../../session/actions";

export const FILE_TYPES: readonly string[] = [".xlsx", ".xlsm", ".csv"];

/** The files' bytes; files of another kind are not read, and named. */
export async function readPicked(files: readonly File[]): Promise<{ picked: PickedFile[]; refused: string[] }> {
  const fits = ({ name }: File): boolean => FILE_TYPES.some((type) => name.toLowerCase().endsWith(type));
  const picked = await Promise.all(
    files.filter(fits).map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  return { picked, refused: files.filter((file) => !fits(file)).map(({ name }) => name) };
}
