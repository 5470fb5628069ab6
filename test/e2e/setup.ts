import { browserPath, startPreview, type Preview } from "./preview";

let preview: Preview | undefined;

/** Builds the preview once for all browser tests. Without a browser they are skipped, on a build server they fail. */
export default async function setup(): Promise<void> {
  if (browserPath === undefined) {
    process.stderr.write(
      `No Chromium here (set CHROMIUM to its path): the tests in the browser ${process.env.CI ? "fail" : "are skipped"}.\n`,
    );
    return;
  }
  preview = await startPreview();
  process.env.PREVIEW_ADDRESS = preview.address;
}

export const stopPreview = async (): Promise<void> => preview?.stop();
